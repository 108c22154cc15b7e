import type { Picture } from '../article/article.ts';
import { addressOf, type LinkedData } from './metadata/json-ld.ts';
import { metaContent } from './metadata/meta-tags.ts';
import { absolute } from './pictures.ts';
import { fileOf } from './same-picture.ts';

const NAMES = [
  'og:image:secure_url',
  'og:image',
  'og:image:url',
  'twitter:image',
  'twitter:image:src',
];
const SMALLEST = 100;
const LOGO =
  /logo|favicon|placeholder|sprite|(?:^|[-_.])(?:icon|avatar|gravatar)s?(?:[-_.]|$)|\.svg$/i;
/** The one picture that a site shares for every page without one. */
const FOR_ANY_PAGE =
  /^(?:(?:site|default|ogp?|open-?graph|social|share|sharing|fallback|facebook|twitter|unfurl(?:ing)?|preview|card)[-_]?)+(?:media|image|img|icon|thumb(?:nail)?|picture|banner|preview)?[-_\d]*\.\w+$/i;

/** The picture that the page gives for itself to those who share it, or null. */
export function declaredPicture(page: Document, data: LinkedData): Picture | null {
  const told = [
    ...NAMES.map((name) => metaContent(page, name)),
    addressOf(data['image']),
    addressOf(data['thumbnailUrl']),
    page.querySelector('link[rel="image_src" i]')?.getAttribute('href') ?? '',
    metaContent(page, 'thumbnail', 'image', 'parsely-image-url', 'sailthru.image.full'),
  ];
  const src = told.map((address) => absolute(address, page.baseURI)).find(isOfTheStory);
  if (!src) return null;
  const size = (name: string): number => Number.parseInt(metaContent(page, name), 10) || 0;
  const [width, height] = [size('og:image:width'), size('og:image:height')];
  if (width > 0 && width < SMALLEST) return null;
  return { src, alt: metaContent(page, 'og:image:alt', 'twitter:image:alt'), width, height };
}

/** Whether others get a small copy, or one with something laid over it. */
export const isPoorCopy = (src: string): boolean =>
  /[-_]thumb(?:nail)?\.\w+$|[?&](?:\S*[-_])?(?:overlay|watermark)/i.test(src);

const isOfTheStory = (src: string): boolean => {
  const file = fileOf(src);
  return src !== '' && !LOGO.test(file) && !FOR_ANY_PAGE.test(file);
};
