import type { IDBPObjectStore, StoreNames } from 'idb';
import type { ArticleId, Time } from '../article/article.ts';
import {
  type Highlight,
  type HighlightChange,
  type HighlightDeed,
  knownColour,
  LONGEST_NOTE,
} from '../article/highlight.ts';
import { FLAG } from './ledger.ts';
import type { HighlightRecord, LibrarySchema } from './schema.ts';
import { outsideWords } from './search/outside-words.ts';

type HighlightStore = IDBPObjectStore<
  LibrarySchema,
  ArrayLike<StoreNames<LibrarySchema>>,
  'highlights',
  'readwrite'
>;

export const isThere = ({ deletedAt }: HighlightRecord): boolean => deletedAt === undefined;

/** What the ledger says of an article with these. */
export const highlightFlags = (records: readonly HighlightRecord[]): number => {
  const live = records.filter(isThere);
  return (live.length > 0 ? FLAG.highlights : 0) | (live.some(({ note }) => note) ? FLAG.notes : 0);
};

/** What a record says while it is there. */
export const shownHighlight = (record: HighlightRecord): Highlight => {
  const { id: article, highlight: id, deletedAt: _deleted, words: _words, ...rest } = record;
  return { ...rest, article, id };
};

/** The record after a change; undefined where there is nothing to change. */
export function changedRecord(
  record: HighlightRecord | undefined,
  { article, id, change }: HighlightDeed,
  at: Time,
): HighlightRecord | undefined {
  if (change.is === 'added')
    return (
      record ?? findable({ id: article, highlight: id, ...added(change), createdAt: at }, at, false)
    );
  if (!record) return undefined;
  switch (change.is) {
    case 'colour':
      return findable({ ...record, colour: knownColour(change.colour) }, at);
    case 'note':
      return findable({ ...record, note: cleanNote(change.note) }, at);
    case 'removed':
      return findable(record, at, change.removed);
  }
}

/** A highlight that comes from elsewhere, with its own day. */
export const newHighlight = (
  article: ArticleId,
  {
    id,
    createdAt,
    ...what
  }: Pick<Highlight, 'id' | 'quote' | 'position' | 'colour' | 'note' | 'createdAt'>,
  at: Time,
): HighlightRecord =>
  findable(
    { id: article, highlight: id, ...added({ is: 'added', ...what }), createdAt },
    at,
    false,
  );

/** Takes away all of an article. */
export async function dropHighlights(
  store: HighlightStore,
  id: ArticleId,
  at: Time,
): Promise<void> {
  const records = await store.getAll(IDBKeyRange.bound([id], [id, []]));
  const live = records.filter(isThere);
  await Promise.all(live.map((record) => store.put(findable(record, at, true))));
}

const added = ({
  quote,
  position,
  colour,
  note,
}: Extract<HighlightChange, { is: 'added' }>): Pick<
  Highlight,
  'quote' | 'position' | 'colour' | 'note'
> => ({ quote, position, colour: knownColour(colour), note: cleanNote(note) });

const cleanNote = (note: string): string => note.trim().slice(0, LONGEST_NOTE);

function findable(
  record: Omit<HighlightRecord, 'changedAt'>,
  at: Time,
  removed = record.deletedAt !== undefined,
): HighlightRecord {
  const { deletedAt: _deleted, words: _words, ...rest } = record;
  const words = outsideWords(`${rest.note}\n${rest.quote.exact}`);
  return { ...rest, changedAt: at, ...(removed ? { deletedAt: at } : { words }) };
}
