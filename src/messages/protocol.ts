import type { AlbumState, PictureRoom, Portion, Room } from '../article/album.ts';
import type { Wish } from '../article/adding.ts';
import type {
  ArticleDraft,
  ArticleId,
  ArticleRow,
  EarlierVersion,
  SavedArticle,
  Time,
} from '../article/article.ts';
import type { Deed } from '../article/library-change.ts';
import type {
  Found,
  LibraryFailure,
  LibraryQuery,
  Passage,
  SavedSearch,
  ShelfCounts,
  TagCount,
} from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import type { SaveReceipt } from '../store/library.ts';

type FromLibrary<T> = Result<T, LibraryFailure>;

/**
 * What our own pages may ask the background. Each can be asked twice
 * without harm: a lost reply is retried.
 */
export type OwnRequests = {
  /**
   * `tabId`: the tab that shows the page, whose pictures can be kept from there. `replace`: an article
   * that is there gives way to this one.
   */
  'article/save': (save: {
    draft: CleanDraft;
    tabId?: number;
    replace?: boolean;
  }) => FromLibrary<SaveReceipt>;
  /** Many at once, without their pictures; those that are there stay as they are. */
  'library/add': (drafts: CleanDraft[]) => FromLibrary<SaveReceipt[]>;
  'article/saved-as': (url: string) => FromLibrary<ArticleRow | null>;
  /** What the article was before, the latest first; kept for 30 days. */
  'article/versions': (id: ArticleId) => FromLibrary<EarlierVersion[]>;
  /** Puts an earlier version in the place of the text, which becomes one; answers its name, for the way back. */
  'article/bring-back': (version: { id: ArticleId; savedAt: Time }) => FromLibrary<Time | null>;
  'article/get': (id: ArticleId) => FromLibrary<SavedArticle | null>;
  /** A kept picture as a data: address; null when there is none. */
  'picture/get': (picture: { id: ArticleId; src: string }) => FromLibrary<string | null>;
  /** How it stands with the pictures of an article; null for none. */
  'pictures/state': (id: ArticleId) => FromLibrary<AlbumState | null>;
  /** Fetches the missing ones once more; answers whether there is such an article. */
  'pictures/retry': (id: ArticleId) => FromLibrary<boolean>;
  'pictures/remove': (id: ArticleId) => FromLibrary<boolean>;
  /** Removes those of archived articles, a part of the library at a time; answers what went. */
  'pictures/remove-archived': (after: ArticleId | null) => FromLibrary<Portion<PictureRoom>>;
  /** What the library takes up, a part of it at a time. */
  'storage/measure': (after: ArticleId | null) => FromLibrary<Portion<Room>>;
  'library/find': (query: LibraryQuery) => FromLibrary<Found>;
  /** All articles of a query, where `library/find` gave only the first. */
  'library/ids': (query: LibraryQuery) => FromLibrary<ArticleId[]>;
  'library/rows': (ids: ArticleId[]) => FromLibrary<ArticleRow[]>;
  /** Where the words of a search are in the texts of these articles. */
  'library/passages': (found: {
    ids: ArticleId[];
    words: string;
  }) => FromLibrary<Record<ArticleId, Passage>>;
  /** Does all or none of it; answers the deeds that undo it. */
  'library/do': (deeds: Deed[]) => FromLibrary<Deed[]>;
  'library/counts': () => FromLibrary<ShelfCounts>;
  'tags/all': () => FromLibrary<TagCount[]>;
  /**
   * Renames a tag, or merges it into one that is there; an empty name takes it from all articles. Answers
   * the deeds that undo it.
   */
  'tags/rename': (tag: { from: string; to: string }) => FromLibrary<Deed[]>;
  'searches/all': () => FromLibrary<SavedSearch[]>;
  /** Keeps a search under its id; null takes it away. */
  'searches/keep': (kept: { id: string; search: SavedSearch | null }) => FromLibrary<null>;
  /** Adds addresses in the background, see `article/adding`; `read`: their pages too, where that is allowed. */
  'add/start': (adding: { wishes: Wish[]; read: boolean }) => true;
  'add/stop': () => true;
  /** Reads again what failed or was only kept; without `read` keeps the addresses of what failed. */
  'add/again': (again: { read: boolean }) => true;
  /** Goes on where a killed background stopped. */
  'add/go-on': () => true;
  /** Keeps an unsaved article for a reader tab; answers the key that the tab asks with. */
  'draft/keep': (draft: ArticleDraft) => string;
  'draft/get': (key: string) => ArticleDraft | null;
};

/**
 * What a content script may ask: no more than the person did in its tab, for its process may be a
 * stranger's. Answers whether it was believed.
 */
export type PageRequests = {
  /** The person picked a part of the page; `remember` finds it on other pages of the site, or is empty. */
  'page/picked': (picked: { remember: string }, sender: Sender) => boolean;
};

/** The parts of a message's sender, as the browser gives them, that trust is judged by. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  /** 0 for the tab's own page. */
  frameId?: number | undefined;
  tab?: SenderTab | undefined;
}

/** The tab of a content script. */
export interface SenderTab {
  id?: number | undefined;
  index?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  incognito?: boolean | undefined;
}

/** What the background tells every open page of ours. */
export type Announcement = 'library/changed' | 'pictures/changed';

/** One handler a message: a missing or a stray one does not compile. */
export type Handlers<P> = {
  [K in keyof P]: P[K] extends (...args: infer A) => infer R
    ? (...args: A) => R | Promise<R>
    : never;
};

/** Asks the other side and waits for its answer. */
export type Send<P = OwnRequests> = <K extends keyof P & string>(
  name: K,
  ...args: P[K] extends (...args: infer A) => unknown ? A : never
) => Promise<P[K] extends (...args: never) => infer R ? Awaited<R> : never>;
