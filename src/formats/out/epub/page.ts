import type { Direction } from '../../../article/article.ts';
import type { Exported } from '../exported.ts';
import type { HowOut } from '../format.ts';
import { languageTag, oneLine } from '../harmless.ts';
import { articleParts } from '../tree/article-parts.ts';
import { makerOf, markupOf, newPage } from './xml.ts';

/** A chapter as the contents and the package name it. */
export interface BookPage {
  path: string;
  title: string;
  lang: string;
  dir: Direction;
  hasMath: boolean;
  headings: { level: number; id: string; text: string }[];
}

const OPS = 'http://www.idpf.org/2007/ops';

/** Languages that are set in columns from the right in books. */
export const isVertical = (lang: string, { vertical }: Pick<HowOut, 'vertical'>): boolean =>
  vertical && /^(?:ja|zh-(?:hant|tw|hk|mo))\b/i.test(lang);

/** A chapter of the book: the article's head, its text, and what the person marked in it. */
export function articlePage(
  one: Exported,
  body: Element,
  pictures: ReadonlyMap<string, string>,
  number: number,
  how: HowOut,
): BookPage & { markup: string } {
  const { article } = one;
  const title = oneLine(article.title) || oneLine(article.url);
  const lang = languageTag(article.lang) || how.language;
  const { document, root } = newPage({ title, lang, dir: article.dir, style: 'style.css' });
  const make = makerOf(document);
  const section = make('section', {}, articleParts(one, body, pictures, document, how));
  section.setAttributeNS(OPS, 'epub:type', 'chapter');
  root.append(section);
  if (isVertical(lang, how)) document.documentElement.setAttribute('class', 'vertical');
  tellNotes(section);
  const named = [...section.querySelectorAll('*')].filter(({ localName }) =>
    /^h[23]$/.test(localName),
  );
  const headings = named.flatMap((heading, at) => {
    const text = oneLine(
      heading.textContent || heading.querySelector('img')?.getAttribute('alt') || '',
    );
    if (!text) return [];
    heading.id = `h-${at + 1}`;
    return [
      { level: Number(heading.localName.slice(1)), id: heading.id, text: text.slice(0, 200) },
    ];
  });
  return {
    path: `article-${number}.xhtml`,
    title,
    lang,
    dir: article.dir,
    hasMath: section.getElementsByTagName('math').length > 0,
    headings,
    markup: markupOf(document),
  };
}

/** So that readers show a note where its mark is. */
function tellNotes(section: Element): void {
  for (const link of section.querySelectorAll('a[href^="#fn-"]')) {
    link.setAttributeNS(OPS, 'epub:type', 'noteref');
    link.setAttribute('role', 'doc-noteref');
  }
  for (const note of section.querySelectorAll('li[id^="fn-"]'))
    note.setAttributeNS(OPS, 'epub:type', 'footnote');
  for (const back of section.querySelectorAll('a[href^="#fnref-"]'))
    back.setAttribute('role', 'doc-backlink');
}
