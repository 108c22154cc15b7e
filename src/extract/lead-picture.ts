import type { Picture } from '../article/article.ts';
import { countWords } from '../article/reading-time.ts';
import { unifyFigures } from './figures.ts';
import { declaredPicture, isPoorCopy } from './declared-picture.ts';
import type { LinkedData } from './metadata/json-ld.ts';
import { likeness } from './metadata/title.ts';
import { resolvePictures, sizeOf } from './pictures.ts';
import { isSamePicture } from './same-picture.ts';

/** Words before a picture that still counts as standing at the top. */
const TOP = 45;
/** A standfirst. */
const FIRST_WORDS = 30;
const WORDS_OF_PROSE = 25;
const SMALLEST = 120;

export interface Lead {
  picture: Picture | null;
  caption: string;
}

/**
 * The picture that stands for the article: the one that the page declares, else the one at the top of
 * the body or below the headline. It is shown once: the body's own copy of it gives its caption and is
 * taken out at the top; further down it stays where the text needs it, and the lead says so.
 */
export function takeLeadPicture(
  article: Element,
  headFigure: Element | null,
  page: Document,
  data: LinkedData,
): Lead {
  const pictures = [...article.querySelectorAll('img')];
  const top = pictures.find((img) => isAtTop(img, article, TOP) && !isSmall(img));
  const leftBehind = headFigure?.querySelector('img');
  const below =
    leftBehind && !pictures.some((img) => isSamePicture(img.src, leftBehind.src))
      ? leftBehind
      : null;
  const declared = declaredPicture(page, data);
  if (!declared) {
    const own = top ?? below;
    return own ? takeOut(own) : { picture: null, caption: '' };
  }
  const copy = pictures.find((img) => isSamePicture(img.src, declared.src));
  if (copy && !isAtTop(copy, article, TOP))
    return { picture: { ...declared, inBody: true }, caption: '' };
  // Where names tell nothing, a picture before the story is the declared one in another cut.
  const own = copy ?? (top && isAtTop(top, article, FIRST_WORDS) ? top : below);
  if (!own) return { picture: declared, caption: '' };
  const { picture, caption } = takeOut(own);
  if (copy && isPoorCopy(declared.src)) return { picture, caption };
  return { picture: { ...declared, alt: picture?.alt || declared.alt }, caption };
}

/** A copy of the picture between the headline and the text, with what stands round it, or null. */
export function figureBelowHeadline(
  copy: Document,
  title: string,
  baseUrl: string,
): Element | null {
  const heading = [...copy.querySelectorAll('h1, h2')].find(
    (element) => likeness(element.textContent ?? '', title) > 0.85,
  );
  if (!heading) return null;
  for (const element of copy.querySelectorAll('img, p')) {
    const isAfter = heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!isAfter) continue;
    if (element.matches('p') && countWords(element.textContent ?? '') > WORDS_OF_PROSE) return null;
    if (element.matches('img') && !isSmall(element) && !element.closest('aside, nav, ul, ol')) {
      const holder = copy.createElement('div');
      holder.append(boxOf(element, heading).cloneNode(true));
      resolvePictures(holder, baseUrl);
      unifyFigures(holder);
      return holder;
    }
  }
  return null;
}

/** The widest box round a picture that holds neither the headline nor text of the story. */
function boxOf(img: Element, heading: Element): Element {
  let box = img;
  for (let wider = img.parentElement; wider; wider = wider.parentElement) {
    if (wider.contains(heading) || wider.querySelectorAll('img').length > 1) break;
    if (countWords(wider.textContent ?? '') > TOP) break;
    box = wider;
  }
  return box;
}

function takeOut(img: HTMLImageElement): Lead {
  const figure = img.closest('figure');
  const caption = figure?.querySelector('figcaption')?.textContent ?? '';
  const picture = toPicture(img);
  const alone = figure?.querySelectorAll('img').length === 1;
  (alone ? figure : (img.closest('a') ?? img))?.remove();
  return { picture, caption: caption.replace(/\s+/g, ' ').trim() };
}

const toPicture = (img: HTMLImageElement): Picture => ({
  src: img.getAttribute('src') ?? '',
  alt: (img.getAttribute('alt') ?? '').trim(),
  width: sizeOf(img, 'width'),
  height: sizeOf(img, 'height'),
});

const isSmall = (img: Element): boolean => {
  const [width, height] = [sizeOf(img, 'width'), sizeOf(img, 'height')];
  return (width > 0 && width < SMALLEST) || (height > 0 && height < SMALLEST / 2);
};

function isAtTop(img: Element, article: Element, words: number): boolean {
  if (img.closest('table, li, blockquote, pre')) return false;
  const before = article.ownerDocument.createRange();
  before.setStart(article, 0);
  before.setEndBefore(img);
  return countWords(before.toString()) < words;
}
