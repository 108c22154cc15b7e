import { describe, expect, it, vi } from 'vitest';
import type { AddJob, Wish } from '../../src/article/adding.ts';
import type { ImportId } from '../../src/article/import-job.ts';
import { type Added, type Adder, createAdder } from '../../src/entrypoints/background/adder.ts';

const wish = (name: string): Wish => ({ url: `https://${name}.example/`, title: name });

/** A disk with a job, and pages that answer as they are told; `hold` leaves one without an answer. */
function world(disk: { job: AddJob } = { job: { items: [] } }, parts: readonly string[][] = []) {
  const hold = new Set<string>();
  const reading: string[] = [];
  let most = 0;
  const adder: Adder = createAdder(
    {
      area: {
        load: () => Promise.resolve(disk.job),
        save: (job) => {
          disk.job = structuredClone(job);
          return Promise.resolve();
        },
      },
      isAllowed: (url) => Promise.resolve(!url.includes('closed')),
      keep: () => Promise.resolve({ is: 'kept' }),
      read: async ({ title }, signal): Promise<Added> => {
        reading.push(title);
        most = Math.max(most, reading.length);
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (hold.has(title))
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
        reading.splice(reading.indexOf(title), 1);
        if (signal.aborted) return { is: 'cancelled' };
        if (title === 'broken') throw new Error('gone');
        return { is: title === 'shop' ? 'not-an-article' : 'saved' };
      },
      part: ({ position, ...rest }) =>
        Promise.resolve(
          parts[position]
            ? { wishes: parts[position].map(wish), rest: { ...rest, position: position + 1 } }
            : null,
        ),
      tidyUp: () => Promise.resolve(),
    },
    0,
  );
  const outcomes = (): string[] => disk.job.items.map(({ title, is }) => `${title} ${is}`);
  return { adder, disk, hold, outcomes, most: () => most };
}

describe('fetching the texts of an import', () => {
  const rest = { import: 'import' as ImportId, position: 0 };
  const parts = [['one', 'shop'], ['closed', 'two'], ['three']];

  it('takes a part after the other, and keeps what failed to be seen', async () => {
    const { adder, outcomes, disk } = world(undefined, parts);
    await adder.fetch(rest);
    await vi.waitFor(() => expect(disk.job.rest).toBeUndefined());
    expect(outcomes()).toEqual(['shop not-an-article', 'three saved']);
  });

  it('goes on after it was killed between two parts, and not after it was stopped', async () => {
    const killed = world({ job: { items: [], rest: { ...rest, position: 2 } } }, parts);
    await killed.adder.goOn();
    await vi.waitFor(() => expect(killed.outcomes()).toEqual(['three saved']));
    const stopped = world(undefined, parts);
    stopped.hold.add('one');
    await stopped.adder.fetch(rest);
    await vi.waitFor(() => expect(stopped.outcomes()).toContain('shop not-an-article'));
    await stopped.adder.stop();
    await stopped.adder.settled();
    expect(stopped.disk.job.rest).toBeUndefined();
    expect(stopped.outcomes()).toHaveLength(2);
  });
});

describe('adding addresses', () => {
  it('says of each what happened, two at a time', async () => {
    vi.spyOn(console, 'error').mockReturnValueOnce();
    const { adder, outcomes, most } = world();
    await adder.start(['one', 'shop', 'closed', 'broken', 'two'].map(wish), true);
    await adder.settled();
    expect(outcomes()).toEqual([
      'one saved',
      'shop not-an-article',
      'closed kept',
      'broken no-answer',
      'two saved',
    ]);
    expect(most()).toBe(2);
  });

  it('keeps only addresses when that was asked for', async () => {
    const { adder, outcomes } = world();
    await adder.start([wish('one')], false);
    await adder.settled();
    expect(outcomes()).toEqual(['one kept']);
  });

  it('stops when asked, and reads the rest again', async () => {
    const { adder, hold, outcomes } = world();
    hold.add('slow').add('slower');
    await adder.start(['slow', 'slower', 'one'].map(wish), true);
    await vi.waitFor(() => expect(outcomes()[1]).toBe('slower reading'));
    await adder.stop();
    expect(outcomes()).toEqual(['slow cancelled', 'slower cancelled', 'one cancelled']);
    hold.clear();
    await adder.again(true);
    await adder.settled();
    expect(outcomes()).toEqual(['slow saved', 'slower saved', 'one saved']);
  });

  it('goes on after a kill with what was not done', async () => {
    const first = world();
    first.hold.add('slow');
    await first.adder.start(['one', 'slow'].map(wish), true);
    await vi.waitFor(() => expect(first.outcomes()).toEqual(['one saved', 'slow reading']));
    const next = world({ job: structuredClone(first.disk.job) });
    await next.adder.goOn();
    await next.adder.settled();
    expect(next.outcomes()).toEqual(['one saved', 'slow saved']);
  });
});
