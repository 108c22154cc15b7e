// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import '../../ui/article.css';
import { render } from 'preact';
import { browser } from '../../platform/browser.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { openPage } from '../../platform/pages.ts';
import { readTab } from '../../platform/read-tab.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createPopupModel } from '../../screens/popup/model.ts';
import { PopupScreen } from '../../screens/popup/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import type { Started } from './start.ts';
import { provideStrings } from '../../ui/strings.ts';

const started = (globalThis as unknown as { __lectern: Started }).__lectern;

provideStrings(browserStrings());
const popup = createPopupModel({
  tab: started.tab.then(({ id, title = '', incognito = false }) => ({
    id,
    title,
    isPrivate: incognito,
  })),
  reading: started.reading,
  readAgain: async (options) => readTab(browser, await started.tab, options),
  clean: async (draft) => (await import('../../sanitize/clean-draft.ts')).cleanDraft(draft),
  send: ask,
  openPage: (page, query) => void openPage(page, query).then(() => window.close()),
  onLibraryChange: (listener) => onAnnouncement('library/changed', listener),
});
const look = createSettingsModel(settingsArea);

// What `measure open` reads: marks are free, and the one honest way to time a popup.
const stage = (name: string): PerformanceMark => performance.mark(`lectern:${name}`);
const shown = (): void => {
  stage('shown');
  requestAnimationFrame(() => setTimeout(() => stage('painted')));
};
stage('shell');
void started.reading.then(() => stage('read'));
render(
  <PopupScreen popup={popup} look={look} onShown={shown} />,
  document.getElementById('screen')!,
);
