import type { AlbumState, PictureRoom, Portion, Room } from '../article/album.ts';
import type { Wish } from '../article/adding.ts';
import type {
  ArticleStamp,
  BackupPlace,
  BackupPortion,
  PackedPicture,
  PictureKey,
  Restored,
} from '../article/backup.ts';
import type {
  ArticleDraft,
  ArticleId,
  ArticleRow,
  EarlierVersion,
  SavedArticle,
  Time,
} from '../article/article.ts';
import type { EditableArticle } from '../article/edit.ts';
import type {
  FoundHighlights,
  Highlight,
  HighlightDeed,
  HighlightQuery,
} from '../article/highlight.ts';
import type { ImportBatch, ImportFault, ImportId, ImportJob } from '../article/import-job.ts';
import type { Deed } from '../article/library-change.ts';
import type { Lost } from '../article/library-mark.ts';
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
import type { OutPlace, OutPortion } from '../article/taken-out.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import type { Editing } from '../store/edits.ts';
import type { BatchReceipt } from '../store/imports.ts';
import type { SaveReceipt } from '../store/library.ts';
import type { RestoreGroup, RestoreMode } from '../store/restore.ts';

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
  /** An article as it was saved, and what the person made of it. */
  'article/editable': (id: ArticleId) => FromLibrary<EditableArticle | null>;
  /**
   * Puts an edit in the place of the one before; null goes back to the original. False where the article is
   * gone or has another text than the one that was edited.
   */
  'article/edit': (editing: Editing) => FromLibrary<boolean>;
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
  /** The highlights of an article, in the order of its text. */
  'highlights/of': (article: ArticleId) => FromLibrary<Highlight[]>;
  /** Does all or none of it; answers whether the article and its highlights were there. */
  'highlights/do': (deeds: HighlightDeed[]) => FromLibrary<boolean>;
  /** Those of all articles, `count` from the `from`th. */
  'highlights/find': (asked: {
    query: HighlightQuery;
    from: number;
    count: number;
  }) => FromLibrary<FoundHighlights>;
  'library/counts': () => FromLibrary<ShelfCounts>;
  /** A part of the library as it is on disk, for an export, also where it is too new to be opened. */
  'library/take-out': (from: OutPlace | null) => FromLibrary<OutPortion>;
  /** The next portion of a backup: whole articles, then what is kept by other keys; null to begin. */
  'backup/next': (from: BackupPlace | null) => FromLibrary<BackupPortion>;
  /** The first of these pictures, or more of them; `read` says how many were looked at. */
  'backup/pictures': (
    keys: PictureKey[],
  ) => FromLibrary<{ pictures: PackedPicture[]; read: number }>;
  /** When the articles here last changed, a part of them at a time. */
  'restore/stamps': (
    after: ArticleId | null,
  ) => FromLibrary<{ stamps: ArticleStamp[]; next: ArticleId | null }>;
  /** Puts articles of a backup into the library, all or none; cleaned and looked at before. */
  'restore/articles': (restoring: {
    groups: RestoreGroup[];
    mode: RestoreMode;
  }) => FromLibrary<Restored>;
  /** Puts pictures to their articles; answers how many are there now. */
  'restore/pictures': (pictures: PackedPicture[]) => FromLibrary<number>;
  'restore/searches': (searches: SavedSearch[]) => FromLibrary<null>;
  /** How many articles lost their text, or all of it; saving their pages again mends them. */
  'library/damaged': () => FromLibrary<number>;
  /** What the browser lost of the library, until the person has seen it; else null. */
  'library/lost': () => Lost | null;
  'library/lost-seen': () => true;
  'tags/all': () => FromLibrary<TagCount[]>;
  /**
   * Renames a tag, or merges it into one that is there; an empty name takes it from all articles. Answers
   * the deeds that undo it.
   */
  'tags/rename': (tag: { from: string; to: string }) => FromLibrary<Deed[]>;
  'searches/all': () => FromLibrary<SavedSearch[]>;
  /** Keeps a search under its id; null takes it away. */
  'searches/keep': (kept: { id: string; search: SavedSearch | null }) => FromLibrary<null>;
  /** Remembers a new import; answers it as it stands. */
  'imports/begin': (job: ImportJob) => FromLibrary<ImportJob>;
  /** Keeps the next rows of an import, all or none; one that is kept already changes nothing. */
  'imports/keep': (batch: ImportBatch<SafeHtml>) => FromLibrary<BatchReceipt>;
  'imports/end': (ended: {
    job: ImportId;
    state: 'done' | 'stopped';
  }) => FromLibrary<ImportJob | null>;
  /** The imports of the last 30 days, the latest first. */
  'imports/all': () => FromLibrary<ImportJob[]>;
  'imports/faults': (job: ImportId) => FromLibrary<ImportFault[]>;
  /** For each id "0": not there, "1": there, "2": there and waiting for its text. */
  'imports/there': (ids: ArticleId[]) => FromLibrary<string>;
  /** Takes back one more part of an import; answers how many rows are left. */
  'imports/undo': (job: ImportId) => FromLibrary<{ left: number; total: number }>;
  /** Reads the pages of the articles of an import that wait for their text, where that is allowed. */
  'imports/fetch': (job: ImportId) => true;
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
export type Announcement = 'library/changed' | 'pictures/changed' | 'highlights/changed';

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
