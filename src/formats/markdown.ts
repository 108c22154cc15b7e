import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import type { ArticleFacts } from '../article/article.ts';

type Facts = Pick<
  ArticleFacts,
  'title' | 'byline' | 'siteName' | 'publishedTime' | 'url' | 'leadPicture' | 'leadCaption'
>;

/**
 * An article as CommonMark with tables, tasks and struck words as GitHub has them, and footnotes: title,
 * who wrote it where and when, lead picture, text. `body` has passed `sanitize`. Of the text nothing is
 * markup in the result, neither of Markdown nor of HTML; pictures lead to their own addresses.
 */
export function articleToMarkdown(facts: Facts, body: Element): string {
  const { title, byline, siteName, publishedTime, url, leadPicture, leadCaption } = facts;
  const source = `[${escapeText(siteName || new URL(url).host)}](${escapeAddress(url)})`;
  const about = [escapeText(byline), source, publishedTime.slice(0, 10)].filter(Boolean);
  const parts = [`# ${escapeText(title)}`, about.join(' · ')];
  if (leadPicture && !leadPicture.inBody) {
    parts.push(picture(leadPicture.alt, leadPicture.src));
    if (leadCaption) parts.push(`*${escapeText(leadCaption)}*`);
  }
  parts.push(toMarkdown(body));
  return `${parts.join('\n\n')}\n`;
}

/** Markup that has passed `sanitize`, as Markdown. */
export const toMarkdown = (body: Element): string =>
  service()
    .turndown(body as HTMLElement)
    .trim();

/** Text that stays text, in whatever shows the Markdown: no emphasis, no link, no markup, no list. */
export const escapeText = (text: string): string =>
  service()
    .escape(text)
    .replace(/\s*\n\s*/g, ' ');

/** An address that stays one: it ends where it ends. */
const escapeAddress = (url: string): string =>
  url.replace(/[\s<>()\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );

const picture = (alt: string, src: string): string =>
  `![${escapeText(alt)}](${escapeAddress(src)})`;

const MATH = 'math';
let made: TurndownService | undefined;

function service(): TurndownService {
  if (made) return made;
  made = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
  });
  made.use(gfm);
  const ofMarkdown = made.escape.bind(made);
  // Turndown leaves HTML in the text as it is, where it would be markup again.
  made.escape = (text) =>
    ofMarkdown(text)
      .replace(/<(?=[a-z/!?])/gi, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/\$/g, '\\$');
  addRules(made);
  return made;
}

function addRules(to: TurndownService): void {
  to.addRule('picture', {
    filter: 'img',
    replacement: (_content, node) => {
      const img = node as HTMLImageElement;
      const src = img.getAttribute('data-picture') ?? img.getAttribute('src') ?? '';
      return src ? picture(img.alt, src) : escapeText(img.alt);
    },
  });
  to.addRule('caption', {
    filter: 'figcaption',
    replacement: (content) => (content.trim() ? `\n\n*${oneLine(content)}*\n\n` : ''),
  });
  to.addRule('code block', {
    filter: (node) => node.nodeName === 'PRE',
    replacement: (_content, node) => fenced(node),
  });
  to.addRule('formula', {
    filter: (node) => node.nodeName.toLowerCase() === MATH,
    replacement: (_content, node) => formula(node),
  });
  to.addRule('mark of a note', {
    filter: (node) =>
      node.nodeName === 'A' && /^#fn-\d+$/.test((node as Element).getAttribute('href') ?? ''),
    replacement: (_content, node) => `[^${noteNumber((node as Element).getAttribute('href')!)}]`,
  });
  to.addRule('way back from a note', {
    filter: (node) =>
      node.nodeName === 'A' && ((node as Element).getAttribute('href') ?? '').startsWith('#fnref-'),
    replacement: () => '',
  });
  to.addRule('note', {
    filter: (node) => node.nodeName === 'LI' && /^fn-\d+$/.test((node as Element).id),
    replacement: (content, node) =>
      `\n\n[^${noteNumber((node as Element).id)}]: ${content.trim().replace(/\n(?=.)/g, '\n    ')}\n\n`,
  });
  to.addRule('raised and lowered', {
    filter: ['sup', 'sub'],
    // The brackets of a note say enough.
    replacement: (content, node) =>
      !content || content.startsWith('[^')
        ? content
        : `<${node.nodeName.toLowerCase()}>${content}</${node.nodeName.toLowerCase()}>`,
  });
  to.addRule('reading', {
    filter: 'rt',
    replacement: (content) => (content ? `(${content})` : ''),
  });
  to.addRule('bracket of a reading', { filter: 'rp', replacement: () => '' });
  to.addRule('marked', {
    filter: 'mark',
    replacement: (content) => (content ? `==${content}==` : ''),
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const noteNumber = (id: string): string => id.replace(/\D/g, '');

/** With more backticks than the code has in a row. */
function fenced(pre: Node): string {
  const code = (pre as Element).querySelector('code');
  const text = (pre.textContent ?? '').replace(/\n$/, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lang = (code?.getAttribute('data-lang') ?? '').replace(/[^\w+#.-]/g, '');
  return `\n\n${fence}${lang}\n${text}\n${fence}\n\n`;
}

/** As TeX where the page gave it, between dollar signs. */
function formula(math: Element): string {
  const tex = (math.getAttribute('alttext') ?? '').replace(/\s+/g, ' ').trim();
  if (!tex || tex.includes('$')) return escapeText(math.textContent ?? '');
  return math.getAttribute('display') === 'block' ? `\n\n$$${tex}$$\n\n` : `$${tex}$`;
}
