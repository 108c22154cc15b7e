import type {
  ArticleRecord,
  BodyRecord,
  EditRecord,
  LedgerChunk,
  RowRecord,
  StateRecord,
  TagRecord,
} from './schema.ts';

/** Records that are not as they were written, or do not agree: the library is to be mended. */
export class LibraryDamage extends Error {}

/** The index of words cannot be read: it is to be made anew from the articles. */
export class IndexDamage extends Error {}

/** Ends a transaction, so that nothing of it is kept, and says why. */
export function damaged(
  transaction: { abort(): void; done: Promise<unknown> },
  what: string,
): never {
  transaction.done.catch(() => undefined);
  transaction.abort();
  throw new LibraryDamage(what);
}

// Whether a record is what its store holds: so far as the library would stumble over it.

const loose = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const areStrings = (...values: unknown[]): boolean =>
  values.every((value) => typeof value === 'string');
const areNumbers = (...values: unknown[]): boolean =>
  values.every((value) => typeof value === 'number' && !Number.isNaN(value));

export function isArticle(value: unknown): value is ArticleRecord {
  const { id, url, title, byline, siteName, excerpt, lang, words, minutes, savedAt, changedAt } =
    loose(value);
  return (
    areStrings(id, url, title, byline, siteName, excerpt, lang) &&
    areNumbers(words, minutes, savedAt, changedAt)
  );
}

export function isRow(value: unknown): value is RowRecord {
  const { id, url, title, byline, siteName, excerpt, place, titleKey, siteKey } = loose(value);
  const { doc, words, minutes, savedAt, progress, tags } = loose(value);
  return (
    areStrings(id, url, title, byline, siteName, excerpt, place, titleKey, siteKey) &&
    areNumbers(doc, words, minutes, savedAt, progress) &&
    Number.isInteger(doc) &&
    Array.isArray(tags) &&
    areStrings(...(tags as unknown[]))
  );
}

export function isBody(value: unknown): value is BodyRecord {
  const { html, changedAt } = loose(value);
  return areStrings(html) && areNumbers(changedAt);
}

export function isEdit(value: unknown): value is EditRecord {
  const { id, changedAt, html = '', title = '', byline = '', publishedTime = '' } = loose(value);
  return areStrings(id, html, title, byline, publishedTime) && areNumbers(changedAt);
}

export function isState(value: unknown): value is StateRecord {
  const { id, place, favourite } = loose(value);
  const { is: where, at: moved } = loose(place);
  const { is, at } = loose(favourite);
  return areStrings(id, where) && typeof is === 'boolean' && areNumbers(at, moved);
}

export function isTag(value: unknown): value is TagRecord {
  const { key, tag } = loose(value);
  return areStrings(key, tag);
}

export function isChunk(value: unknown): value is LedgerChunk {
  const { chunk, count, edition, ids, savedAt, words, minutes, flags } = loose(value);
  return (
    areNumbers(chunk, count, edition) &&
    typeof ids === 'string' &&
    ids.length === (count as number) * 32 &&
    [savedAt, words, minutes, flags].every(
      (column) => ArrayBuffer.isView(column) && (column as Uint16Array).length === 512,
    )
  );
}

/** Whether the chunks are whole and follow one another. */
export const areSound = (chunks: readonly unknown[]): chunks is LedgerChunk[] =>
  chunks.every(
    (chunk, at) =>
      isChunk(chunk) &&
      chunk.chunk === at &&
      (chunk.count === 512 || (chunk.count > 0 && at === chunks.length - 1)),
  );
