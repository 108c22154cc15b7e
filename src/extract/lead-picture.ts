import type { Picture } from '../article/article.ts';
import { countWords } from '../article/reading-time.ts';
import { unifyFigures } from './figures.ts';
import { metaContent } from './metadata/meta-tags.ts';
import { likeness } from './metadata/title.ts';
import { absolute, resolvePictures, sizeOf } from './pictures.ts';

/** Words before a picture that still counts as standing at the top. */
const TOP = 45;
const WORDS_OF_PROSE = 25;
const SMALLEST = 120;
const LOGO = /logo|icon|avatar|sprite|default|placeholder|og-image|share-image|social/i;

export interface Lead {
  picture: Picture | null;
  caption: string;
}

/**
 * The picture that stands for the article. One at the top of the body is taken out of it, with its
 * caption, so that it is shown once; else it is the one below the headline that the body left behind,
 * or the one that the page shares (og:image), unless the body has that one further down.
 */
export function takeLeadPicture(
  article: Element,
  headFigure: Element | null,
  page: Document,
): Lead {
  const first = article.querySelector('img');
  if (first && isAtTop(first, article) && !isSmall(first)) return takeOut(first);
  const below = headFigure?.querySelector('img');
  if (below && !holds(article, below.src)) return takeOut(below);
  const shared = absolute(
    metaContent(page, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    page.baseURI,
  );
  if (!shared || LOGO.test(fileOf(shared)) || holds(article, shared))
    return { picture: null, caption: '' };
  const size = (name: string): number => Number.parseInt(metaContent(page, name), 10) || 0;
  return {
    picture: {
      src: shared,
      alt: '',
      width: size('og:image:width'),
      height: size('og:image:height'),
    },
    caption: '',
  };
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

function isAtTop(img: Element, article: Element): boolean {
  if (img.closest('table, li, blockquote, pre')) return false;
  const before = article.ownerDocument.createRange();
  before.setStart(article, 0);
  before.setEndBefore(img);
  return countWords(before.toString()) < TOP;
}

const holds = (article: Element, src: string): boolean =>
  [...article.querySelectorAll('img')].some((img) => fileOf(img.src) === fileOf(src));

const fileOf = (address: string): string => address.split(/[?#]/)[0]!.split('/').pop() ?? '';
