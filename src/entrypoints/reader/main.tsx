// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import { render } from 'preact';
import type { ArticleDraft, ArticleId } from '../../article/article.ts';
import { sitePattern } from '../../article/found-addresses.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { addingArea } from '../../platform/adding-area.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import { ALL_SITES, askForGrants, siteGrant } from '../../platform/grants.ts';
import { pageAddress } from '../../platform/pages.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import { createPlaceModel } from '../../screens/reader/place.ts';
import { createReaderModel, type ReaderModel } from '../../screens/reader/model.ts';
import { ReaderScreen } from '../../screens/reader/Screen.tsx';
import { createVersionsModel } from '../../screens/reader/versions.ts';
import { createWaitingModel } from '../../screens/reader/waiting.ts';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { createTagsModel } from '../../ui/tags-model.ts';
import { provideStrings } from '../../ui/strings.ts';

provideStrings(browserStrings());
const asked = new URLSearchParams(location.search);
const draftKey = asked.get('key');
/** The tab that an unsaved article was read from. */
const tab = asked.has('tab') ? Number(asked.get('tab')) : undefined;
const cleaned = async (draft: ArticleDraft): Promise<CleanDraft> =>
  (await import('../../sanitize/clean-draft.ts')).cleanDraft(draft);
/** What the page says now, to be compared once: whoever loads the tab again wants the article. */
const compareWith = asked.get('with');
if (compareWith)
  history.replaceState(null, '', pageAddress('reader', { id: asked.get('id') ?? '' }));
const siteRules = createSiteRulesModel(siteRulesArea);
const reader: ReaderModel = createReaderModel(
  draftKey ? { draftKey } : { id: (asked.get('id') ?? '') as ArticleId },
  {
    send: ask,
    tabId: tab,
    clean: cleaned,
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
const versions = createVersionsModel(
  {
    send: ask,
    clean: cleaned,
    differenceOf: async (...texts) =>
      (await import('../../screens/reader/difference.ts')).differenceOf(...texts),
  },
  tab,
);
const waiting = createWaitingModel({
  send: ask,
  job: addingArea,
  allow: (url) => askForGrants([sitePattern(url)]),
  showSaved: (id) => location.replace(pageAddress('reader', { id })),
});
const look = createSettingsModel(settingsArea);

render(
  <ReaderScreen
    reader={reader}
    look={look}
    siteRules={siteRules}
    waiting={waiting}
    versions={versions}
    place={createPlaceModel(ask)}
    tags={createTagsModel(ask)}
    compareWith={compareWith}
    libraryAddress={pageAddress('library')}
    storageAddress={`${pageAddress('options')}#storage`}
    containerBefore={draftKey ? asked.get('before') : null}
  />,
  document.getElementById('screen')!,
);
