/** A picture of the article as it is shown alone. */
export interface LargePicture {
  element: HTMLImageElement;
  /** Its address on its page, where it is kept; else empty. */
  stored: string;
  alt: string;
  caption: string;
}

/** Smaller than this it is a sign in the text, in CSS pixels. */
const SIGN = 48;
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)/i;

/** Whether a picture can be had larger: no sign, not missing, and no link to somewhere else. */
export function canBeLarge(img: HTMLImageElement): boolean {
  if ('failed' in img.dataset || 'missing' in img.dataset) return false;
  if (!img.getAttribute('src') && !img.dataset['picture']) return false;
  const link = img.closest('a');
  // Many pages link a picture to a larger one.
  if (link && !PICTURE_FILE.test(link.href)) return false;
  // Never by its box: to ask for one that is not drawn yet lays out all that holds it.
  const width = Number(img.getAttribute('width')) || img.naturalWidth;
  return img.naturalWidth === 0 || Math.max(width, img.naturalHeight) >= SIGN;
}

const onOneLine = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').trim();

/** The pictures of an article that can be had larger, in their order; those not drawn yet too. */
export function largePictures(article: Element): LargePicture[] {
  return [...article.querySelectorAll('img')].filter(canBeLarge).map((element) => {
    const caption = onOneLine(element.closest('figure')?.querySelector('figcaption')?.textContent);
    const alt = onOneLine(element.alt);
    return { element, stored: element.dataset['picture'] ?? '', alt, caption };
  });
}
