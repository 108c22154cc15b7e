// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { addingArea } from '../../platform/adding-area.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import { allow } from '../../platform/grants.ts';
import { pageAddress } from '../../platform/pages.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createReaderModel, type ReaderModel } from '../../screens/reader/model.ts';
import { ReaderScreen } from '../../screens/reader/Screen.tsx';
import { createWaitingModel } from '../../screens/reader/waiting.ts';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { provideStrings } from '../../ui/strings.ts';

provideStrings(browserStrings());
const asked = new URLSearchParams(location.search);
const draftKey = asked.get('key');
/** The tab that an unsaved article was read from. */
const tab = asked.get('tab');
const siteRules = createSiteRulesModel(siteRulesArea);
const reader: ReaderModel = createReaderModel(
  draftKey ? { draftKey } : { id: (asked.get('id') ?? '') as ArticleId },
  {
    send: ask,
    clean: async (draft) => (await import('../../sanitize/clean-draft.ts')).cleanDraft(draft),
    pages: pagesInTab(browser, Promise.resolve(tab === null ? undefined : Number(tab)), () => {
      const { shown } = reader;
      return shown.value.is === 'draft'
        ? ruleFor(siteRules.rules.value, shown.value.draft.url)
        : undefined;
    }),
    showSaved: (id) => location.replace(pageAddress('reader', { id })),
    onLibraryChange: (listener) => onAnnouncement('library/changed', listener),
  },
);
const waiting = createWaitingModel({
  send: ask,
  job: addingArea,
  allow: (url) => allow([url]),
  showSaved: (id) => location.replace(pageAddress('reader', { id })),
});
const look = createSettingsModel(settingsArea);

render(
  <ReaderScreen
    reader={reader}
    look={look}
    siteRules={siteRules}
    waiting={waiting}
    libraryAddress={pageAddress('library')}
    containerBefore={draftKey ? asked.get('before') : null}
  />,
  document.getElementById('screen')!,
);
