import type { Picture } from '../article/article.ts';
import { metaContent } from './metadata/meta-tags.ts';
import { absolute, sizeOf } from './pictures.ts';

/** Text before a picture that still counts as standing at the top, in characters. */
const TOP = 250;
const SMALLEST = 120;
const LOGO = /logo|icon|avatar|sprite|default|placeholder|og-image|share-image|social/i;

export interface Lead {
  picture: Picture | null;
  caption: string;
}

/**
 * The picture that stands for the article. One at the top of the body is taken out of it, with its
 * caption, so that it is shown once; else it is the one that the page shares (og:image), unless the
 * body has that one further down.
 */
export function takeLeadPicture(article: Element, document: Document): Lead {
  const first = article.querySelector('img');
  if (first && isAtTop(first, article) && !isSmall(first)) {
    const figure = first.closest('figure');
    const caption =
      figure?.querySelector('figcaption')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const picture = toPicture(first);
    (figure && figure.querySelectorAll('img').length === 1
      ? figure
      : (first.closest('a') ?? first)
    ).remove();
    return { picture, caption };
  }
  const shared = absolute(
    metaContent(document, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    document.baseURI,
  );
  const repeated = [...article.querySelectorAll('img')].some(
    (img) => fileOf(img.src) === fileOf(shared),
  );
  if (!shared || LOGO.test(fileOf(shared)) || repeated) return { picture: null, caption: '' };
  const size = (name: string): number => Number.parseInt(metaContent(document, name), 10) || 0;
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
  return before.toString().trim().length < TOP;
}

const fileOf = (address: string): string => address.split(/[?#]/)[0]!.split('/').pop() ?? '';
