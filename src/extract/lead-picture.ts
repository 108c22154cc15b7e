import type { Picture } from '../article/article.ts';
import { countWordsOfLine } from '../article/reading-time.ts';
import { unifyFigures } from './figures.ts';
import { declaredPicture, isPoorCopy } from './declared-picture.ts';
import type { LinkedData } from './metadata/json-ld.ts';
import { resolvePictures, sizeOf } from './pictures.ts';
import { blockText, onOneLine } from './rules/text.ts';
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
  heading: Element | null,
  page: Document,
  data: LinkedData,
): Lead {
  const pictures = [...article.querySelectorAll('img')];
  const top = firstAtTop(pictures, article);
  const below = (): HTMLImageElement | undefined => {
    const leftBehind = heading && pictureBelow(heading, page);
    return leftBehind && !pictures.some((img) => isSamePicture(img.src, leftBehind.src))
      ? leftBehind
      : undefined;
  };
  const declared = declaredPicture(page, data);
  if (!declared) {
    const own = top ?? below();
    return own ? takeOut(own) : { picture: null, caption: '' };
  }
  const copy = pictures.find((img) => isSamePicture(img.src, declared.src));
  if (copy && (isPlaced(copy) || !isAtTop(copy, article, TOP)))
    return { picture: { ...declared, inBody: true }, caption: '' };
  // Where names tell nothing, a picture before the story is the declared one in another cut.
  const own = copy ?? (top && isAtTop(top, article, FIRST_WORDS) ? top : below());
  if (!own) return { picture: declared, caption: '' };
  const { picture, caption } = takeOut(own);
  if (copy && isPoorCopy(declared.src)) return { picture, caption };
  return { picture: { ...declared, alt: picture?.alt || declared.alt }, caption };
}

/** A copy of the picture between the headline and the text of the page, with its caption. */
function pictureBelow(heading: Element, page: Document): HTMLImageElement | null {
  for (const element of page.querySelectorAll('img, p')) {
    const isAfter = heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!isAfter) continue;
    if (element.matches('p') && countWordsOfLine(blockText(element)) > WORDS_OF_PROSE) return null;
    if (element.matches('img') && !isSmall(element) && !element.closest('aside, nav, ul, ol')) {
      const holder = page.implementation.createHTMLDocument('').body;
      holder.append(holder.ownerDocument.importNode(boxOf(element, heading), true));
      resolvePictures(holder, page.baseURI);
      unifyFigures(holder);
      return holder.querySelector('img');
    }
  }
  return null;
}

/** The widest box round a picture that holds neither the headline nor text of the story. */
function boxOf(img: Element, heading: Element): Element {
  let box = img;
  for (let wider = img.parentElement; wider; wider = wider.parentElement) {
    if (wider.contains(heading) || wider.querySelectorAll('img').length > 1) break;
    if (countWordsOfLine(blockText(wider)) > TOP) break;
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
  return { picture, caption: onOneLine(caption) };
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

/** The first picture at the top that is no icon and not part of something else. */
function firstAtTop(pictures: HTMLImageElement[], article: Element): HTMLImageElement | undefined {
  for (const img of pictures) {
    // Those after it are further down.
    if (!isAtTop(img, article, TOP)) return undefined;
    if (!isPlaced(img) && !isSmall(img)) return img;
  }
  return undefined;
}

/** Belongs where it stands, as a formula does, and what has words right before it. */
const isPlaced = (img: HTMLImageElement): boolean =>
  img.closest('table, li, blockquote, pre') !== null ||
  img.alt.includes('\\') ||
  Boolean((img.previousSibling as Text | null)?.wholeText?.trim());

function isAtTop(img: Element, article: Element, words: number): boolean {
  const before = article.ownerDocument.createRange();
  before.setStart(article, 0);
  before.setEndBefore(img);
  return countWordsOfLine(onOneLine(before.toString())) < words;
}
