import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  type AddItem,
  type AddJob,
  isFailed,
  isUnsettled,
  type Wish,
} from '../../article/adding.ts';
import { addressesIn } from '../../article/found-addresses.ts';
import type { Send } from '../../messages/protocol.ts';

/** How the page reaches the world; fakes of a few lines in tests. */
export interface AddWorld {
  send: Send;
  job: { load(): Promise<AddJob>; onChange(listener: (job: AddJob) => void): void };
  /** Asks the person to allow these sites; to be called in the turn of a click. */
  allow: (urls: readonly string[] | 'all') => Promise<boolean>;
  /** The pages in the tabs of the window, once all sites are allowed. */
  tabs: () => Promise<Wish[]>;
}

export type AddTrouble = 'refused' | 'tabs-refused' | 'no-tabs' | 'no-answer';

export interface AddModel {
  /** What the person pasted. */
  text: Signal<string>;
  /** The addresses in it. */
  found: ReadonlySignal<Wish[]>;
  items: ReadonlySignal<AddItem[]>;
  trouble: ReadonlySignal<AddTrouble | null>;
  /** How many have come to their outcome. */
  settled: ReadonlySignal<number>;
  /** Reads the pages of the addresses, if the person allows it. */
  read(): Promise<void>;
  /** Keeps the addresses alone. */
  keep(): Promise<void>;
  saveTabs(): Promise<void>;
  stop(): Promise<void>;
  /** Reads again what failed or was only kept, if the person allows it. */
  readAgain(): Promise<void>;
  /** Keeps the addresses of what failed. */
  keepRest(): Promise<void>;
}

/** A background killed in the middle is woken by being asked, every so many milliseconds. */
const WAKE = 5000;

/** Everything the page for adding does, without a page. */
export function createAddModel(world: AddWorld, wake = WAKE): AddModel {
  const text = signal('');
  const found = computed(() => addressesIn(text.value));
  const items = signal<AddItem[]>([]);
  const trouble = signal<AddTrouble | null>(null);
  const settled = computed(() => items.value.filter((item) => !isUnsettled(item)).length);

  let waking: ReturnType<typeof setTimeout> | undefined;
  const keepAwake = (): void => {
    clearTimeout(waking);
    if (!items.value.some(isUnsettled)) return;
    waking = setTimeout(() => {
      keepAwake();
      void world.send('add/go-on');
    }, wake);
  };
  const take = (job: AddJob): void => {
    items.value = job.items;
    keepAwake();
  };
  void world.job.load().then((job) => {
    take(job);
    if (job.items.some(isUnsettled)) void world.send('add/go-on');
  });
  world.job.onChange(take);

  const tell = async (asking: Promise<unknown>): Promise<void> => {
    trouble.value = null;
    try {
      await asking;
    } catch (error) {
      trouble.value = 'no-answer';
      throw error;
    }
  };
  const start = async (wishes: Wish[], read: boolean): Promise<void> => {
    await tell(world.send('add/start', { wishes, read }));
    text.value = '';
  };
  const urlsOf = (some: readonly Wish[]): string[] => some.map(({ url }) => url);

  return {
    text,
    found,
    items,
    trouble,
    settled,
    async read() {
      const wishes = found.value;
      if (wishes.length === 0) return;
      if (await world.allow(urlsOf(wishes))) await start(wishes, true);
      else trouble.value = 'refused';
    },
    async keep() {
      if (found.value.length > 0) await start(found.value, false);
    },
    async saveTabs() {
      if (!(await world.allow('all'))) {
        trouble.value = 'tabs-refused';
        return;
      }
      const wishes = await world.tabs();
      if (wishes.length === 0) trouble.value = 'no-tabs';
      else await tell(world.send('add/start', { wishes, read: true }));
    },
    stop: () => tell(world.send('add/stop')),
    async readAgain() {
      const rest = items.value.filter((item) => isFailed(item) || item.is === 'kept');
      if (await world.allow(urlsOf(rest))) await tell(world.send('add/again', { read: true }));
      else trouble.value = 'refused';
    },
    keepRest: () => tell(world.send('add/again', { read: false })),
  };
}
