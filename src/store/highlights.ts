import type { ArticleId, Time } from '../article/article.ts';
import type {
  FoundHighlights,
  Highlight,
  HighlightDeed,
  HighlightQuery,
} from '../article/highlight.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import { changedRecord, highlightFlags, isThere, shownHighlight } from './highlight-record.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { Library } from './library.ts';
import type { LibraryDatabase } from './open-library.ts';
import { ofArticle } from './save.ts';
import type { HighlightRecord, LedgerChunk } from './schema.ts';
import { parseQuery, type TextClause } from './search/query.ts';
import { wordsOf } from './search/words.ts';

/** The highlights of an article, in the order of its text. */
export const highlightsOf = (
  library: Library,
  article: ArticleId,
): Promise<Result<Highlight[], LibraryFailure>> =>
  library.attempt(async (db) => {
    const records = await db.getAll('highlights', ofArticle(article));
    return records.filter(isThere).sort(byPlace).map(shownHighlight);
  });

/** Does all or none of it; answers whether there was something to do it to. */
export const changeHighlights = (
  library: Library,
  deeds: readonly HighlightDeed[],
): Promise<Result<boolean, LibraryFailure>> => library.write((db, at) => change(db, deeds, at));

async function change(
  db: LibraryDatabase,
  deeds: readonly HighlightDeed[],
  at: Time,
): Promise<{ value: boolean; chunks: LedgerChunk[] }> {
  const stores = ['highlights', 'rows', 'ledger'] as const;
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const highlights = transaction.objectStore('highlights');
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  let changed = 0;
  for (const deed of deeds) {
    const row = await transaction.objectStore('rows').get(deed.article);
    const before = await highlights.get([deed.article, deed.id]);
    const after = row && !row.removed ? changedRecord(before, deed, at) : undefined;
    if (!row || !after) continue;
    await highlights.put(after);
    const flags = highlightFlags(await highlights.getAll(ofArticle(deed.article)));
    await pen.flag(row, flags, FLAG.highlights | FLAG.notes);
    changed += 1;
  }
  const [chunks] = await Promise.all([pen.write(), transaction.done]);
  return { value: changed === deeds.length, chunks };
}

/** Those of all articles: the article that was marked last comes first. */
export const findHighlights = (
  library: Library,
  query: HighlightQuery,
  { from, count }: { from: number; count: number },
): Promise<Result<FoundHighlights, LibraryFailure>> =>
  library.consult(async ({ db, ledger }) => {
    const answers = testOf(query);
    const records = (await db.getAll('highlights')).filter(
      (record) => isThere(record) && answers(record) && ledger.numberOf(record.id) !== undefined,
    );
    const newest = new Map<ArticleId, Time>();
    for (const { id, createdAt } of records)
      newest.set(id, Math.max(newest.get(id) ?? 0, createdAt));
    records.sort(
      (a, b) =>
        newest.get(b.id)! - newest.get(a.id)! ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : byPlace(a, b)),
    );
    const shown = records.slice(from, from + count);
    const ids = [...new Set(shown.map(({ id }) => id))];
    const { store } = db.transaction('rows');
    const rows = new Map(
      await Promise.all(ids.map(async (id) => [id, await store.get(id)] as const)),
    );
    return {
      total: records.length,
      articles: newest.size,
      shown: shown.flatMap((record) => {
        const row = rows.get(record.id);
        if (!row) return [];
        const { title, siteName, url } = row;
        return [{ ...shownHighlight(record), title, siteName, url }];
      }),
    };
  });

const byPlace = (a: HighlightRecord, b: HighlightRecord): number =>
  a.position.start - b.position.start || a.createdAt - b.createdAt;

function testOf({ words, colour, hasNote }: HighlightQuery): (record: HighlightRecord) => boolean {
  const { clauses } = parseQuery(words);
  return (record) => {
    if ((colour && record.colour !== colour) || (hasNote && !record.note)) return false;
    return clauses.every((clause) => clause.negated !== isIn(record, clause));
  };
}

function isIn({ words = [], note, quote }: HighlightRecord, clause: TextClause): boolean {
  if (clause.kind === 'word') {
    const typed = clause.words.join('');
    return words.some((word) => word.startsWith(typed));
  }
  if (clause.kind !== 'phrase') return false;
  const typed = ` ${clause.words.join(' ')}${clause.beginning ? '' : ' '}`;
  return [note, quote.exact].some((text) => ` ${wordsOf(text).join(' ')} `.includes(typed));
}
