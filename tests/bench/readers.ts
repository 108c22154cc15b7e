import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a reader says of a page beside its text. */
export interface Facts {
  title: string;
  byline: string;
  published: string;
  siteName: string;
  image: string;
  lang: string;
  html: string;
}

/** A reader that runs in the page: the file that brings it, and the body of a function that gives `Facts` or `{failure}`. */
export interface Reader {
  name: string;
  script: () => string;
  read: string;
}

const require = createRequire(import.meta.url);
const CALL = '__lectern.read();';

/** The built content script, without the call that it ends with. */
export const LECTERN: Reader = {
  name: 'lectern',
  script() {
    const script = readFileSync('dist/chrome/read.js', 'utf8').trimEnd();
    if (!script.endsWith(CALL)) throw new Error(`read.js does not end with ${CALL}`);
    return script.slice(0, -CALL.length);
  },
  read: `const result = __lectern.read({ evenIfLarge: true, evenIfLoading: true, evenIfNoArticle: true });
    if (!result.ok) return { failure: result.reason };
    const { publishedTime: published, leadPicture, ...facts } = result.value;
    return { ...facts, published, image: leadPicture?.src ?? '' };`,
};

/** Published extractors, as their documentation has them used on a page that must stay as it is. */
export const PEERS: Reader[] = [
  {
    name: 'readability',
    script: () => readFileSync(require.resolve('@mozilla/readability/Readability.js'), 'utf8'),
    read: `const article = new Readability(document.cloneNode(true)).parse();
      if (!article) return { failure: 'no-article' };
      const { title, byline, publishedTime: published, siteName, lang, content: html } = article;
      return { title, byline, published, siteName, lang, html, image: '' };`,
  },
  {
    name: 'defuddle',
    script: () => readFileSync(require.resolve('defuddle'), 'utf8'),
    read: `const article = new Defuddle(document.cloneNode(true), { url: document.URL }).parse();
      const { title, author: byline, published, site: siteName, language: lang, content: html, image } = article;
      return { title, byline, published, siteName, lang, html, image };`,
  },
];

/** Runs first: what the browser compiles comes after it. */
export const START = `globalThis.__start = performance.now();`;

/** Brings the reader and reads once. */
export const readingOf = ({ script, read }: Reader): string => `${script()}
;globalThis.__found = (() => { ${read} })();
globalThis.__ms = performance.now() - __start;`;

/**
 * Gives the facts, the time from start to end, and the text without captions from the markup, spelled as in
 * a plain copy: a formula by its TeX (without one its parts run together to another formula: it goes, as it
 * does in a truth that is markup), a note with its number, code with its language above it.
 */
export const FACTS = `(() => {
  const found = __found;
  const ms = __ms;
  const facts = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  const page = new DOMParser().parseFromString(facts.html ?? '', 'text/html');
  for (const caption of page.querySelectorAll('figcaption')) caption.remove();
  for (const formula of page.querySelectorAll('math')) formula.textContent = formula.getAttribute('alttext') ?? '';
  for (const picture of page.querySelectorAll('img[alt*="\\\\\\\\"]')) picture.replaceWith(picture.alt);
  for (const code of page.querySelectorAll('pre > code[data-lang]')) code.parentElement.before('\\n' + code.dataset.lang);
  for (const note of page.querySelectorAll('li[id^="fn-"]')) note.prepend('[' + note.id.slice(3) + '] ');
  const blocks = 'p,h1,h2,h3,h4,h5,h6,div,section,blockquote,li,dt,dd,table,tr,td,th,figure,pre,br,hr';
  for (const block of page.querySelectorAll(blocks)) { block.before('\\n'); block.after('\\n'); }
  const text = page.body.textContent.replace(/[^\\S\\n]+/g, ' ').replace(/\\s*\\n\\s*/g, '\\n').trim();
  return { ...facts, text, ms };
})()`;
