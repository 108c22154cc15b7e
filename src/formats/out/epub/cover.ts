import type { SavedArticle } from '../../../article/article.ts';
import type { HowOut } from '../format.ts';
import { oneLine } from '../harmless.ts';
import { makerIn, makerOf, markupOf, newPage } from './xml.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** So many of them stand below the title. */
const NAMED = 5;
const INK = '#201e1b';
const QUIET = '#625d55';

/** The front of the book: its name, how many articles it has, and the day; drawn, not photographed. */
export function coverDrawing(
  articles: readonly Pick<SavedArticle, 'title' | 'siteName'>[],
  { title, words, now, dir }: HowOut,
): string {
  const document = window.document.implementation.createDocument(SVG, 'svg');
  const make = makerIn(document, SVG);
  const root = document.documentElement;
  for (const [name, value] of Object.entries({
    viewBox: '0 0 1200 1600',
    width: '1200',
    height: '1600',
  }))
    root.setAttribute(name, value);
  const isRtl = dir === 'rtl';
  const text = (y: number, size: number, fill: string, said: string, weight = '400') =>
    make(
      'text',
      {
        x: isRtl ? '1080' : '120',
        y: String(y),
        'font-size': String(size),
        'font-weight': weight,
        'font-family': 'Georgia, "Noto Serif", serif',
        fill,
        ...(isRtl && { direction: 'rtl' }),
      },
      [said],
    );
  const lines = linesOf(oneLine(title), 20, 4);
  const day = words.day(new Date(now).toISOString().slice(0, 10));
  const only = articles.length === 1;
  const names = only
    ? []
    : articles.slice(0, NAMED).map((one) => shortened(oneLine(one.title), 48));
  root.append(
    make('rect', { width: '1200', height: '1600', fill: '#fdfcfa' }),
    make('rect', { x: '120', y: '200', width: '96', height: '10', fill: '#8a3c17' }),
    ...lines.map((line, at) => text(340 + at * 118, 100, INK, line, '700')),
    ...names.map((name, at) => text(1010 + at * 58, 36, QUIET, name)),
    text(
      1440,
      44,
      INK,
      only ? oneLine(articles[0]!.siteName) || words.articles(1) : words.articles(articles.length),
      '700',
    ),
    text(1500, 40, QUIET, day),
  );
  return markupOf(document);
}

/** The page that shows it. */
export function coverPage({ title, language, dir, words }: HowOut): string {
  const { document, root } = newPage({
    title: oneLine(title),
    lang: language,
    dir,
    style: 'style.css',
  });
  const make = makerOf(document);
  root.setAttribute('class', 'cover');
  root.append(
    make('p', {}, [make('img', { src: 'cover.svg', alt: `${words.cover}: ${oneLine(title)}` })]),
  );
  return markupOf(document);
}

/** By wide characters: one of Han is as wide as two of Latin. */
function linesOf(title: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(title);
  for (const { segment } of words) {
    for (const piece of widthOf(segment) > width ? Array.from(segment) : [segment]) {
      if (widthOf(line + piece) > width && line.trim()) {
        lines.push(line.trim());
        line = '';
      }
      line += piece;
    }
  }
  if (line.trim()) lines.push(line.trim());
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]!} …`] : lines;
}

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);

const shortened = (text: string, most: number): string => {
  const signs = Array.from(text);
  return signs.length > most ? `${signs.slice(0, most).join('').trim()} …` : text;
};
