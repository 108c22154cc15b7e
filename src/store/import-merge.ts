import type { ImportArticle } from '../article/import-job.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { editOf, laidOver } from './edited.ts';
import { highlightFlags, isThere, newHighlight } from './highlight-record.ts';
import { articleOf, type ImportPen } from './import-pen.ts';
import { FLAG } from './ledger.ts';
import { flagsOf, toRow } from './row.ts';
import { ofArticle, untouched } from './save.ts';
import type { ArticleRecord, FormerRecord, RowRecord, StateRecord } from './schema.ts';
import type { Prepared } from './search/prepare.ts';

/** The flags that follow from a row; the others belong to pictures and highlights. */
const WRITTEN_HERE = FLAG.alive | FLAG.archive | FLAG.favourite | FLAG.tags | FLAG.waiting;

/**
 * Gives an article that is there what its row has more: tags, an earlier day, the star, highlights, a text
 * where it waits for one. What the person did here stands. Answers what it was before; null where nothing
 * is new. `row` is changed.
 */
export async function mergeInto(
  pen: ImportPen,
  row: RowRecord,
  found: ImportArticle<SafeHtml>,
  words: Prepared,
): Promise<FormerRecord | null> {
  const { transaction, at } = pen;
  const [article, stored] = await Promise.all([
    transaction.objectStore('articles').get(row.id),
    transaction.objectStore('states').get(row.id),
  ]);
  if (!article) return null;
  const former: FormerRecord = { id: row.id };
  const state = stored ?? untouched(article);
  const tags = pen.tag(row, found.tags);
  if (tags.length > 0) former.tags = tags;
  if (mergeState(state, found, former, at)) pen.put('states', state);
  if (found.savedAt !== null && found.savedAt < article.savedAt) {
    former.savedAt = article.savedAt;
    article.savedAt = row.savedAt = found.savedAt;
    await pen.ledger.date(row, found.savedAt);
  }
  await mergeHighlights(pen, row, found, former);
  let after = article;
  if (article.waiting && found.text) {
    former.waiting = { ...article, savedAt: former.savedAt ?? article.savedAt };
    after = await fill(pen, row, article, found, words);
  } else if (former.savedAt !== undefined) pen.put('articles', article);
  if (Object.keys(former).length === 1) return null;
  if (former.waiting) {
    const { doc, versions } = row;
    const edit = await editOf(transaction.objectStore('edits'), row.id);
    const shown = laidOver(after, { html: found.text!.html }, edit);
    Object.assign(row, toRow(shown, state, { doc, tags: row.tags, versions }));
    delete row.waiting;
  } else {
    row.place = state.place.is;
    row.favourite = state.favourite.is;
    row.progress = state.progress?.is.part ?? 0;
  }
  await pen.ledger.flag(row, flagsOf(row), WRITTEN_HERE);
  pen.put('rows', { ...row });
  return former;
}

/** Star and place, where the person has not touched them; how far it was read, where nobody has. */
function mergeState(
  state: StateRecord,
  { favourite, place, progress }: ImportArticle,
  former: FormerRecord,
  at: number,
): boolean {
  // Both stamps are of the saving: nobody has moved it since.
  const isUntouched = state.place.at === state.favourite.at && !state.progress;
  if (favourite && !state.favourite.is) {
    former.favourite = state.favourite;
    state.favourite = { is: true, at };
  }
  if (isUntouched && place === 'archive' && state.place.is === 'unread') {
    former.place = state.place;
    state.place = { is: place, at };
  }
  if (progress && !state.progress) {
    former.progress = null;
    state.progress = { is: { part: progress, block: 0 }, at };
  }
  return 'favourite' in former || 'place' in former || 'progress' in former;
}

async function mergeHighlights(
  pen: ImportPen,
  row: RowRecord,
  found: ImportArticle,
  former: FormerRecord,
): Promise<void> {
  if (found.highlights.length === 0) return;
  const store = pen.transaction.objectStore('highlights');
  const there = await store.getAll(ofArticle(row.id));
  // Under its own name, or in the same words: one that the person took away stays away.
  const known = new Set(there.flatMap(({ highlight, quote }) => [highlight, quote.exact]));
  const come = found.highlights.filter(
    ({ id, quote }) => !known.has(id) && !known.has(quote.exact) && known.add(id),
  );
  if (come.length === 0) return;
  former.highlights = come.map(({ id }) => id);
  const records = come.map((one) => newHighlight(row.id, one, pen.at));
  pen.mark(records);
  const flags = highlightFlags([...there.filter(isThere), ...records]);
  await pen.ledger.flag(row, flags, FLAG.highlights | FLAG.notes);
}

/** An article that waited gets its text, and with it a new number. */
async function fill(
  pen: ImportPen,
  row: RowRecord,
  before: ArticleRecord,
  { text, tags: _tags, highlights: _highlights, ...found }: ImportArticle<SafeHtml>,
  words: Prepared,
): Promise<ArticleRecord> {
  const { at, transaction } = pen;
  const { id, savedAt } = before;
  const title = found.title || before.title;
  const article = articleOf(id, { ...found, title }, text, { savedAt, changedAt: at });
  const marked = (await pen.ledger.flagsOf(row)) & (FLAG.highlights | FLAG.notes);
  const album = await transaction.objectStore('albums').get(id);
  await pen.ledger.flag(row, FLAG.gone, FLAG.alive | FLAG.damaged);
  row.doc = await pen.ledger.add({ ...article, flags: FLAG.alive | marked });
  pen.find(row.doc, words);
  pen.put('articles', article);
  pen.put('bodies', { id, html: text!.html, changedAt: at });
  pen.picture(id, article, text, album?.kept);
  return article;
}
