import type { Exported } from '../exported.ts';
import type { HowOut } from '../format.ts';
import { languageTag, oneLine } from '../harmless.ts';
import { articleParts, hostOf } from '../tree/article-parts.ts';
import { moment } from '../json.ts';
import { STYLE } from './style.ts';

type Attributes = Record<string, string>;

interface Page {
  document: Document;
  make: (name: string, attributes?: Attributes, ...content: (Node | string)[]) => HTMLElement;
}

/** Nothing may run, nothing may be loaded but pictures that lie beside the pages. */
const policy = (style: string, script?: string): string =>
  `default-src 'none'; img-src 'self' file:; style-src ${style}; ${script ? `script-src ${script}; ` : ''}base-uri 'none'; form-action 'none'`;

function newPage(title: string, lang: string, dir: string, allowed: string): Page {
  const document = window.document.implementation.createHTMLDocument('');
  const make: Page['make'] = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  document.head.replaceChildren(
    make('meta', { charset: 'utf-8' }),
    make('meta', { 'http-equiv': 'Content-Security-Policy', content: allowed }),
    make('meta', { name: 'viewport', content: 'width=device-width' }),
    make('meta', { name: 'referrer', content: 'no-referrer' }),
    make('title', {}, title),
    make('style', {}, STYLE),
  );
  return { document, make };
}

const markupOf = ({ document }: Page): string =>
  `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`;

/** A page to read one article in. */
export function articlePage(
  one: Exported,
  body: Element,
  pictures: ReadonlyMap<string, string>,
  style: string,
  how: HowOut,
): string {
  const { article } = one;
  const title = oneLine(article.title) || hostOf(article.url);
  const page = newPage(
    title,
    languageTag(article.lang) || how.language,
    article.dir,
    policy(style),
  );
  const { document, make } = page;
  const main = make('main', {}, ...articleParts(one, body, pictures, document, how));
  for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  const tags =
    article.tags.length > 0 ? [make('p', { class: 'tags' }, ...tagParts(article.tags, page))] : [];
  document.body.append(
    make(
      'nav',
      { lang: how.language, dir: how.dir },
      make('a', { href: '../index.html' }, how.words.back),
    ),
    main,
    ...tags,
  );
  return markupOf(page);
}

const tagParts = (tags: readonly string[], { make }: Page): Node[] =>
  tags.map((tag) => make('span', { dir: 'auto' }, oneLine(tag)));

/** A line of the list. */
export function indexRow(article: Exported['article'], path: string, how: HowOut): string {
  const page = newPage('', '', '', '');
  const { make } = page;
  const about = [
    oneLine(article.siteName) || hostOf(article.url),
    oneLine(article.byline),
    how.words.day(article.publishedTime) || how.words.day(moment(article.savedAt) ?? ''),
  ].filter(Boolean);
  const row = make(
    'li',
    {},
    make(
      'a',
      { href: path, dir: 'auto', lang: languageTag(article.lang) || how.language },
      oneLine(article.title) || hostOf(article.url),
    ),
    make('p', { class: 'about' }, about.join(' · ')),
    ...(article.tags.length > 0
      ? [make('p', { class: 'tags' }, ...tagParts(article.tags, page))]
      : []),
  );
  return `${row.outerHTML}\n`;
}

const PLACE = 'rows';

/** What stands before the lines of the list, and what after. */
export function indexHead(
  count: number,
  { style, script }: { style: string; script: string },
  how: HowOut,
): { before: string; after: string } {
  const { title, language, dir, words, now } = how;
  const page = newPage(oneLine(title), language, dir, policy(style, script));
  const { document, make } = page;
  const day = words.day(new Date(now).toISOString().slice(0, 10));
  document.body.append(
    make('h1', {}, oneLine(title)),
    make('p', { class: 'about' }, [words.articles(count), day].filter(Boolean).join(' · ')),
    make(
      'div',
      { id: 'form', role: 'search', hidden: '' },
      make('input', {
        id: 'search',
        type: 'search',
        'aria-label': words.search,
        placeholder: words.search,
      }),
      make('p', { id: 'count', role: 'status' }),
    ),
    make('p', { id: 'nothing', hidden: '' }, words.nothing),
    make('ul', { id: 'list', role: 'list' }, document.createComment(PLACE)),
  );
  const [before = '', after = ''] = markupOf(page).split(`<!--${PLACE}-->`);
  return { before, after: after.replace(/<\/body>\s*<\/html>\s*$/, '') };
}

/** The end of the list's page. */
export const indexEnd = (script: string): string => `<script>${script}</script>\n</body></html>\n`;
