import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ImportBatch, ImportId, ImportJob } from '../../../src/article/import-job.ts';
import { done, failed } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { runImport } from '../../../src/screens/import/run.ts';
import type { SafeHtml } from '../../../src/sanitize/safe-html.ts';

const ROWS = 2300;
const FILE = new File(
  [
    ['title,url,time_added,tags,status']
      .concat(
        Array.from(
          { length: ROWS },
          (_, at) => `Tide ${at},https://a.example/${at},${1_500_000_000 + at},,unread`,
        ),
      )
      .join('\n'),
  ],
  'part_000000.csv',
);
const NOTHING = { added: 0, merged: 0, same: 0, failed: 0 };
const JOB: ImportJob = {
  ...{ id: 'job' as ImportId, startedAt: 1_700_000_000_000, state: 'running' },
  ...{ files: [], formats: [], foldersAsTags: false, total: ROWS, next: 0, counts: NOTHING },
};

type Batch = ImportBatch<SafeHtml>;

/** A background that keeps batches as the library does, when another came too, or none did for a while. */
function background(fails: (batch: Batch) => boolean = () => false) {
  const seen = { next: 0, waiting: 0, most: 0, urls: [] as string[] };
  const keep = async (batch: Batch): Promise<unknown> => {
    seen.waiting += 1;
    seen.most = Math.max(seen.most, seen.waiting);
    for (const last = Date.now() + 1000; seen.most < 2 && Date.now() < last;) await turn();
    seen.waiting -= 1;
    if (fails(batch)) return failed('storage-full');
    if (batch.position === seen.next) {
      seen.next += batch.rows;
      for (const one of batch.entries) if (one.is === 'article') seen.urls.push(one.url);
    }
    return done({ next: seen.next, counts: NOTHING, state: 'running' });
  };
  const send = ((_: string, batch: Batch) => keep(batch)) as unknown as Send;
  return { seen, send };
}

const run = (send: Send, signal = new AbortController().signal) =>
  runImport([FILE], JOB, {
    ...{ send, signal, onProgress: () => undefined },
    readText: () => Promise.reject(new Error('No row has a text.')),
  });

describe('an import', () => {
  it('brings every row once, in order, the next batch ready while one is kept', async () => {
    const { seen, send } = background();
    expect(await run(send)).toEqual(done('done'));
    expect(seen.urls).toEqual(Array.from({ length: ROWS }, (_, at) => `https://a.example/${at}`));
    expect(seen.most).toBe(2);
  });

  it('ends at a batch that cannot be kept, when no other is under way', async () => {
    const { seen, send } = background(({ position }) => position > 0);
    expect(await run(send)).toEqual(failed('storage-full'));
    expect(seen.waiting).toBe(0);
    expect(seen.urls).toHaveLength(seen.next);
  });

  it('goes on from where another page has brought it', async () => {
    const { seen, send } = background();
    seen.next = 700;
    expect(await run(send)).toEqual(done('done'));
    expect(seen.next).toBe(ROWS);
    expect(seen.urls[0]).toBe('https://a.example/700');
    expect(new Set(seen.urls).size).toBe(ROWS - 700);
  });
});
