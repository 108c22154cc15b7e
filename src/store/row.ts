import { folded } from '../article/folded.ts';
import type { ArticleRow } from '../article/article.ts';
import { FLAG } from './ledger.ts';
import type { ArticleRecord, RowRecord, StateRecord } from './schema.ts';

/** The row of an article, made from its facts; `doc` is its number in the ledger. */
export const toRow = (
  { changedAt: _changed, deletedAt, ...facts }: ArticleRecord,
  state: StateRecord,
  { doc, tags, versions }: { doc: number; tags: string[]; versions?: number | undefined },
): RowRecord => ({
  ...facts,
  doc,
  place: state.place.is,
  favourite: state.favourite.is,
  progress: state.progress?.is.part ?? 0,
  tags,
  ...(versions && { versions }),
  titleKey: orderKey(facts.title),
  siteKey: orderKey(facts.siteName),
  ...(deletedAt !== undefined && { removed: true as const }),
});

/** What the list shows of a row. */
export function shownRow({
  doc: _doc,
  titleKey: _title,
  siteKey: _site,
  removed: _removed,
  ...row
}: RowRecord): ArticleRow {
  return row;
}

/** The flags of a row in the ledger. */
export const flagsOf = (row: RowRecord): number =>
  (row.removed ? 0 : FLAG.alive) |
  (row.place === 'archive' ? FLAG.archive : 0) |
  (row.favourite ? FLAG.favourite : 0) |
  (row.tags.length > 0 ? FLAG.tags : 0) |
  (row.waiting ? FLAG.waiting : 0);

const ORDER_KEY = 80;

/** Accents and case aside, numbers by their value. */
const orderKey = (text: string): string =>
  folded(text)
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .slice(0, ORDER_KEY);
