const TO_NOTE = 'a[href^="#fn-"]';
const BACK = 'a[href^="#fnref-"]';

/** The mark that was clicked, or the way back from a note. */
export function noteLink(target: EventTarget | null): {
  link: HTMLAnchorElement;
  is: 'mark' | 'back';
} | null {
  if (!(target instanceof Element)) return null;
  const mark = target.closest<HTMLAnchorElement>(TO_NOTE);
  if (mark) return { link: mark, is: 'mark' };
  const back = target.closest<HTMLAnchorElement>(BACK);
  return back && { link: back, is: 'back' };
}

/** What a link within the article leads to; by its id, which the sanitiser has checked. */
export const targetOf = (link: HTMLAnchorElement, article: Element): HTMLElement | null =>
  article.querySelector<HTMLElement>(link.getAttribute('href')!);

/** A copy of what the note says, without its ways back and without ids, which must stay single. */
export function contentOf(note: Element): DocumentFragment {
  const content = document.createDocumentFragment();
  const copy = note.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll(BACK)) back.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  content.append(...copy.childNodes);
  return content;
}

/** The number of a note as its marks show it. */
export const numberOf = (note: Element): string => note.id.replace('fn-', '');

/** Whether the article's text runs from right to left. */
export const runsRightToLeft = (article: Element): boolean =>
  getComputedStyle(article).direction === 'rtl';
