import type { SavedArticle } from '../../../article/article.ts';
import type { HowOut } from '../format.ts';
import { linkAddress, oneLine } from '../harmless.ts';
import type { BookPage } from './page.ts';
import { makerIn, makerOf, markupOf, newPage } from './xml.ts';

export interface PackagedPicture {
  path: string;
  type: string;
}

type Book = HowOut & { isFromRight: boolean };
type Facts = Pick<SavedArticle, 'title' | 'byline' | 'lang' | 'url' | 'siteName'>;

const OPF = 'http://www.idpf.org/2007/opf';
const DC = 'http://purl.org/dc/elements/1.1/';
const OPS = 'http://www.idpf.org/2007/ops';

export const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** What the book is and what it is made of. */
export function packageFile(
  pages: readonly BookPage[],
  pictures: readonly PackagedPicture[],
  articles: readonly Facts[],
  { title, language, now, isFromRight }: Book,
): string {
  const document = window.document.implementation.createDocument(OPF, 'package');
  const make = makerIn(document, OPF);
  const dc = (name: string, text: string, attributes: Record<string, string> = {}): Element => {
    const made = document.createElementNS(DC, `dc:${name}`);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  const item = (id: string, href: string, type: string, properties = '') =>
    make('item', { id, href, 'media-type': type, ...(properties && { properties }) });
  const xhtml = 'application/xhtml+xml';
  const languages = [...new Set(pages.map(({ lang }) => lang))];
  const [only] = articles.length === 1 ? articles : [];
  const root = document.documentElement;
  root.setAttribute('version', '3.0');
  root.setAttribute('unique-identifier', 'book');
  root.append(
    make('metadata', {}, [
      dc('identifier', `urn:uuid:${crypto.randomUUID()}`, { id: 'book' }),
      dc('title', oneLine(title) || 'Lectern'),
      ...(languages.length > 0 ? languages : [language]).map((lang) => dc('language', lang)),
      ...(only && oneLine(only.byline) ? [dc('creator', oneLine(only.byline))] : []),
      ...(only && oneLine(only.siteName) ? [dc('publisher', oneLine(only.siteName))] : []),
      ...(only && linkAddress(only.url) ? [dc('source', linkAddress(only.url)!)] : []),
      dc('date', new Date(now).toISOString().slice(0, 10)),
      make('meta', { property: 'dcterms:modified' }, [
        `${new Date(now).toISOString().slice(0, 19)}Z`,
      ]),
      // For readers of EPUB 2.
      make('meta', { name: 'cover', content: 'cover-picture' }),
    ]),
    make('manifest', {}, [
      item('nav', 'nav.xhtml', xhtml, 'nav'),
      item('style', 'style.css', 'text/css'),
      item('cover-picture', 'cover.svg', 'image/svg+xml', 'cover-image'),
      item('cover', 'cover.xhtml', xhtml),
      ...pages.map(({ path, hasMath }, at) =>
        item(`article-${at + 1}`, path, xhtml, hasMath ? 'mathml' : ''),
      ),
      ...pictures.map(({ path, type }, at) => item(`picture-${at + 1}`, path, type)),
    ]),
    make('spine', isFromRight ? { 'page-progression-direction': 'rtl' } : {}, [
      make('itemref', { idref: 'cover' }),
      make('itemref', { idref: 'nav' }),
      ...pages.map((_, at) => make('itemref', { idref: `article-${at + 1}` })),
    ]),
  );
  return markupOf(document);
}

/** The contents: the articles, and the headings in each. */
export function navigation(pages: readonly BookPage[], { words, language, dir }: Book): string {
  const { document, root } = newPage({
    title: words.contents,
    lang: language,
    dir,
    style: 'style.css',
  });
  const make = makerOf(document);
  const entry = (href: string, text: string, below: Node[] = []): Element =>
    make('li', {}, [
      make('a', { href }, [text]),
      ...(below.length > 0 ? [make('ol', {}, below)] : []),
    ]);
  const articles = pages.map(({ path, title, headings, dir: way, lang }) => {
    const sections: { href: string; text: string; below: Element[] }[] = [];
    for (const { level, id, text } of headings) {
      const above = sections.at(-1);
      if (level === 2 || !above) sections.push({ href: `${path}#${id}`, text, below: [] });
      else above.below.push(entry(`${path}#${id}`, text));
    }
    const made = entry(
      path,
      title,
      sections.map(({ href, text, below }) => entry(href, text, below)),
    );
    made.setAttribute('dir', way);
    made.setAttribute('lang', lang);
    return made;
  });
  const toc = make('nav', { id: 'toc', role: 'doc-toc' }, [
    make('h1', {}, [words.contents]),
    make('ol', {}, articles.length > 0 ? articles : [entry('cover.xhtml', words.cover)]),
  ]);
  toc.setAttributeNS(OPS, 'epub:type', 'toc');
  root.append(toc);
  return markupOf(document);
}
