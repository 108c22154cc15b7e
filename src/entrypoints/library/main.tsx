import '../../ui/tokens.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { isDue, postponed } from '../../article/backup-plan.ts';
import { done } from '../../article/result.ts';
import { answerHere } from '../../messages/answer-here.ts';
import { ask, onAnnouncement } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import { backupPlanArea } from '../../platform/backup-place.ts';
import { importFiles, importLocks } from '../../platform/import-files.ts';
import { openPage, pageAddress } from '../../platform/pages.ts';
import { saveFile } from '../../platform/save-file.ts';
import { keysArea } from '../../platform/reader-areas.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { KEYS } from '../../screens/library/keys.ts';
import { createLibraryModel } from '../../screens/library/model.ts';
import { createStoppedImport } from '../../screens/library/stopped-import.ts';
import { LibraryScreen } from '../../screens/library/Screen.tsx';
import { LibraryReading } from '../../store/library-reading.ts';
import { createKeysModel } from '../../ui/keys-model.ts';
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
/** With the words that found it, which the reader then marks. */
const readerAddress = (id: ArticleId, words: string): string =>
  pageAddress('reader', { id }) + (words && `#${new URLSearchParams({ words }).toString()}`);

const reading = new LibraryReading();
const send = answerHere(
  {
    'library/find': async (query) => done(await reading.find(query)),
    'library/ids': async (query) => done(await reading.ids(query)),
    'library/rows': async (ids) => done(await reading.rows(ids)),
    'library/counts': async () => done(await reading.counts()),
  },
  ask,
);
const library = createLibraryModel({
  // For `measure library`: when a question was asked, and answered.
  send: async (name, ...about) => {
    const start = performance.now();
    const answer = await send(name, ...about);
    if (name === 'library/find') performance.measure('lectern:found', { start });
    return answer;
  },
  readerAddress,
  openReader: (id, words) => location.assign(readerAddress(id, words)),
  openOriginal: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
  openTabs: (urls) => {
    for (const url of urls) void browser.tabs.create({ url, active: false });
  },
  openSettings: () => void openPage('options'),
  saveFile,
  openExport: (ids, query) =>
    void import('../../screens/export/mount.tsx').then(({ openExport }) =>
      openExport({ send: ask, saveFile }, { ids, query }),
    ),
  onLibraryChange: (listener) => {
    onAnnouncement('library/changed', listener);
    // A search may ask for them.
    onAnnouncement('highlights/changed', listener);
  },
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
/** A backup that is due and cannot be made by itself. */
const backupDue = signal<{ last: number } | null>(null);
const AFTER_OPENING = 3000;
const askLater = async (): Promise<void> => {
  await backupPlanArea.save(postponed(await backupPlanArea.load(), Date.now()));
};
setTimeout(() => {
  void backupPlanArea.load().then(async (plan) => {
    if (!isDue(plan, Date.now())) return;
    // What writes it is loaded only when there is something to write.
    const { backUpWhenDue } = await import('../backup/when-due.ts');
    if (!(await backUpWhenDue())) backupDue.value = { last: plan.last };
  });
}, AFTER_OPENING);
const place = { topRow: 0, shift: 0 };
const stoppedImport = createStoppedImport({
  send: ask,
  isHeld: importLocks.isHeld,
  goOn: (id) => location.assign(pageAddress('import', { job: id })),
  dropFiles: importFiles.drop,
});
/** The page of imports finds them under a name; where none can be kept, they are chosen there again. */
const takeFiles = async (files: File[]): Promise<void> => {
  const id = crypto.randomUUID();
  const query = (await importFiles.keep(id, files)) ? { take: id } : undefined;
  location.assign(pageAddress('import', query));
};
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
  <LibraryScreen
    library={library}
    look={look}
    keys={createKeysModel('list', KEYS, keysArea)}
    startAt={left?.top ?? 0}
    place={place}
    highlightsAddress={pageAddress('highlights')}
    backupDue={backupDue}
    onBackupLater={() => {
      backupDue.value = null;
      void askLater();
    }}
    moveAddresses={{ import: pageAddress('import'), backup: pageAddress('backup') }}
    stoppedImport={stoppedImport}
    onFiles={(files) => void takeFiles(files)}
  />,
  document.getElementById('screen')!,
);
