import '../../ui/tokens.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import { openPage, pageAddress } from '../../platform/pages.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createLibraryModel } from '../../screens/library/model.ts';
import { LibraryScreen } from '../../screens/library/Screen.tsx';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';

/** Where the person was, kept with the page's entry in the history. */
interface Left {
  top: number;
  selected?: ArticleId | undefined;
}

provideStrings(browserStrings());
document.title = `${t('savedArticles')} – ${t('appName')}`;

// The list comes after the browser would have scrolled, so we do it.
history.scrollRestoration = 'manual';
const left = history.state as Left | null;
const readerAddress = (id: ArticleId): string => pageAddress('reader', { id });

const library = createLibraryModel({
  send: ask,
  readerAddress,
  openReader: (id) => location.assign(readerAddress(id)),
  openOriginal: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
  openTabs: (urls) => {
    for (const url of urls) void browser.tabs.create({ url, active: false });
  },
  openSettings: () => void openPage('options'),
  onLibraryChange: (listener) => onAnnouncement('library/changed', listener),
  address: {
    read: () => location.hash,
    push: (hash) => (location.hash = hash),
    replace: (hash) => history.replaceState(null, '', hash),
    onChange: (listener) => window.addEventListener('hashchange', listener),
  },
  returnedFrom: left?.selected,
  saveKeys: browser.commands
    .getAll()
    .then((commands) => commands.find(({ name }) => name === 'save-page')?.shortcut ?? ''),
  now: Date.now,
  randomId: () => crypto.randomUUID(),
});
const place = { topRow: 0, shift: 0 };
const look = createSettingsModel(settingsArea);

// For `measure library`: when the rows stand before the person.
effect(() => {
  if (library.listing.value.is !== 'found') return;
  requestAnimationFrame(() => setTimeout(() => performance.mark('lectern:listed')));
});
window.addEventListener('pagehide', () => {
  const here: Left = { top: scrollY + place.shift, selected: library.selected.value?.id };
  history.replaceState(here, '');
});
render(
  <LibraryScreen library={library} look={look} startAt={left?.top ?? 0} place={place} />,
  document.getElementById('screen')!,
);
