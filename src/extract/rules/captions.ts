import { isNamedCaption } from './names.ts';
import type { Rule } from './rule.ts';
import { blockText, shortText } from './text.ts';

const LONGEST_CAPTION = 700;
const LEVELS = 4;
const GALLERY = /gallery|slide|carousel|lightbox/i;

/** Texts that their class calls a caption or a credit become the caption of the picture by them. */
export const captions: Rule = (article, { remover }) => {
  for (const text of article.querySelectorAll('[class], figcaption')) {
    if (!(text.matches('figcaption') || isNamedCaption(text)) || !article.contains(text)) continue;
    if (
      text.closest('figure, table, pre, code, blockquote') ||
      text.parentElement?.closest('figcaption') ||
      text.matches('h1, h2, h3, img')
    )
      continue;
    if (text.querySelector('img, figure')) continue;
    if (!shortText(text, LONGEST_CAPTION)) continue;
    const img = pictureBy(text, article);
    if (img) toFigure(img, text);
    else if (isInSentence(text)) continue;
    else remover.remove(text, 'caption without its picture');
  }
  for (const item of article.querySelectorAll('li[class], div[class]')) {
    if (
      GALLERY.test(item.className) &&
      item.querySelector('img') &&
      shortText(item, LONGEST_CAPTION)
    ) {
      for (const part of item.querySelectorAll('p, div, span'))
        if (!part.querySelector('img, p, div, figure') && !part.closest('figure'))
          remover.remove(part, 'caption in a gallery');
    }
  }
  for (const caption of article.querySelectorAll('figcaption'))
    if (caption.querySelector('figcaption')) sayOnce(caption);
};

/** A caption that opens by a button stands there in both lengths, and that of a gallery beside it again. */
function sayOnce(caption: Element): void {
  // What leads nowhere after all the words is the button.
  for (const button of caption.querySelectorAll('a:not([href]):last-child')) button.remove();
  for (const inner of caption.querySelectorAll('figcaption')) {
    const line = caption.ownerDocument.createElement('p');
    line.append(...inner.childNodes);
    inner.replaceWith(line);
  }
  const said: string[] = [];
  const lines = [...caption.querySelectorAll('p, :not(p) > span')];
  for (const line of lines.sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const text = blockText(line).replace(/[\s.…]+$/, '');
    if (said.some((longer) => longer.startsWith(text))) line.remove();
    else said.push(text);
  }
}

const lengthOf = (element: Element): number => blockText(element).length;

/** Gives captions their element on the copy: of boxes with words alone Readability loses the class. */
export function setCaptions(copy: Document): void {
  for (const box of copy.querySelectorAll(
    ':is(div, p):is([class*="caption" i], [class*="credit" i])',
  )) {
    if (!isNamedCaption(box)) continue;
    if (box.closest('figcaption, table') || box.querySelector('img, figure, div div, ul')) continue;
    if (!shortText(box, LONGEST_CAPTION)) continue;
    const caption = copy.createElement('figcaption');
    caption.className = box.className;
    caption.append(...box.childNodes);
    box.replaceWith(caption);
  }
}

const isInSentence = (text: Element): boolean =>
  text.matches('span, em, i, small, a') &&
  (text.closest('p, li')?.textContent ?? '').length > (text.textContent ?? '').length * 2;

/** The last picture before a text, in the smallest box round both that has one. */
function pictureBy(text: Element, article: Element): Element | null {
  let box = text.parentElement;
  for (let level = 0; box && box !== article && level < LEVELS; level++) {
    const images = [...box.querySelectorAll('img')];
    if (images.length > 0) {
      const before = images.filter(
        (img) => text.compareDocumentPosition(img) & Node.DOCUMENT_POSITION_PRECEDING,
      );
      return before.at(-1) ?? images[0]!;
    }
    box = box.parentElement;
  }
  return null;
}

function toFigure(img: Element, text: Element): void {
  const document = img.ownerDocument;
  let figure = img.closest('figure');
  if (!figure) {
    figure = document.createElement('figure');
    const picture =
      img.closest('a') && !img.closest('a')!.textContent?.trim() ? img.closest('a')! : img;
    picture.replaceWith(figure);
    figure.append(picture);
  }
  let caption = figure.querySelector('figcaption');
  if (!caption) {
    caption = document.createElement('figcaption');
    figure.append(caption);
  } else caption.append(' ');
  caption.append(...text.childNodes);
  text.remove();
}
