import type { ArticleFacts } from '../../article/article.ts';
import { bodyOf } from '../../article/left-out.ts';
import { countWords, readingMinutes } from '../../article/reading-time.ts';
import type { ImportText } from '../../article/import-job.ts';
import { textOf } from '../../article/text-of.ts';
import { articleDirection } from '../../extract/metadata/language.ts';
import { readPage } from '../../extract/read-page.ts';
import type { FaultReason, ImportedText } from '../../formats/imported.ts';
import { markupOfMarkdown } from '../../formats/in/markdown-text.ts';
import { clean } from '../../sanitize/clean.ts';
import { inertPage } from '../../sanitize/inert-page.ts';
import { purify } from '../../sanitize/purify.ts';
import type { SafeHtml } from '../../sanitize/safe-html.ts';
import { mapText } from '../../ui/text-map.ts';

/** Longer than any article; to clean more would hold up the page. In UTF-16 units. */
const LONGEST_MARKUP = 6_000_000;
const EXCERPT = 220;

/** A text as the library keeps it, and what was found in it about its article. */
export interface ReadText {
  text: ImportText<SafeHtml>;
  facts: Partial<ArticleFacts>;
  /** Its words as highlights count them; asked for where there are highlights. */
  words: () => string;
}

/** Reads, cleans and measures a text that came with a row; null where there are no words in it. */
export async function readText(
  { kind, read }: ImportedText,
  { url, lang }: { url: string; lang: string },
): Promise<ReadText | FaultReason | null> {
  const given = await read();
  if (!given.ok) return given.reason;
  if (given.value.length > LONGEST_MARKUP) return 'too-large';
  const markup = kind === 'markdown' ? markupOfMarkdown(given.value) : given.value;
  const page = inertPage(markup, url);
  if (!page) return null;
  const found = kind === 'page' ? articleIn(page) : null;
  const { html, pictures } = clean(found?.html ?? page.body.innerHTML);
  const plain = textOf(html);
  if (!plain) return null;
  const words = countWords(plain);
  const { html: _html, ...facts } = found ?? { html: '' };
  return {
    text: {
      html,
      pictures,
      words,
      minutes: readingMinutes(words),
      dir: articleDirection(lang || facts.lang || '', plain),
    },
    facts: { ...facts, excerpt: excerptOf(plain) },
    words: () => wordsOf(html),
  };
}

/** The article of a whole page; null where it has none, or reading it fails. */
function articleIn(page: Document): (Partial<ArticleFacts> & { html: string }) | null {
  try {
    const read = readPage(page, { evenIfLarge: true, wholePage: true });
    if (!read.ok) return null;
    const { title, byline, siteName, publishedTime, lang } = read.value.draft;
    return { title, byline, siteName, publishedTime, lang, html: bodyOf(read.value.draft) };
  } catch (error) {
    console.error(error);
    return null;
  }
}

function wordsOf(html: SafeHtml): string {
  const host = document.createElement('div');
  host.append(purify(html));
  return mapText(host).text;
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s+\S*$/, '')}…`;
}
