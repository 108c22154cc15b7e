import { paragraphsBox } from './lines.ts';
import { whenNear } from './near.ts';

/** Only letters that stand apart: in other scripts a part of a word is not read by its beginning. */
const WORD =
  /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}][\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{M}]+/gu;
const LEFT_ALONE =
  'pre, code, kbd, samp, math, svg, sub, sup, button, select, textarea, [data-beginning], [data-beside]';
const HOLDER = 'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, figcaption, blockquote, div';
const SPAN = 'data-beginning';

/** How many letters of a word are its beginning. */
const beginningOf = (length: number): number =>
  length < 4 ? 1 : length < 6 ? 2 : Math.ceil(length * 0.4);

/** Makes the beginnings of words stand out where the person reads, until `ending`; the text stays the same. */
export function emphasizeBeginnings(article: HTMLElement, ending: AbortSignal): void {
  whenNear(paragraphsBox(article)?.children ?? [], wrapBeginnings, ending);
  document.addEventListener('copy', copyWithout, { signal: ending });
  ending.addEventListener('abort', () => {
    unwrapBeginnings(article);
  });
}

export function wrapBeginnings(block: Element): void {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: { text: Text; holder: Element | null }[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    texts.push({ text, holder: text.parentElement?.closest(HOLDER) ?? null });
  }
  for (const [at, { text, holder }] of texts.entries()) {
    const before = texts[at - 1];
    // The word began in another element: "fish<i>ing</i>".
    const goesOn =
      before?.holder === holder &&
      /\p{L}$/u.test(before.text.data) &&
      text.previousSibling?.nodeName !== 'BR';
    if (text.parentElement?.closest(LEFT_ALONE)) continue;
    const pieces: (string | Node)[] = [];
    let done = 0;
    for (const { 0: word, index } of text.data.matchAll(WORD)) {
      if (index === 0 && goesOn) continue;
      const span = document.createElement('span');
      span.setAttribute(SPAN, '');
      span.textContent = word.slice(0, beginningOf(word.length));
      pieces.push(text.data.slice(done, index), span);
      done = index + span.textContent.length;
    }
    if (pieces.length > 0) text.replaceWith(...pieces, text.data.slice(done));
  }
}

/** Leaves every text as it was. */
export function unwrapBeginnings(root: ParentNode): void {
  const parents = new Set<Node>();
  for (const span of root.querySelectorAll(`[${SPAN}]`)) {
    if (span.parentNode) parents.add(span.parentNode);
    span.replaceWith(...span.childNodes);
  }
  for (const parent of parents) parent.normalize();
}

/** What is copied has no bold beginnings. */
function copyWithout(event: ClipboardEvent): void {
  const selection = getSelection();
  if (event.defaultPrevented || !event.clipboardData || !selection || selection.isCollapsed) return;
  const copy = document.createElement('div');
  copy.append(selection.getRangeAt(0).cloneContents());
  if (!copy.querySelector(`[${SPAN}]`)) return;
  unwrapBeginnings(copy);
  event.clipboardData.setData('text/plain', selection.toString());
  event.clipboardData.setData('text/html', copy.innerHTML);
  event.preventDefault();
}
