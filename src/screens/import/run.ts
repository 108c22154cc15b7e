import type { ImportCounts, ImportJob } from '../../article/import-job.ts';
import { breaths } from '../../formats/in/breath.ts';
import { entriesIn } from '../../formats/in/read-files.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import { failed, type Result } from '../../article/result.ts';
import type { Send } from '../../messages/protocol.ts';
import { type Ready, readyOf } from './ready.ts';
import type { readText } from './text.ts';

interface RunWorld {
  send: Send;
  readText: typeof readText;
  signal: AbortSignal;
  onProgress: (next: number, counts: ImportCounts) => void;
}

/** Of one transaction: others wait for it. */
const ROWS = 500;
/** Batches sent and not yet kept: while one is written the next is made ready to be. */
const UNDER_WAY = 2;
/** In UTF-16 units; a message between processes holds some 64 MB. */
const MOST_TEXT = 3_000_000;

type Trouble = LibraryFailure | 'no-answer';
/** Stopped: the signal, or another page, ended it before all rows were kept. */
export type RunEnd = 'done' | 'stopped' | 'gone';

/** Brings in the rows of the files that the job has not had yet, batch by batch. */
export async function runImport(
  files: readonly File[],
  job: ImportJob,
  world: RunWorld,
): Promise<Result<RunEnd, Trouble>> {
  let { next } = job;
  for (;;) {
    const end = await runFrom(next, files, job, world);
    if (typeof end !== 'number') return end;
    // Another page has brought in some of it meanwhile.
    next = end;
  }
}

/** What became of a batch: null, it was kept; or the end; or where to begin anew. */
type Kept = Result<RunEnd, Trouble> | number | null;

/** The end; or where to begin anew. */
async function runFrom(
  from: number,
  files: readonly File[],
  job: ImportJob,
  { send, readText, signal, onProgress }: RunWorld,
): Promise<Result<RunEnd, Trouble> | number> {
  const breathe = breaths();
  let row = 0;
  let batch = emptyBatch(from);
  const underWay: Promise<Kept>[] = [];
  // What comes after one that was not kept changes nothing; it is waited for, so that all is quiet then.
  const keepUp = async (most: number): Promise<Kept> => {
    while (underWay.length > most) {
      const kept = await underWay.shift()!;
      if (kept === null) continue;
      await Promise.all(underWay);
      return kept;
    }
    return null;
  };
  const flush = async (): Promise<Kept> => {
    const { position, rows, entries } = batch;
    batch = emptyBatch(position + rows);
    const end = await keepUp(UNDER_WAY - 1);
    if (end !== null) return end;
    const keeping = send('imports/keep', { job: job.id, position, rows, entries }).then(
      (kept) => {
        if (!kept.ok) return kept;
        if (!kept.value) return { ok: true as const, value: 'gone' as const };
        onProgress(kept.value.next, kept.value.counts);
        if (kept.value.state !== 'running') return { ok: true as const, value: 'stopped' as const };
        return kept.value.next === position + rows ? null : kept.value.next;
      },
      () => failed('no-answer' as const),
    );
    underWay.push(keeping);
    return null;
  };
  for await (const entry of entriesIn(files, job.startedAt, signal)) {
    row += 1;
    if (row <= from) continue;
    const ready = await readyOf(entry, { ...job, at: job.startedAt, readText });
    batch.rows += 1;
    batch.entries.push(...ready);
    for (const one of ready) batch.text += sizeOf(one);
    if (batch.rows >= ROWS || batch.text >= MOST_TEXT) {
      const end = await flush();
      if (end !== null) return end;
    }
    const pause = breathe();
    if (pause) await pause;
  }
  if (signal.aborted) {
    await keepUp(0);
    return { ok: true, value: 'stopped' };
  }
  if (batch.rows > 0) {
    const end = await flush();
    if (end !== null) return end;
  }
  return (await keepUp(0)) ?? { ok: true, value: 'done' };
}

interface Batch {
  position: number;
  rows: number;
  text: number;
  entries: Ready[];
}

const emptyBatch = (position: number): Batch => ({ position, rows: 0, text: 0, entries: [] });

const sizeOf = (ready: Ready): number =>
  ready.is === 'fault'
    ? ready.bit.length
    : (ready.text?.html.length ?? 0) +
      ready.highlights.reduce((sum, { quote, note }) => sum + quote.exact.length + note.length, 0);
