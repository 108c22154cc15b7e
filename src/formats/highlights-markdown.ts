import type { Highlight, ListedHighlight } from '../article/highlight.ts';

/** Highlights as Markdown, those of an article together as they come: what a page or a person wrote stays text. */
export function highlightsAsMarkdown(highlights: readonly ListedHighlight[]): string {
  const parts: string[] = [];
  let article = '';
  for (const one of highlights) {
    if (one.article !== article) {
      parts.push(`## ${onOneLine(one.title)}`, sourceOf(one));
      article = one.article;
    }
    parts.push(...quoteParts(one));
  }
  return parts.length > 0 ? `${parts.join('\n\n')}\n` : '';
}

/** Those of one article, without its name. */
export const quotesAsMarkdown = (highlights: readonly Highlight[]): string =>
  highlights.flatMap(quoteParts).join('\n\n');

const quoteParts = ({ quote, note }: Highlight): string[] => [
  quoted(quote.exact),
  ...(note ? [lines(note).join('  \n')] : []),
];

const lines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => escaped(line.trim()))
    .filter((line, at, all) => line !== '' || (at > 0 && at < all.length - 1));

const quoted = (text: string): string =>
  lines(text)
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n>\n');

const onOneLine = (text: string): string => escaped(text.replace(/\s+/g, ' ').trim());

/** Only web addresses become links. */
function sourceOf({ siteName, url }: ListedHighlight): string {
  const name = onOneLine(siteName || url);
  if (!/^https?:\/\//i.test(url)) return name;
  const address = new URL(url).href.replace(/[()<>\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return `[${name}](<${address}>)`;
}

/** Every sign that has a meaning in Markdown, or begins markup, stands for itself. */
const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\`*_{}[\]<>#|~$!&:@]/g, '\\$&')
    // Only at the beginning of a line.
    .replace(/^([-+=]|\d+(?=[.)]))/, (sign) => (/^\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
