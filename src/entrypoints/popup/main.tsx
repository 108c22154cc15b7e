import '../../ui/tokens.css';
import '../../ui/article.css';
import { render } from 'preact';
import { ruleFor } from '../../article/site-rules.ts';
import { browser } from '../../platform/browser.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { openPage } from '../../platform/pages.ts';
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
const look = createSettingsModel(afterReading(settingsArea));

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
  render(<PopupScreen popup={popup} look={look} siteRules={siteRules} onShown={shown} />, screen);
  const late = new Promise((resolve) => setTimeout(resolve, AT_ONCE));
  void Promise.race([reading, late]).then(() => screen.style.removeProperty('visibility'));
  warmUp('live');
  warmUpType(screen);
});
