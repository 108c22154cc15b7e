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
const ROWS = 1000;
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
  let sending: Promise<Result<RunEnd, Trouble> | number | null> = Promise.resolve(null);
  // One is kept while the next is made ready.
  const flush = async (): Promise<typeof sending> => {
    const before = await sending;
    if (before !== null) return before;
    const { position, rows, entries } = batch;
    batch = emptyBatch(position + rows);
    sending = send('imports/keep', { job: job.id, position, rows, entries }).then(
      (kept) => {
        if (!kept.ok) return kept;
        if (!kept.value) return { ok: true as const, value: 'gone' as const };
        onProgress(kept.value.next, kept.value.counts);
        if (kept.value.state !== 'running') return { ok: true as const, value: 'stopped' as const };
        return kept.value.next === position + rows ? null : kept.value.next;
      },
      () => failed('no-answer' as const),
    );
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
    await sending;
    return { ok: true, value: 'stopped' };
  }
  if (batch.rows > 0) {
    const end = await flush();
    if (end !== null) return end;
  }
  return (await sending) ?? { ok: true, value: 'done' };
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
