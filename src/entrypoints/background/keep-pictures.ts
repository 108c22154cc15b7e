import type { MissingPicture } from '../../article/album.ts';
import type { ArticleId } from '../../article/article.ts';
import type { Fetched } from '../../platform/fetched.ts';
import type { PictureTab } from '../../platform/picture-tabs.ts';
import type { Albums } from '../../store/albums.ts';
import type { examinePicture } from './examine-picture.ts';

/** So many pictures of one article at a time. */
const LANES = 4;
/** A site that let us wait so often, so many milliseconds, is not asked again for this article. */
const MOST_SILENCES = 3;
const SILENCE = 5000;

/** How the keeper reaches the world; fakes of a few lines in tests. */
export interface KeeperWorld {
  albums: Albums;
  fetch: (src: string, tab: PictureTab | undefined) => Promise<Fetched>;
  examine: typeof examinePicture;
  /** Makes pixels of a drawing, as far as the tab is still there. */
  draw: (svg: string, tab: PictureTab | undefined) => Promise<ArrayBuffer | null>;
  tabOf: (id: ArticleId) => Promise<PictureTab | undefined>;
  /** Whether we may fetch from the site of an address ourselves. */
  isGranted: (src: string) => Promise<boolean>;
  /** Outlives the background: whether there may be something to do. */
  pending: { get: () => Promise<boolean>; set: (pending: boolean) => Promise<void> };
  /** Something about the pictures of an article is another now. */
  onChange: () => void;
  /** The list has another small picture. */
  onThumbnail: () => void;
}

export interface PictureKeeper {
  /** Saves, so that what is to be fetched after it is not forgotten when we are ended in between. */
  during<T>(save: () => Promise<T>): Promise<T>;
  /** Fetches what waits for an article, after those that were asked for before. */
  add(id: ArticleId): void;
  /** Goes on where the last background was ended. */
  resume(): Promise<void>;
  /** The person granted sites: what was missing for want of that is fetched now. */
  granted(): Promise<void>;
  /** When there is nothing to do any more. */
  idle(): Promise<void>;
}

/**
 * Fetches the pictures that wait, one article after the other. The albums say what is to be done, so
 * being ended at any time loses no more than the pictures under way.
 */
export function createPictureKeeper(world: KeeperWorld): PictureKeeper {
  const { albums } = world;
  // A full disk takes not even this; the text may still fit.
  const pending = {
    get: world.pending.get,
    set: (is: boolean) => world.pending.set(is).catch((error: unknown) => console.error(error)),
  };
  const queue = new Set<ArticleId>();
  let saves = 0;
  let working: Promise<void> | undefined;
  /** The library failed us: the next background is to try. */
  let isLeft = false;

  const workOff = async (): Promise<void> => {
    try {
      for (let [id] = queue; id !== undefined; [id] = queue) {
        queue.delete(id);
        isLeft = !(await keepAlbum(world, id)) || isLeft;
        world.onChange();
      }
    } finally {
      working = undefined;
    }
    await settle();
  };

  /** With nothing left to do the next background need not look. */
  const settle = async (): Promise<void> => {
    if (queue.size + saves === 0 && !working && !isLeft) await pending.set(false);
  };

  const keeper: PictureKeeper = {
    async during(save) {
      saves += 1;
      try {
        await pending.set(true);
        return await save();
      } finally {
        saves -= 1;
      }
    },
    add(id) {
      queue.add(id);
      working ??= pending.set(true).then(workOff);
    },
    async resume() {
      if (!(await pending.get())) return;
      const waiting = await albums.find((album) => album.waiting.length > 0);
      if (!waiting.ok) return;
      for (const { id } of waiting.value) keeper.add(id);
      await settle();
    },
    async granted() {
      await pending.set(true);
      const wanting = await albums.find(({ missing }) => missing.some(wantsGrant));
      if (!wanting.ok) return;
      const sites = new Map<string, Promise<boolean>>();
      const isGranted = (src: string): Promise<boolean> => {
        const { origin } = new URL(src);
        const known = sites.get(origin) ?? world.isGranted(src);
        sites.set(origin, known);
        return known;
      };
      for (const { id, missing } of wanting.value) {
        const now = new Set<string>();
        for (const one of missing.filter(wantsGrant))
          if (await isGranted(one.src)) now.add(one.src);
        if (now.size === 0) continue;
        await albums.retry(id, (one) => wantsGrant(one) && now.has(one.src));
        keeper.add(id);
      }
      await settle();
    },
    idle: () => working ?? Promise.resolve(),
  };
  return keeper;
}

const wantsGrant = ({ reason }: MissingPicture): boolean => reason === 'no-grant';

/**
 * Fetches what waits for one article. Stops when nobody waits any more, or the disk is full. False when
 * the library could not take it.
 */
async function keepAlbum(world: KeeperWorld, id: ArticleId): Promise<boolean> {
  const { albums } = world;
  const plan = await albums.toFetch(id);
  if (!plan.ok) return false;
  if (plan.value.waiting.length === 0) return true;
  const tab = await world.tabOf(id);
  const silences = new Map<string, number>();
  const rest = plan.value.waiting.values();
  let ended = false;
  let isTaken = true;

  const keepOne = async (src: string): Promise<void> => {
    const { origin } = new URL(src);
    const silent = silences.get(origin) ?? 0;
    const isLead = src === plan.value.lead;
    const asked = performance.now();
    const fetched: Fetched =
      silent < MOST_SILENCES ? await world.fetch(src, tab) : { ok: false, reason: 'no-answer' };
    if (!fetched.ok && performance.now() - asked > SILENCE) silences.set(origin, silent + 1);
    const examined = fetched.ok
      ? await world.examine(fetched.value, (svg) => world.draw(svg, tab), isLead)
      : fetched;
    if (!examined.ok) {
      const { reason } = examined;
      const missed = reason === 'refused' ? 'no-answer' : reason;
      const noted = await albums.giveUp(id, src, missed === 'decoration' ? undefined : missed);
      isTaken &&= noted.ok;
      ended ||= !noted.ok || !noted.value;
      return;
    }
    const { thumbnail, ...picture } = examined.value;
    const kept = await albums.keep({ id, src, ...picture }, thumbnail);
    const isFull = !kept.ok && kept.reason === 'storage-full';
    const noted = isFull ? await albums.giveUpAll(id, 'no-room') : kept;
    isTaken &&= noted.ok;
    ended ||= !kept.ok || !kept.value;
    if (thumbnail && !ended) world.onThumbnail();
  };
  const lane = async (): Promise<void> => {
    for (const src of rest) {
      await keepOne(src);
      world.onChange();
      if (ended) return;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return isTaken;
}
