import type { AddOutcome, Wish } from '../../article/adding.ts';
import type { ReadFailure } from '../../article/read-failure.ts';
import { browser, type Tabs } from '../../platform/browser.ts';
import { tabsBehind } from '../../platform/adding-area.ts';
import { refusalOf } from '../../platform/refusals.ts';
import { keepAddress } from '../../store/addresses.ts';
import type { Library } from '../../store/library.ts';
import type { Added } from './adder.ts';
import { giveWay } from './give-way.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import { readAndSave } from './save-page.ts';

/** A page may take so long to come, in milliseconds; then what is there is read. */
const PATIENCE = 30_000;
const LOOK = 200;
/** Firefox shows about:blank first, and is done with it at once. */
const UNKNOWN = 3_000;
/** Pages that fill themselves by script are given so many more looks. */
const LOOKS = 4;

/** Reads an address in a tab that does not come to the front, and saves its article. */
export async function readBehind(
  library: Library,
  pictures: PictureKeeper,
  wish: Wish,
  signal: AbortSignal,
): Promise<Added> {
  if (refusalOf({ url: wish.url })) return { is: 'not-allowed' };
  const there = await library.savedAs(wish.url);
  if (!there.ok) return { is: 'not-stored' };
  if (there.value && !there.value.waiting) return { is: 'already', id: there.value.id };
  const open = await shownIn(wish);
  if (open) return readIn(library, pictures, wish, open, signal);

  const tab = await browser.tabs.create({ url: wish.url, active: false });
  await remember(tab.id!, true);
  try {
    const loaded = await whenLoaded(tab.id!, signal);
    return loaded ? await readIn(library, pictures, wish, loaded, signal) : { is: 'no-answer' };
  } finally {
    await close(tab.id!);
  }
}

/** The tab that the wish came from, if it still shows that page and is awake. */
async function shownIn({ tabId, url }: Wish): Promise<Tabs.Tab | null> {
  if (tabId === undefined) return null;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url === url && !refusalOf(tab) ? tab : null;
}

async function readIn(
  library: Library,
  pictures: PictureKeeper,
  wish: Wish,
  tab: Tabs.Tab,
  signal: AbortSignal,
): Promise<Added> {
  for (let looks = 1; ; looks += 1) {
    if (signal.aborted) return { is: 'cancelled' };
    const saved = await readAndSave(library, pictures, tab, { waitForPictures: true });
    if (saved.ok) {
      const { id, already } = saved.value;
      await giveWay(library, wish.url, id);
      return { is: already ? 'already' : 'saved', id };
    }
    if (saved.reason.is === 'library') return { is: 'not-stored' };
    const { failure } = saved.reason;
    if (failure === 'still-loading' && looks < LOOKS) {
      await pause(LOOK * 4);
      continue;
    }
    // It led to a site that is not allowed.
    if (failure === 'no-access') return keepWish(library, wish);
    return { is: outcomeOf(failure) };
  }
}

/** Keeps the address alone, for when it is next opened. */
export async function keepWish(library: Library, wish: Wish): Promise<Added> {
  const kept = await keepAddress(library, wish);
  if (!kept.ok) return { is: 'not-stored' };
  const { id, already } = kept.value;
  if (!already) return { is: 'kept', id };
  const there = await library.savedAs(wish.url);
  return { is: there.ok && there.value?.waiting ? 'kept' : 'already', id };
}

function outcomeOf(failure: ReadFailure): AddOutcome {
  switch (failure) {
    case 'list-page':
    case 'no-article':
    case 'not-a-page':
    case 'pdf':
    case 'too-large':
    case 'too-deep':
    case 'still-loading':
      return 'not-an-article';
    case 'error-page':
    case 'no-answer':
    case 'asleep':
    case 'broken':
      return 'no-answer';
    case 'browser-page':
    case 'add-on-store':
    case 'extension-page':
    case 'view-source':
    case 'local-file':
    case 'no-access':
      return 'not-allowed';
  }
}

/** The tab as it is when its page is there; null when it was closed or given up. */
async function whenLoaded(tabId: number, signal: AbortSignal): Promise<Tabs.Tab | null> {
  const begun = Date.now();
  for (;;) {
    // Each question also keeps a service worker awake.
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (!tab || signal.aborted) return null;
    const waited = Date.now() - begun;
    const isThere = /^https?:/.test(tab.url ?? '') || waited > UNKNOWN;
    if ((tab.status === 'complete' && isThere) || waited > PATIENCE) return tab;
    await pause(LOOK);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function close(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // Somebody went to it, and may be reading.
  if (tab && !tab.active) await browser.tabs.remove(tabId).catch(() => undefined);
  await remember(tabId, false);
}

let remembering: Promise<void> = Promise.resolve();
function remember(tabId: number, isOpen: boolean): Promise<void> {
  remembering = remembering.then(async () => {
    const others = (await tabsBehind.load()).filter((id) => id !== tabId);
    await tabsBehind.save(isOpen ? [...others, tabId] : others);
  });
  return remembering;
}

/** Closes the tabs that a killed background had opened to read in. */
export async function closeLeftTabs(): Promise<void> {
  for (const tabId of await tabsBehind.load()) await close(tabId);
}
