import type { MissingPicture } from '../article/album.ts';
import type {
  ArticleFacts,
  ArticleId,
  ArticleRow,
  Place,
  Progress,
  Time,
} from '../article/article.ts';
import type { HighlightColour, HighlightId } from '../article/highlight.ts';
import type { ImportFault, ImportId, ImportJob } from '../article/import-job.ts';
import type { SavedSearch } from '../article/library-query.ts';
import type { TextPosition, TextQuote } from '../article/text-quote.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import type { IndexSchema } from './search/schema.ts';

/** What every stored fact carries, so that devices can be merged: when it changed, and if it is gone. */
interface Fact {
  id: ArticleId;
  changedAt: Time;
  /** Set when the person removed it; purged later, so that removing can be undone. */
  deletedAt?: Time;
}

export interface ArticleRecord extends Fact, ArticleFacts {
  savedAt: Time;
  /** Only the address was kept so far. */
  waiting?: true;
}

export interface BodyRecord extends Fact {
  html: SafeHtml;
}

/** One value that two devices may change apart: the later one stands. */
export interface Stamped<T> {
  is: T;
  at: Time;
}

/** Written once something of it is said: without one an article is unread, has no star and was not begun. */
export interface StateRecord {
  id: ArticleId;
  place: Stamped<Place>;
  favourite: Stamped<boolean>;
  progress?: Stamped<Progress>;
}

/** One tag of one article. */
export interface TagRecord extends Fact {
  /** As it is compared; see `tagKey`. */
  key: string;
  tag: string;
  /** The key again while the tag is there, for the index of tags. */
  live?: string;
  /** Its words as they are searched, while it is there. */
  words?: string[];
}

/** Words of an article that the person marked. */
export interface HighlightRecord extends Fact {
  highlight: HighlightId;
  quote: TextQuote;
  position: TextPosition;
  colour: HighlightColour;
  note: string;
  createdAt: Time;
  /** The marked words and the note as they are searched, while it is there. */
  words?: string[];
}

/** A corrected copy of an article, laid over the original, which stays as it is; what is not here is as it was. */
export interface EditRecord extends Fact {
  html?: SafeHtml;
  title?: string;
  byline?: string;
  publishedTime?: string;
}

/** What an article was before it was saved again. */
export interface VersionRecord extends ArticleFacts {
  id: ArticleId;
  /** When this version was saved. */
  savedAt: Time;
  /** When another took its place. */
  replacedAt: Time;
  html: SafeHtml;
  /** A corrected copy, not what was saved; its day is the one of the last correction. */
  edited?: true;
}

/** Made from the other records, for the list. */
export interface RowRecord extends ArticleRow {
  /** Its number in the ledger and in the index of words. */
  doc: number;
  /** Title and site as they are put in order. */
  titleKey: string;
  siteKey: string;
  removed?: true;
}

/** A picture of an article, as it was when the article was saved. */
export interface PictureRecord {
  id: ArticleId;
  /** Its address on the page. */
  src: string;
  type: string;
  bytes: ArrayBuffer;
  changedAt: Time;
}

/** What became of the pictures of an article. */
export interface AlbumRecord {
  id: ArticleId;
  /** Addresses still to be fetched, the lead picture first. */
  waiting: string[];
  missing: MissingPicture[];
  kept: { src: string; bytes: number }[];
}

/** A small copy of the lead picture for the list, as a data: address. */
export interface ThumbnailRecord {
  id: ArticleId;
  thumbnail: string;
}

/** One line an article, by its number: all that orders and filters ask, 512 lines a record. */
export interface LedgerChunk {
  chunk: number;
  /** Of the library: each change of it has a higher one, and gives it to the chunks that it writes. */
  edition: number;
  /** How many lines are used. */
  count: number;
  /** The ids, 32 characters each. */
  ids: string;
  savedAt: Float64Array;
  words: Uint32Array;
  minutes: Uint16Array;
  /** See `FLAG`. */
  flags: Uint16Array;
}

/** What an article was before an import merged something into it; what is not here was not changed. */
export interface FormerRecord {
  id: ArticleId;
  savedAt?: Time;
  favourite?: Stamped<boolean>;
  place?: Stamped<Place>;
  /** Null: it had none. */
  progress?: Stamped<Progress> | null;
  /** It waited for its text, and was this. */
  waiting?: ArticleRecord;
  /** What it was given. */
  tags?: string[];
  highlights?: HighlightId[];
}

/** What one batch of an import did. */
export interface ImportBatchRecord {
  job: ImportId;
  position: number;
  /** When: the stamp of all that it wrote. */
  at: Time;
  /** The ids of the articles that it added, 32 characters each. */
  added: string;
  merged: FormerRecord[];
  faults: ImportFault[];
  undone?: true;
}

export interface LibrarySchema extends IndexSchema {
  articles: { key: ArticleId; value: ArticleRecord; indexes: { deletedAt: Time } };
  bodies: { key: ArticleId; value: BodyRecord };
  states: { key: ArticleId; value: StateRecord };
  tags: { key: [ArticleId, string]; value: TagRecord; indexes: { live: string; words: string } };
  versions: {
    key: [ArticleId, Time];
    value: VersionRecord;
    indexes: { replacedAt: Time };
  };
  highlights: {
    key: [ArticleId, HighlightId];
    value: HighlightRecord;
    indexes: { words: string; deletedAt: Time };
  };
  edits: { key: ArticleId; value: EditRecord };
  searches: { key: string; value: SavedSearch };
  rows: { key: ArticleId; value: RowRecord; indexes: { titleKey: string; siteKey: string } };
  ledger: { key: number; value: LedgerChunk; indexes: { edition: number } };
  /** Numbers of articles whose words are still to be put into the index. */
  unindexed: { key: number; value: { doc: number; id: ArticleId } };
  pictures: { key: [ArticleId, string]; value: PictureRecord };
  albums: { key: ArticleId; value: AlbumRecord };
  thumbnails: { key: ArticleId; value: ThumbnailRecord };
  imports: { key: ImportId; value: ImportJob };
  importBatches: { key: [ImportId, number]; value: ImportBatchRecord };
}
