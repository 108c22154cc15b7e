import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Time } from '../../article/article.ts';
import {
  type ImportCounts,
  type ImportFault,
  type ImportId,
  type ImportJob,
  noCounts,
} from '../../article/import-job.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import type { Result } from '../../article/result.ts';
import type { Send } from '../../messages/protocol.ts';
import { type Preview, previewOf } from './preview.ts';
import { runImport } from './run.ts';
import type { readText } from './text.ts';

/** How the page reaches the world; fakes of a few lines in tests. */
export interface ImportWorld {
  send: Send;
  files: {
    keep(id: string, files: readonly File[]): Promise<boolean>;
    take(id: string): Promise<File[] | null>;
    drop(id: string): Promise<void>;
    ids(): Promise<string[]>;
  };
  locks: { hold(id: string): Promise<boolean>; isHeld(id: string): Promise<boolean> };
  readText: typeof readText;
  /** Asks the person to allow all sites; to be called in the turn of a click. */
  allowAll: () => Promise<boolean>;
  /** Goes to the page that shows how the fetching goes. */
  showAdding: () => void;
  saveReport: (faults: readonly ImportFault[], day: Time) => void;
  now: () => Time;
  randomId: () => string;
}

export type ImportTrouble =
  LibraryFailure | 'no-answer' | 'files-gone' | 'elsewhere' | 'unreadable' | 'refused';

export type ImportView =
  | { is: 'choose' }
  | { is: 'reading'; rows: number }
  | { is: 'preview'; preview: Preview }
  | { is: 'importing'; job: ImportJob; next: number; counts: ImportCounts; seconds: number | null }
  | { is: 'over'; job: ImportJob }
  | { is: 'trouble'; reason: ImportTrouble; job?: ImportJob };

export interface ImportModel {
  view: ReadonlySignal<ImportView>;
  /** It has taken longer than a moment: Cancel is worth showing. */
  slow: ReadonlySignal<boolean>;
  /** False where a closed tab ends the import: in a private window. */
  canGoOn: ReadonlySignal<boolean>;
  /** Imports of the last 30 days that are over, the latest first. */
  past: ReadonlySignal<ImportJob[]>;
  /** Imports that stopped half way, and that no tab is busy with. */
  stopped: ReadonlySignal<ImportJob[]>;
  undoing: ReadonlySignal<{ id: ImportId; part: number } | null>;
  foldersAsTags: Signal<boolean>;
  /** Looks at files that the person chose; `id`: under which they are kept already. */
  choose(files: readonly File[], id?: string): Promise<void>;
  start(): Promise<void>;
  /** Ends the looking or the import; what came stays. */
  cancel(): void;
  /** Back to the beginning. */
  again(): void;
  goOn(id: ImportId): Promise<void>;
  /** Ends an import that stopped half way; what came stays. */
  leave(id: ImportId): Promise<void>;
  undo(id: ImportId): Promise<void>;
  /** Has the pages of the articles fetched that wait for their text, if the person allows it. */
  fetchTexts(job: ImportJob): Promise<void>;
  saveReport(job: ImportJob): Promise<void>;
  /** Reads the list of imports anew. */
  load(): Promise<void>;
}

const A_MOMENT = 1000;
const SHOWN_FILES = 5;
/** So long it is seen how fast it goes. */
const KNOWN_AFTER = 2000;

interface Chosen {
  id: ImportId;
  files: readonly File[];
  keeping: Promise<boolean>;
  startedAt: Time;
}

