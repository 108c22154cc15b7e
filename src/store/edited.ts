import type { Correctable } from '../article/edit.ts';
import { countWords, readingMinutes } from '../article/reading-time.ts';
import { textOf } from '../article/text-of.ts';
import { isEdit } from './damage.ts';
import { readable } from './readable.ts';
import type { SearchFields } from './search/prepare.ts';
import type { ArticleRecord, BodyRecord, EditRecord } from './schema.ts';

type Body = Pick<BodyRecord, 'html'>;

/** The edit of an article; none where its record is not as it was written. */
export async function editOf(
  store: Parameters<typeof readable<EditRecord>>[0],
  id: ArticleRecord['id'],
): Promise<EditRecord | undefined> {
  const edit = await readable(store, id);
  return isEdit(edit) ? edit : undefined;
}

/** The facts of an article with its edit laid over them. */
export function laidOver(
  article: ArticleRecord,
  { html }: Body,
  edit: EditRecord | undefined,
): ArticleRecord {
  if (!edit) return article;
  const facts = { ...article, ...correctionsOf(edit) };
  if (edit.html === undefined) return facts;
  const [before, after] = [textOf(html), textOf(edit.html)];
  // Counted on the page in another way: what went is taken from that number.
  const words = Math.max(0, article.words - Math.max(0, countWords(before) - countWords(after)));
  const excerpt = excerptAfter(article.excerpt, before, after);
  return { ...facts, words, minutes: readingMinutes(words), excerpt };
}

/** What of an article can be found. */
export const searchFields = ({
  html,
  ...facts
}: Omit<SearchFields, 'text'> & { html: string }): SearchFields => ({
  ...facts,
  text: textOf(html),
});

/** The same with its edit laid over. */
export const editedFields = (
  article: Omit<SearchFields, 'text'>,
  { html }: Body,
  edit: EditRecord | undefined,
): SearchFields =>
  searchFields({ ...article, ...(edit && correctionsOf(edit)), html: edit?.html ?? html });

/** An edit without its text. */
export const correctionsOf = ({
  title,
  byline,
  publishedTime,
}: Partial<Correctable>): Partial<Correctable> => ({
  ...(title !== undefined && { title }),
  ...(byline !== undefined && { byline }),
  ...(publishedTime !== undefined && { publishedTime }),
});

/** So much of an excerpt is looked for: its end may be cut. */
const KNOWN_BY = 40;
const EXCERPT = 200;

/** What was taken out of a text is not shown in the list either. */
function excerptAfter(excerpt: string, before: string, after: string): string {
  const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
  const known = onOneLine(excerpt).trim().slice(0, KNOWN_BY);
  if (!known || onOneLine(after).includes(known) || !onOneLine(before).includes(known))
    return excerpt;
  const text = onOneLine(after);
  if (text.length <= EXCERPT) return text;
  return `${text.slice(0, text.lastIndexOf(' ', EXCERPT) + 1 || EXCERPT).trim()}…`;
}
