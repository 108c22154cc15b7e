import type { ArticleId } from '../article/article.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { areSound, IndexDamage, LibraryDamage } from './damage.ts';
import { FLAG, type Ledger, LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import type { LedgerChunk } from './schema.ts';

/** Of an article whose text the disk does not give back. */
export const NO_TEXT = { html: '' as SafeHtml, changedAt: 0 };

/** Whether there are as many lines as articles, and the index has all of them; throws the damage if not. */
export async function checkLibrary(db: LibraryDatabase): Promise<void> {
  const transaction = db.transaction([
    'articles',
    'rows',
    'ledger',
    'segments',
    'unmerged',
    'unindexed',
  ]);
  const [articles, rows, chunks, segments, unmerged, unindexed] = await Promise.all([
    transaction.objectStore('articles').count(),
    transaction.objectStore('rows').count(),
    transaction.objectStore('ledger').getAll(),
    transaction.objectStore('segments').getAll(),
    transaction.objectStore('unmerged').count(),
    transaction.objectStore('unindexed').count(),
  ]);
  if (!areSound(chunks)) throw new LibraryDamage('the ledger');
  let lines = 0;
  let readableLines = 0;
  for (const { flags, count } of chunks)
    for (let at = 0; at < count; at += 1) {
      if (flags[at]! & FLAG.gone) continue;
      lines += 1;
      if (!(flags[at]! & FLAG.damaged)) readableLines += 1;
    }
  if (lines !== articles || rows !== articles)
    throw new LibraryDamage(`${articles} articles, ${rows} rows, ${lines} lines`);
  const whole = segments.filter(({ state }) => state === 'whole');
  const indexed = whole.reduce((sum, { documents }) => sum + documents, unmerged + unindexed);
  if (indexed < readableLines) throw new IndexDamage(`${indexed} of ${readableLines} documents`);
}

export function countDamaged(ledger: Ledger): number {
  let damaged = 0;
  for (let doc = 0; doc < ledger.size; doc += 1) if (ledger.flags(doc) & FLAG.damaged) damaged += 1;
  return damaged;
}

/** The text of an article is lost: it waits for it, like an address that was kept alone. */
export async function loseText(db: LibraryDatabase, id: ArticleId): Promise<LedgerChunk[]> {
  const transaction = db.transaction(['articles', 'rows', 'ledger'], 'readwrite');
  const [article, row] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('rows').get(id),
  ]);
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  if (row) await pen.flag(row, FLAG.waiting | FLAG.damaged);
  const [chunks] = await Promise.all([
    pen.write(),
    article && transaction.objectStore('articles').put({ ...article, waiting: true }),
    row && transaction.objectStore('rows').put({ ...row, waiting: true }),
    transaction.done,
  ]);
  return chunks;
}
