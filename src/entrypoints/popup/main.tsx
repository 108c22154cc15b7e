import '../../ui/tokens.css';
import '../../ui/article.css';
import '../../ui/article-scripts.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { browser } from '../../platform/browser.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { openPage, pageAddress } from '../../platform/pages.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { startPicking } from '../../platform/picking.ts';
import { readTab } from '../../platform/read-tab.ts';
import { settingsArea, siteRulesArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createPopupModel } from '../../screens/popup/model.ts';
import { PopupScreen } from '../../screens/popup/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { createSiteRulesModel } from '../../ui/site-rules-model.ts';
import { warmUp } from '../../sanitize/show.ts';
import { warmUpType } from '../../ui/warm-up-type.ts';
import { provideStrings } from '../../ui/strings.ts';
import type { Started } from './start.ts';
import type { Highlighting } from '../../screens/highlights/mount.tsx';
import type { whenSaved } from './when-saved.ts';

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const { tab, reading } = (globalThis as unknown as { started: Started }).started;
provideStrings(browserStrings());
/** Storage answers through the process that injects the script: what is known of last time will do till then. */
const afterReading = <T extends { load: () => Promise<unknown> }>(area: T): T => ({
  ...area,
  load: () => reading.then(area.load),
});
const siteRules = createSiteRulesModel(afterReading(siteRulesArea));
let address = '';
void tab.then(({ url = '' }) => (address = url));
const popup = createPopupModel({
  tab: tab.then(({ id, title = '', incognito = false }) => ({
    id,
    title,
    isPrivate: incognito,
  })),
  reading,
  readAgain: async (options) => {
    const active = await tab;
    const rule = ruleFor(siteRules.rules.value, active.url ?? '');
    return readTab(browser, active, { ...options, ...(rule && { rule }) });
  },
  clean: async (draft) => (await import('../../sanitize/clean-draft.ts')).cleanDraft(draft),
  send: ask,
  pages: pagesInTab(
    browser,
    tab.then(({ id }) => id),
    () => ruleFor(siteRules.rules.value, address),
  ),
  // A frame later, for what follows would compete with the drawing of the article.
  painted: () => nextFrame().then(nextFrame),
  pickOnPage: async () => {
    const refused = await startPicking(await tab);
    if (!refused) window.close();
    return refused;
  },
  openPage: (page, query) => void openPage(page, query).then(() => window.close()),
  onLibraryChange: (listener) => onAnnouncement('library/changed', listener),
});
// Applies the look of last time at once; the site may have one of its own.
const look = createSettingsModel(afterReading(settingsArea));
void tab.then(({ url = '' }) => look.readHere({ url, lang: '' }));

const savedId = (): ArticleId | null =>
  popup.saving.value.is === 'saved' ? popup.saving.value.id : null;
let saved: Promise<ReturnType<typeof whenSaved>> | undefined;
/** Its file is as large as the popup's, and is loaded where it has a use. */
const savedParts = (): Promise<ReturnType<typeof whenSaved>> =>
  (saved ??= import('./when-saved.ts').then((loaded) => {
    const given: Highlighting = {
      send: ask,
      strings: browserStrings(),
      article: savedId,
      save: async () => {
        await popup.save();
        return savedId();
      },
      onChange: (listener) => onAnnouncement('highlights/changed', listener),
      source: () => (popup.reading.value?.ok ? popup.reading.value.value : null),
      allAddress: pageAddress('highlights'),
      line: document.querySelector('[data-line]'),
    };
    return loaded.whenSaved(document.querySelector('main')!, given, browser, tab);
  }));
function showSaved(id: ArticleId, signal: AbortSignal): void {
  void import('../../screens/place/in-popup.ts').then(({ followInPopup }) =>
    followInPopup(ask, id, signal),
  );
  void savedParts().then(({ showTags }) => {
    const host = document.querySelector('[data-tags]');
    if (host) showTags(host, id, popup.tags.value);
  });
}
const hasSelected = (): boolean => document.getSelection()?.isCollapsed === false;
effect(() => {
  if (!popup.painted.value) return;
  if (savedId() !== null) void savedParts().then(({ highlights }) => highlights.reload());
  else if (hasSelected()) void savedParts();
});
document.addEventListener('selectionchange', () => {
  if (popup.painted.value && hasSelected()) void savedParts();
});

// What `measure open` reads: marks are free, and the one honest way to time a popup.
const stage = (name: string): PerformanceMark => performance.mark(`lectern:${name}`);
const shown = (): void => {
  stage('shown');
  void nextFrame().then(() => stage('painted'));
};
stage('shell');
void reading.then(() => stage('read'));

/** A page that answers within so many milliseconds is painted once, with its article. */
const AT_ONCE = 90;

// This runs in the head, before there is a body.
addEventListener('DOMContentLoaded', () => {
  const screen = document.getElementById('screen')!;
  // Laid out but not seen: what the bar and a title need is at hand then.
  screen.style.visibility = 'hidden';
  render(
    <PopupScreen
      popup={popup}
      look={look}
      siteRules={siteRules}
      onShown={shown}
      onSaved={showSaved}
    />,
    screen,
  );
  const late = new Promise((resolve) => setTimeout(resolve, AT_ONCE));
  void Promise.race([reading, late]).then(() => screen.style.removeProperty('visibility'));
  warmUp('live');
  warmUpType(screen);
});
