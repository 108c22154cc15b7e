/** Boxes and lists: what is in them is taken out piece by piece. */
const BOX = 'div, section, ul, ol';
const BLOCK =
  'p, h1, h2, h3, h4, h5, h6, div, section, ul, ol, dl, li, table, figure, pre, blockquote, hr, details';

/** The blocks of a text that can be taken out, each by itself, in its order. */
export function blocksIn(text: Element): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  const walk = (box: Element): void => {
    for (const child of box.children) {
      if (isBox(child)) walk(child);
      else blocks.push(child as HTMLElement);
    }
  };
  walk(text);
  return blocks;
}

/** Whether it holds blocks and no words of its own. */
const isBox = (element: Element): boolean =>
  element.matches(BOX) &&
  element.childElementCount > 0 &&
  [...element.childNodes].every((node) =>
    node instanceof Element ? node.matches(BLOCK) : !node.nodeValue?.trim(),
  );

/** A text that blocks are taken out of. */
export interface EditedText {
  /** Its markup without some of its blocks, and without boxes that are empty then; trusted by nobody. */
  without(removed: readonly number[]): string;
  /** Which blocks another text lacks; null where it is not this one with blocks taken out. */
  missingFrom(other: Element): number[] | null;
}

/** `text` is kept as it is now. */
export function editedText(text: Element): EditedText {
  const whole = text.cloneNode(true) as Element;
  return {
    without(removed) {
      const copy = whole.cloneNode(true) as Element;
      const gone = blocksIn(copy);
      for (const at of removed) removeWithBox(gone[at], copy);
      return copy.innerHTML;
    },
    missingFrom: (other) => {
      const [all, left] = [blocksIn(whole), blocksIn(other)];
      // A box that is left alone is taken off when the text is shown: then the blocks have to do.
      return (
        missingOf(
          all.map((block) => placed(block, whole)),
          left.map((block) => placed(block, other)),
        ) ??
        missingOf(
          all.map(({ outerHTML }) => outerHTML),
          left.map(({ outerHTML }) => outerHTML),
        )
      );
    },
  };
}

function missingOf(all: readonly string[], left: readonly string[]): number[] | null {
  let next = 0;
  const missing = all.flatMap((block, at) => {
    if (block !== left[next]) return [at];
    next += 1;
    return [];
  });
  return next === left.length ? missing : null;
}

/** A block with the boxes that it is in: the same words may stand in several. */
function placed(block: Element, text: Element): string {
  const boxes: string[] = [];
  for (let box = block.parentElement; box && box !== text; box = box.parentElement)
    boxes.push(box.localName);
  return `${boxes.join(' ')} ${block.outerHTML}`;
}

function removeWithBox(block: Element | undefined, text: Element): void {
  for (let gone = block; gone && gone !== text;) {
    const box: Element | null = gone.parentElement;
    gone.remove();
    gone = box && box.childElementCount === 0 ? box : undefined;
  }
}

/** So much of a block names it. */
const NAME = 80;

/** The beginning of a block, or the words of its picture. */
export function nameOf(block: Element): string {
  const pictured = block.matches('img') ? block : block.querySelector('img[alt]');
  const text = (block.textContent || pictured?.getAttribute('alt') || '').replace(/\s+/g, ' ');
  const said = text.trim();
  return said.length > NAME
    ? `${said.slice(0, said.lastIndexOf(' ', NAME) + 1 || NAME).trim()}…`
    : said;
}
