const PICTURE_BOX = /(?:^|[-_ ])(?:img|image|photo|picture|pic|figure|media|caption|wp-caption)/i;
const CAPTION = /caption|credit|legend|copyright/i;
const LONGEST_CAPTION = 400;
const LABEL = 60;

/** Turns the many ways to set a caption beside a picture into `<figure>` with `<figcaption>`. */
export function unifyFigures(article: Element): void {
  for (const img of article.querySelectorAll('img')) {
    if (img.closest('figure')) continue;
    const box = captionedBox(img, article);
    if (box) toFigure(box, img);
  }
  for (const figure of article.querySelectorAll('figure')) unifyCaption(figure);
}

/** The nearest box round one picture whose only other content is a short caption. */
function captionedBox(img: Element, article: Element): Element | null {
  for (let box = img.parentElement; box && box !== article; box = box.parentElement) {
    const text = box.textContent?.trim() ?? '';
    if (box.querySelectorAll('img').length > 1 || text.length > LONGEST_CAPTION) return null;
    if (box.matches('td, li, blockquote')) return null;
    const caption = [...box.querySelectorAll('*')].some((part) => CAPTION.test(part.className));
    const named = PICTURE_BOX.test(`${box.className} ${box.id}`);
    // A caption does not begin before its picture.
    const first = box.querySelector('p');
    if (first?.compareDocumentPosition(img) === 4 && first.textContent.length > LABEL) return null;
    const centred = box.matches('center, [align="center" i]') && box.querySelector('br') !== null;
    if (text && (caption || centred || (named && !box.matches('p') && !box.querySelector('p + p'))))
      return box;
  }
  return null;
}

function toFigure(box: Element, img: Element): void {
  const document = box.ownerDocument;
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const picture =
    img.closest('a') && box.contains(img.closest('a')) && !img.closest('a')!.textContent?.trim()
      ? img.closest('a')!
      : img;
  box.replaceWith(figure);
  picture.remove();
  for (const line of box.querySelectorAll('br')) line.replaceWith(' ');
  caption.append(...box.childNodes);
  figure.append(picture, caption);
}

/** One caption a figure, below the picture; text that stands bare in a figure is its caption. */
function unifyCaption(figure: Element): void {
  const captions = [...figure.querySelectorAll('figcaption')];
  const loose = figure.querySelector('img') ? looseText(figure) : [];
  if (captions.length < 2 && loose.length === 0) return;
  const caption = captions[0] ?? figure.ownerDocument.createElement('figcaption');
  for (const other of captions.slice(1)) {
    caption.append(' ', ...other.childNodes);
    other.remove();
  }
  caption.append(...loose);
  figure.append(caption);
}

const CONTENT = 'img, video, iframe, table, pre, blockquote, ul, ol, figcaption, figure';

/** The outermost parts of a figure that are words and nothing else. */
function looseText(parent: Element): Node[] {
  return [...parent.childNodes].flatMap((node) => {
    if (!node.textContent?.trim()) return [];
    if (!(node instanceof Element)) return [node];
    if (node.matches(CONTENT)) return [];
    return node.querySelector(CONTENT) ? looseText(node) : [node];
  });
}
