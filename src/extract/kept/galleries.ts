import { blockText } from '../rules/text.ts';
import { make, textOf, type Vault } from './vault.ts';

const GALLERY =
  'swiper-container, :is(div, ul, ol, section, figure):is([class*="gallery" i], [class*="carousel" i], [class*="slideshow" i], [class*="slider" i])';
const CAPTION = 'figcaption, [class*="caption" i], [class*="credit" i]';
/** A gallery has pictures and their captions; links with words and buttons to stories are a list of them. */
const LONGEST_CAPTION = 300;
const FEWEST = 2;
const MOST = 100;

/** Galleries become a figure a picture, each with its caption: Readability drops boxes of pictures. */
export function keepGalleries(copy: Document, vault: Vault): void {
  for (const box of copy.querySelectorAll(GALLERY)) {
    if (!copy.contains(box) || !isGallery(box)) continue;
    const figures = make(box, 'div');
    for (const img of box.querySelectorAll('img')) {
      const caption = captionOf(img, box);
      const figure = make(img, 'figure', img.closest('picture') ?? img);
      if (caption) figure.append(make(img, 'figcaption', caption));
      figures.append(figure);
    }
    vault.put(box, figures);
  }
}

function isGallery(box: Element): boolean {
  if (
    box.closest('nav, header, footer, aside, a') ||
    box.querySelector('p + p, h1, h2, h3, h4, form, article')
  )
    return false;
  const pictures = box.querySelectorAll('img').length;
  if (pictures < FEWEST || pictures > MOST || textOf(box).length > pictures * LONGEST_CAPTION)
    return false;
  return ![...box.querySelectorAll('a')].some(
    (link) => textOf(link).length > 0 && !link.closest(CAPTION),
  );
}

/** The caption in the narrowest box round the picture that has one and no other picture. */
function captionOf(img: Element, gallery: Element): string {
  for (let box = img.parentElement; box && gallery.contains(box); box = box.parentElement) {
    if (box.querySelectorAll('img').length > 1) return '';
    const caption = box.querySelector(CAPTION);
    const words = caption ? blockText(caption) : '';
    if (words) return words;
  }
  return '';
}
