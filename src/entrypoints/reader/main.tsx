// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import { ALL_SITES, askForGrants, siteGrant } from '../../platform/grants.ts';
import { pageAddress } from '../../platform/pages.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createReaderModel, type ReaderModel } from '../../screens/reader/model.ts';
import { ReaderScreen } from '../../screens/reader/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { provideStrings } from '../../ui/strings.ts';

provideStrings(browserStrings());
const asked = new URLSearchParams(location.search);
const draftKey = asked.get('key');
/** The tab that an unsaved article was read from. */
const tab = asked.has('tab') ? Number(asked.get('tab')) : undefined;
const siteRules = createSiteRulesModel(siteRulesArea);
const reader: ReaderModel = createReaderModel(
  draftKey ? { draftKey } : { id: (asked.get('id') ?? '') as ArticleId },
  {
    send: ask,
    tabId: tab,
    clean: async (draft) => (await import('../../sanitize/clean-draft.ts')).cleanDraft(draft),
    pages: pagesInTab(browser, Promise.resolve(tab), () => {
      const { shown } = reader;
      return shown.value.is === 'draft'
        ? ruleFor(siteRules.rules.value, shown.value.draft.url)
        : undefined;
    }),
    showSaved: (id) => location.replace(pageAddress('reader', { id })),
    onLibraryChange: (listener) => onAnnouncement('library/changed', listener),
    onPicturesChange: (listener) => onAnnouncement('pictures/changed', listener),
    grants: {
      askForSites: (addresses) => askForGrants([...new Set(addresses.map(siteGrant))]),
      askForAll: () => askForGrants([ALL_SITES]),
    },
  },
);
const look = createSettingsModel(settingsArea);

render(
  <ReaderScreen
    reader={reader}
    look={look}
    siteRules={siteRules}
    libraryAddress={pageAddress('library')}
    storageAddress={`${pageAddress('options')}#storage`}
    containerBefore={draftKey ? asked.get('before') : null}
  />,
  document.getElementById('screen')!,
);
