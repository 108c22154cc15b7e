import type { ArticleId } from '../article/article.ts';
import { browser } from './browser.ts';

/** A tab that an article was saved from, and whose page may fetch its pictures. */
export interface PictureTab {
  tabId: number;
  /** The page's own origin then: another page in that tab is not asked. */
  origin: string;
}

const keyOf = (id: ArticleId): string => `pictures:${id}`;

/** Remembers the tab until the browser closes. */
export async function keepPictureTab(id: ArticleId, tabId: number): Promise<void> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  if (!url) return;
  const tab: PictureTab = { tabId, origin: new URL(url).origin };
  await browser.storage.session.set({ [keyOf(id)]: tab });
}

export async function pictureTabOf(id: ArticleId): Promise<PictureTab | undefined> {
  const key = keyOf(id);
  return (await browser.storage.session.get(key))[key] as PictureTab | undefined;
}

const PENDING = 'picturesWaiting';

/** Whether pictures may still wait to be fetched; looking through the whole library would tell for sure. */
export const picturesPending = {
  get: async (): Promise<boolean> => (await browser.storage.local.get(PENDING))[PENDING] === true,
  set: (pending: boolean): Promise<void> =>
    pending
      ? browser.storage.local.set({ [PENDING]: true })
      : browser.storage.local.remove(PENDING),
};