/** Everything the page for imports does, without a page. */
export function createImportModel(world: ImportWorld): ImportModel {
  const view = signal<ImportView>({ is: 'choose' });
  const slow = signal(false);
  const canGoOn = signal(true);
  const past = signal<ImportJob[]>([]);
  const stopped = signal<ImportJob[]>([]);
  const undoing = signal<{ id: ImportId; part: number } | null>(null);
  const foldersAsTags = signal(true);
  let chosen: Chosen | undefined;
  let ending = new AbortController();

  const load = async (): Promise<void> => {
    const all = await world.send('imports/all').catch(() => null);
    if (!all?.ok) return;
    const running = all.value.filter(({ state }) => state === 'running');
    const held = await Promise.all(running.map(({ id }) => world.locks.isHeld(id)));
    stopped.value = running.filter((_job, at) => !held[at]);
    past.value = all.value.filter(({ state }) => state !== 'running');
    await dropStrays(running);
  };
  /** Files that no import needs any more. */
  const dropStrays = async (running: readonly ImportJob[]): Promise<void> => {
    for (const id of await world.files.ids()) {
      const isNeeded = id === chosen?.id || running.some((job) => job.id === id);
      if (!isNeeded && !(await world.locks.isHeld(id))) await world.files.drop(id);
    }
  };
  const begin = (): AbortSignal => {
    ending.abort();
    ending = new AbortController();
    slow.value = false;
    const { signal: ended } = ending;
    setTimeout(() => {
      if (!ended.aborted) slow.value = true;
    }, A_MOMENT);
    return ended;
  };
  const trouble = (reason: ImportTrouble, job?: ImportJob): void => {
    view.value = { is: 'trouble', reason, ...(job && { job }) };
  };
  const asked = async <T>(
    asking: Promise<Result<T, LibraryFailure>>,
  ): Promise<Result<T, LibraryFailure | 'no-answer'>> =>
    asking.catch(() => ({ ok: false as const, reason: 'no-answer' as const }));

  /** `kept`: the name that they are kept under already. */
  const choose = async (files: readonly File[], kept?: string): Promise<void> => {
    if (files.length === 0 || view.value.is === 'importing') return;
    const now = begin();
    if (chosen) void world.files.drop(chosen.id);
    const startedAt = world.now();
    view.value = { is: 'reading', rows: 0 };
    const id = kept ?? world.randomId();
    // Named before the first wait: what nobody names is a stray.
    const held = world.locks.hold(id);
    const keeping = kept ? Promise.resolve(true) : held.then(() => world.files.keep(id, files));
    chosen = { id: id as ImportId, files, startedAt, keeping };
    await held;
    try {
      const preview = await previewOf(files, {
        now: startedAt,
        isEmpty: async () => {
          const counts = await world.send('library/counts');
          return counts.ok && counts.value.all === 0;
        },
        there: async (ids) => {
          const signs = await world.send('imports/there', ids);
          return signs.ok ? signs.value : '';
        },
        signal: now,
        onProgress: (rows) => {
          if (!now.aborted) view.value = { is: 'reading', rows };
        },
      });
      if (now.aborted) return;
      if (preview) view.value = { is: 'preview', preview };
    } catch (error) {
      console.error(error);
      if (!now.aborted) trouble('unreadable');
    } finally {
      if (!now.aborted) ending.abort();
    }
  };

  const run = async (job: ImportJob, files: readonly File[]): Promise<void> => {
    const now = begin();
    const began = performance.now();
    const { next: from, total } = job;
    const show = (next: number, counts: ImportCounts): void => {
      const taken = performance.now() - began;
      const rate = (next - from) / taken;
      const seconds =
        taken > KNOWN_AFTER && rate > 0 ? Math.max(0, total - next) / rate / 1000 : null;
      view.value = { is: 'importing', job, next, counts, seconds };
    };
    show(from, job.counts);
    const { send, readText } = world;
    const end = await runImport(files, job, {
      send,
      readText,
      signal: now,
      onProgress: show,
    }).catch((error: unknown) => {
      console.error(error);
      return { ok: false as const, reason: 'unreadable' as const };
    });
    if (!end.ok) return trouble(end.reason, job);
    await finish(job, end.value === 'done' ? 'done' : 'stopped');
  };
  const finish = async (job: ImportJob, state: 'done' | 'stopped'): Promise<void> => {
    const ended = await asked(world.send('imports/end', { job: job.id, state }));
    if (!ended.ok) return trouble(ended.reason, job);
    await world.files.drop(job.id);
    if (chosen?.id === job.id) chosen = undefined;
    if (ended.value) view.value = { is: 'over', job: ended.value };
    else view.value = { is: 'choose' };
    await load();
  };

  const again = (): void => {
    ending.abort();
    if (chosen) void world.files.drop(chosen.id);
    chosen = undefined;
    view.value = { is: 'choose' };
  };

  return {
    view,
    slow,
    canGoOn,
    past,
    stopped,
    undoing,
    foldersAsTags,
    choose,
    async start() {
      const shown = view.value;
      if (shown.is !== 'preview' || !chosen) return;
      const { id, files, startedAt, keeping } = chosen;
      const { preview } = shown;
      const wanted: ImportJob = {
        id,
        startedAt,
        state: 'running',
        files: files.slice(0, SHOWN_FILES).map(({ name }) => name),
        formats: preview.formats.map(({ name }) => name),
        foldersAsTags: foldersAsTags.value,
        total: preview.rows,
        next: 0,
        counts: noCounts(),
      };
      view.value = { is: 'importing', job: wanted, next: 0, counts: noCounts(), seconds: null };
      canGoOn.value = await keeping;
      const job = await asked(world.send('imports/begin', wanted));
      if (job.ok) await run(job.value, files);
      else trouble(job.reason, wanted);
    },
    cancel() {
      ending.abort();
      if (view.value.is === 'reading') again();
    },
    again,
    async goOn(id) {
      const all = await asked(world.send('imports/all'));
      if (!all.ok) return trouble(all.reason);
      const job = all.value.find((one) => one.id === id && one.state === 'running');
      if (!job) {
        view.value = { is: 'choose' };
        return load();
      }
      const ours = chosen?.id === id ? chosen.files : null;
      if (!ours && !(await world.locks.hold(id))) return trouble('elsewhere', job);
      const files = ours ?? (await world.files.take(id));
      if (!files) return trouble('files-gone', job);
      chosen = { id, files, startedAt: job.startedAt, keeping: Promise.resolve(true) };
      stopped.value = stopped.value.filter((one) => one.id !== id);
      await run(job, files);
    },
    async leave(id) {
      const ended = await asked(world.send('imports/end', { job: id, state: 'stopped' }));
      if (!ended.ok) return trouble(ended.reason);
      await world.files.drop(id);
      if (chosen?.id === id) chosen = undefined;
      view.value = ended.value ? { is: 'over', job: ended.value } : { is: 'choose' };
      await load();
    },
    async undo(id) {
      if (undoing.value) return;
      undoing.value = { id, part: 0 };
      for (;;) {
        const step = await asked(world.send('imports/undo', id));
        if (!step.ok) {
          undoing.value = null;
          return trouble(step.reason);
        }
        const { left, total } = step.value;
        if (left === 0) break;
        undoing.value = { id, part: 1 - left / Math.max(1, total) };
      }
      await load();
      undoing.value = null;
      const shown = view.value;
      const now = past.value.find((job) => job.id === id);
      if (now && shown.is === 'over' && shown.job.id === id) view.value = { is: 'over', job: now };
    },
    async fetchTexts(job) {
      if (!(await world.allowAll())) return trouble('refused');
      const begun = await world.send('imports/fetch', job.id).catch(() => false);
      if (begun) world.showAdding();
      else trouble('no-answer');
    },
    async saveReport(job) {
      const faults = await asked(world.send('imports/faults', job.id));
      if (faults.ok) world.saveReport(faults.value, job.startedAt);
      else trouble(faults.reason);
    },
    load,
  };
}
