import type { ArticleId, Time } from '../article/article.ts';
import type { ArticleStamp, PackedPicture } from '../article/backup.ts';
import { fromBase64 } from '../article/base64.ts';
import type { LibraryFailure, SavedSearch } from '../article/library-query.ts';
import { pictureFile } from '../article/picture-file.ts';
import type { Result } from '../article/result.ts';
import { bytesOf } from './albums.ts';
import { isArticle, isRow } from './damage.ts';
import { editOf } from './edited.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { Library } from './library.ts';
import { ofArticle } from './save.ts';
import type {
  ArticleRecord,
  EditRecord,
  HighlightRecord,
  StateRecord,
  TagRecord,
} from './schema.ts';

/** Bytes of all pictures of an article, and pixels of one: as when they are fetched. */
const MOST_BYTES = 40_000_000;
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 16_000;

/** Puts pictures of a backup to their articles, if their bytes are pictures; answers how many are there now. */
export const restorePictures = (
  library: Library,
  packed: readonly PackedPicture[],
): Promise<Result<number, LibraryFailure>> =>
  library.write(async (db) => {
    const looked = packed.flatMap((one) => {
      const bytes = fromBase64(one.base64);
      const type = bytes && keptType(bytes);
      return type ? [{ ...one, type, bytes: bytes.buffer }] : [];
    });
    const stores = ['albums', 'pictures', 'rows', 'ledger'] as const;
    const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
    const pen = new LedgerPen(transaction.objectStore('ledger'));
    let value = 0;
    for (const { id, src, type, bytes, changedAt } of looked) {
      const album = await transaction.objectStore('albums').get(id);
      const row = await transaction.objectStore('rows').get(id);
      if (!album || !isRow(row)) continue;
      if (album.kept.some((kept) => kept.src === src)) {
        value += 1;
        continue;
      }
      if (!album.missing.some((one) => one.src === src)) continue;
      if (bytesOf(album) + bytes.byteLength > MOST_BYTES) continue;
      album.missing = album.missing.filter((one) => one.src !== src);
      album.kept.push({ src, bytes: bytes.byteLength });
      await transaction.objectStore('pictures').put({ id, src, type, bytes, changedAt });
      await transaction.objectStore('albums').put(album);
      await pen.flag(row, FLAG.pictures);
      value += 1;
    }
    const [chunks] = await Promise.all([pen.write(), transaction.done]);
    return { value, chunks };
  });

/** What the first bytes say it is; null for what we would not have kept. */
function keptType(bytes: Uint8Array): string | null {
  const file = pictureFile(bytes);
  if (!file) return null;
  const { type, width, height } = file;
  return width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE ? null : type;
}

/** Keeps searches of a backup: the later of two with one id. */
export const restoreSearches = (
  library: Library,
  searches: readonly SavedSearch[],
): Promise<Result<null, LibraryFailure>> =>
  library.attempt(async (db) => {
    const { store, done } = db.transaction('searches', 'readwrite', { durability: 'strict' });
    for (const search of searches) {
      const ours = await store.get(search.id);
      if (!ours || ours.changedAt < search.changedAt) await store.put(search);
    }
    await done;
    return null;
  });

const AT_ONCE = 500;

/** When the articles of the library last changed, a part of them at a time. */
export const articleStamps = (
  library: Library,
  after: ArticleId | null,
): Promise<Result<{ stamps: ArticleStamp[]; next: ArticleId | null }, LibraryFailure>> =>
  library.attempt(async (db) => {
    const stores = ['articles', 'states', 'tags', 'highlights', 'edits'] as const;
    const transaction = db.transaction(stores);
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const articles = await transaction.objectStore('articles').getAll(range, AT_ONCE);
    const stamps = await Promise.all(
      articles.filter(isArticle).map(async (article) => {
        const { id } = article;
        const [state, tags, highlights, edit] = await Promise.all([
          transaction.objectStore('states').get(id),
          transaction.objectStore('tags').getAll(ofArticle(id)),
          transaction.objectStore('highlights').getAll(ofArticle(id)),
          editOf(transaction.objectStore('edits'), id),
        ]);
        const removed = article.deletedAt !== undefined && { removed: true as const };
        return { id, at: stampOf({ article, state, tags, highlights, edit }), ...removed };
      }),
    );
    return { stamps, next: articles.length < AT_ONCE ? null : articles.at(-1)!.id };
  });

/** When any record of an article last changed. */
export function stampOf({
  article,
  state,
  tags,
  highlights,
  edit,
}: {
  article: ArticleRecord;
  state?: StateRecord | undefined;
  tags: readonly TagRecord[];
  highlights: readonly HighlightRecord[];
  edit?: EditRecord | undefined;
}): Time {
  const { place, favourite, progress } = state ?? {};
  return Math.max(
    article.changedAt,
    ...[place?.at ?? 0, favourite?.at ?? 0, progress?.at ?? 0, edit?.changedAt ?? 0],
    ...tags.map(({ changedAt }) => changedAt),
    ...highlights.map(({ changedAt }) => changedAt),
  );
}
