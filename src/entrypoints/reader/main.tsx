// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import '../../screens/reader/print.css';
import { signal } from '@preact/signals';
import '../../ui/article-scripts.css';
import '../../ui/article-lines-down.css';
import '../../ui/article-columns.css';
import { render } from 'preact';
import { isAnyAidOn } from '../../article/aids.ts';
import type { ArticleDraft, ArticleId } from '../../article/article.ts';
import { bodyOf } from '../../article/left-out.ts';
import { sitePattern } from '../../article/found-addresses.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { addingArea } from '../../platform/adding-area.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import { ALL_SITES, askForGrants, siteGrant } from '../../platform/grants.ts';
import { pageAddress } from '../../platform/pages.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { writeToClipboard } from '../../platform/clipboard.ts';
import { saveFile } from '../../platform/save-file.ts';
import { browserStrings } from '../../platform/strings.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import { listenKeys } from '../../screens/reader/aloud/keys.ts';
import { KEYS } from '../../screens/reader/keys.ts';
import { aidsArea, keysArea } from '../../platform/reader-areas.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { createDoor } from '../../screens/reader/door.ts';
import type { HighlightsHandle } from '../../screens/highlights/mount.tsx';
import { createReaderModel, type ReaderModel } from '../../screens/reader/model.ts';
import { ReaderScreen } from '../../screens/reader/Screen.tsx';
import { createVersionsModel } from '../../screens/reader/versions.ts';
import { createTakeAlong } from '../../screens/reader/take-along.ts';
import { createWaitingModel } from '../../screens/reader/waiting.ts';
import { createKeysModel } from '../../ui/keys-model.ts';
import { createPlaceModel } from '../../screens/place/model.ts';
import { createWayModel } from '../../screens/reader/way/model.ts';
import { recall, remember } from '../../ui/last-time.ts';
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
/** The search that found the article, once: whoever loads the tab again goes on reading. */
const words = new URLSearchParams(location.hash.slice(1)).get('words') ?? '';
if (words) history.replaceState(null, '', location.pathname + location.search);
const way = createWayModel(createPlaceModel(ask), {
  words,
  memory: { recall, remember },
  links: {
    send: ask,
    job: addingArea,
    allow: (url) => askForGrants([sitePattern(url)]),
    readerAddress: (id) => pageAddress('reader', { id }),
    openReader: (id) => location.assign(pageAddress('reader', { id })),
  },
});
const look = createSettingsModel(settingsArea);
const takeAlong = createTakeAlong({
  article() {
    const shown = reader.shown.value;
    if (shown.is === 'saved') return { facts: shown.article, html: shown.article.html };
    return shown.is === 'draft' ? { facts: shown.draft, html: bodyOf(shown.draft) } : null;
  },
  clipboardParts: async (...which) =>
    (await import('../../screens/reader/copy.ts')).clipboardParts(...which),
  write: writeToClipboard,
  share: 'share' in navigator ? (what) => navigator.share(what) : null,
  print: () => window.print(),
  openExport: ({ id, title }) =>
    void import('../../screens/export/mount.tsx').then(({ openExport }) =>
      openExport({ send: ask, saveFile }, { ids: [id], title, query: null }),
    ),
});
const aids = createDoor(async () => (await import('./aids.tsx')).AidsHere);
void aidsArea.load().then((asLeft) => (isAnyAidOn(asLeft) ? aids.load() : undefined));

const keys = createKeysModel('reader', KEYS, keysArea);
const ofListening = createKeysModel('listen', listenKeys(document.documentElement.dir), keysArea);
const highlights = signal<HighlightsHandle | null>(null);
const named = /^#highlight=([\w-]+)$/.exec(location.hash)?.[1];
const savedId = (): ArticleId | null =>
  reader.shown.value.is === 'saved' ? reader.shown.value.article.id : null;
let isLoading = false;
const loadHighlights = (): void => {
  highlights.value?.reload();
  if (isLoading) return;
  isLoading = true;
  void import('../../screens/highlights/mount.tsx').then(({ mountHighlights }) => {
    highlights.value = mountHighlights(document.querySelector('main')!, {
      send: ask,
      article: savedId,
      save: reader.keep,
      onFirst: (id, highlight) =>
        location.replace(`${pageAddress('reader', { id })}#highlight=${highlight}`),
      onChange: (listener) => onAnnouncement('highlights/changed', listener),
      source: () => {
        const { value } = reader.shown;
        return value.is === 'saved' ? value.article : value.is === 'draft' ? value.draft : null;
      },
      allAddress: pageAddress('highlights'),
      wanted: named ?? null,
      keysFor: (what) => keys.lines.value.find(({ command }) => command === what)!.keys,
    });
  });
};

render(
  <ReaderScreen
    reader={reader}
    look={look}
    siteRules={siteRules}
    waiting={waiting}
    versions={versions}
    way={way}
    tags={createTagsModel(ask)}
    takeAlong={takeAlong}
    keys={keys}
    listenKeys={ofListening}
    aids={aids}
    editing={createDoor(async () => (await import('./editing.tsx')).EditHere)}
    aloud={createDoor(async () => (await import('./aloud.tsx')).aloudHere(ofListening))}
    compareWith={compareWith}
    libraryAddress={pageAddress('library')}
    storageAddress={`${pageAddress('options')}#storage`}
    highlights={highlights}
    onText={loadHighlights}
    containerBefore={draftKey ? asked.get('before') : null}
  />,
  document.getElementById('screen')!,
);
