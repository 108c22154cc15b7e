// First, for it declares the order of the cascade layers.
import '../../ui/tokens.css';
import { render } from 'preact';
import type { ImportId } from '../../article/import-job.ts';
import { ask } from '../../platform/background-link.ts';
import { ALL_SITES, askForGrants } from '../../platform/grants.ts';
import { importFiles, importLocks } from '../../platform/import-files.ts';
import { pageAddress } from '../../platform/pages.ts';
import { saveFile } from '../../platform/save-file.ts';
import { settingsArea } from '../../platform/settings-area.ts';
import { browserStrings } from '../../platform/strings.ts';
import { createImportModel } from '../../screens/import/model.ts';
import { reportOf } from '../../screens/import/report.ts';
import { ImportScreen } from '../../screens/import/Screen.tsx';
import { readText } from '../../screens/import/text.ts';
import { reasonWords } from '../../screens/import/words.ts';
import { createSettingsModel } from '../../ui/settings-model.ts';
import { provideStrings, t } from '../../ui/strings.ts';

provideStrings(browserStrings());
const model = createImportModel({
  send: ask,
  files: importFiles,
  locks: importLocks,
  readText,
  allowAll: () => askForGrants([ALL_SITES]),
  showAdding: () => location.assign(pageAddress('add')),
  saveReport(faults, day) {
    const headings = [
      t('importReportFile'),
      t('importReportRow'),
      t('importReportReason'),
      t('importReportBit'),
    ];
    const table = reportOf(faults, headings, reasonWords);
    const name = `lectern-import-${new Date(day).toISOString().slice(0, 10)}.csv`;
    saveFile(name, new Blob([table], { type: 'text/csv' }));
  },
  now: Date.now,
  randomId: () => crypto.randomUUID(),
});
createSettingsModel(settingsArea);

render(
  <ImportScreen model={model} libraryAddress={pageAddress('library')} />,
  document.getElementById('screen')!,
);
/** `take`: files that were dropped on the list; `job`: an import that stopped half way. */
const query = new URLSearchParams(location.search);
const [take, job] = [query.get('take'), query.get('job')];
// Once: the page may be loaded anew.
history.replaceState(null, '', location.pathname);
const files = take ? await importFiles.take(take) : null;
if (files) void model.choose(files, take!);
if (job) void model.goOn(job as ImportId);
// Last: it clears away the files that nobody has taken.
void model.load();
