import {
  type AddItem,
  type AddJob,
  type AddOutcome,
  type AddRest,
  isFailed,
  isUnsettled,
  type Wish,
  withPart,
  withWishes,
} from '../../article/adding.ts';
import type { ArticleId } from '../../article/article.ts';

/** What became of an address, and the article that came of it. */
export interface Added {
  is: AddOutcome;
  id?: ArticleId;
}

/** How the adder reaches the world; fakes of a few lines in tests. */
export interface AdderWorld {
  area: { load(): Promise<AddJob>; save(job: AddJob): Promise<void> };
  isAllowed(url: string): Promise<boolean>;
  /** Reads a page that nobody looks at, and saves its article. */
  read(wish: Wish, signal: AbortSignal): Promise<Added>;
  /** Keeps the address alone. */
  keep(wish: Wish): Promise<Added>;
  /** The next articles of an import that wait for their text, and where those after them begin; null at the end. */
  part(rest: AddRest): Promise<{ wishes: Wish[]; rest: AddRest } | null>;
  /** Closes what a killed background left open. */
  tidyUp(): Promise<void>;
}

const AT_ONCE = 2;
/** Between one page and the next, in milliseconds: we are guests of these sites. */
const PAUSE = 500;

export interface Adder {
  /** Resolves when the wishes are written down; each comes to its outcome by and by. */
  start(wishes: readonly Wish[], read: boolean): Promise<void>;
  /** Reads the pages of the articles of an import that wait for their text. */
  fetch(rest: AddRest): Promise<void>;
  /** Leaves what has not come yet. */
  stop(): Promise<void>;
  /** Goes on where a killed background stopped. */
  goOn(): Promise<void>;
  /** Reads again what failed or was only kept; or keeps the addresses of what failed. */
  again(read: boolean): Promise<void>;
  /** When there is nothing left to do: for who waits for one address. */
  settled(): Promise<AddJob>;
}

/** What the person stopped may have been saved already. */
const mayBecome = (item: AddItem, { is }: Partial<AddItem>): boolean =>
  isUnsettled(item) || (item.is === 'cancelled' && is === 'saved');

/** Adds addresses one or two at a time. Every step is on disk before the next: nothing is lost when we are killed. */
export function createAdder(world: AdderWorld, pause = PAUSE): Adder {
  let loading: Promise<AddJob> | undefined;
  let running: Promise<void> | undefined;
  let stopping = new AbortController();
  let writing: Promise<void> = Promise.resolve();

  const current = (): Promise<AddJob> => (loading ??= world.area.load());

  /** One change after the other. */
  const change = (edit: (job: AddJob) => AddJob): Promise<void> => {
    const changed = writing.then(async () => {
      const job = edit(await current());
      loading = Promise.resolve(job);
      await world.area.save(job);
    });
    writing = changed.catch(() => undefined);
    return changed;
  };
  const set = (item: AddItem, after: Partial<AddItem>): Promise<void> =>
    change(({ items, ...job }) => ({
      ...job,
      items: items.map((one) =>
        one.url === item.url && mayBecome(one, after) ? { ...one, ...after } : one,
      ),
    }));

  const taken = new Set<string>();
  const take = async (): Promise<AddItem | undefined> => {
    const { items } = await current();
    const next = items.find(({ is, url }) => is === 'queued' && !taken.has(url));
    if (next) taken.add(next.url);
    return next;
  };

  const add = async (item: AddItem): Promise<Added> => {
    const { url, title, tabId, read } = item;
    const wish: Wish = { url, title, ...(tabId !== undefined && { tabId }) };
    if (!read || !(await world.isAllowed(url))) return world.keep(wish);
    await set(item, { is: 'reading' });
    return world.read(wish, stopping.signal);
  };

  const work = async (): Promise<void> => {
    for (;;) {
      const item = await take();
      if (!item) return;
      try {
        const added = await add(item).catch((error: unknown): Added => {
          console.error(error);
          return { is: 'no-answer' };
        });
        await set(item, added);
      } finally {
        taken.delete(item.url);
      }
      if (item.read) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };

  const isWaiting = async (): Promise<boolean> =>
    (await current()).items.some(({ is }) => is === 'queued');
  const run = (): Promise<void> =>
    (running ??= Promise.all(Array.from({ length: AT_ONCE }, work)).then(() => {
      running = undefined;
    }));
  /** Writes down the next part of an import; false where there is none. */
  const nextPart = async (): Promise<boolean> => {
    const { rest } = await current();
    if (!rest) return false;
    const part = await world.part(rest);
    await change((job) => {
      // Somebody stopped it, or began another, meanwhile.
      if (job.rest !== rest) return job;
      return part ? withPart(job, part.wishes, part.rest) : { items: job.items };
    });
    return isWaiting();
  };
  const begin = (): void => {
    if (stopping.signal.aborted) stopping = new AbortController();
    // What came while the last ones ended is begun then.
    void run().then(async () => {
      if ((await isWaiting()) || (await nextPart())) begin();
    });
  };

  return {
    async start(wishes, read) {
      await change((job) => withWishes(job, wishes, read));
      begin();
    },
    async fetch(rest) {
      await change(({ items }) => ({ items, rest }));
      if (running || (await isWaiting()) || (await nextPart())) begin();
    },
    async stop() {
      stopping.abort();
      // The rest of an import goes with it.
      await change(({ items }) => ({
        items: items.map((item) => (isUnsettled(item) ? { ...item, is: 'cancelled' } : item)),
      }));
    },
    async goOn() {
      const { items, rest } = await current();
      if (running || (!rest && !items.some(isUnsettled))) return;
      await world.tidyUp();
      // Whoever was asked meanwhile has begun already.
      if (running) return;
      await change((job) => ({
        ...job,
        items: job.items.map((item) => (item.is === 'reading' ? { ...item, is: 'queued' } : item)),
      }));
      begin();
    },
    async again(read) {
      await change(({ items, ...job }) => ({
        ...job,
        items: items.map((item) =>
          isFailed(item) || (read && item.is === 'kept') ? { ...item, read, is: 'queued' } : item,
        ),
      }));
      begin();
    },
    async settled() {
      do await run();
      while (await isWaiting());
      return current();
    },
  };
}
