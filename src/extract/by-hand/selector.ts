import { MACHINERY } from '../copy-page.ts';
import { isName } from './site-rule.ts';

const LONGEST = 200;
const ONE =
  '(?:#[a-z][a-z_-]+|\\[(?:itemprop|role)="[a-z][a-z_-]+"\\]|(?:\\.[a-z][a-z_-]+)+|[a-z][a-z0-9-]*)';
const MADE = new RegExp(`^${ONE}(?:(?: >)? ${ONE})?$`, 'i');
/** What a page calls its parts by their kind; the surest first. */
const KINDS = ['itemprop', 'role'];
/** Names that come and go while the page is used. */
const PASSING =
  /^(?:is|has|js|no)[-_]|(?:^|[-_])(?:active|open|visible|loaded|lazy|hover|focus|current|selected|expanded|sticky)$/i;

/**
 * A selector whose first match on this page is the element, made of what other pages of the site have
 * too; one that matches nothing else comes first. Empty when nothing names it, and for what stands in a
 * shadow tree or a box that is left out before rules are asked.
 */
export function selectorFor(element: Element): string {
  const page = element.ownerDocument;
  if (element.getRootNode() !== page || element.closest(MACHINERY)) return '';
  let first = '';
  for (const selector of candidatesFor(element)) {
    if (!isMadeSelector(selector) || page.querySelector(selector) !== element) continue;
    if (page.querySelectorAll(selector).length === 1) return selector;
    first ||= selector;
  }
  return first;
}

/** Whether a value is such a selector; it may come from a page's process. */
export const isMadeSelector = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && MADE.test(value);

/** From the name that says most to the place in the nearest box with a name. */
function candidatesFor(element: Element): string[] {
  const tag = element.localName;
  const own = namesOf(element);
  const boxes: string[] = [];
  for (let box = element.parentElement; box; box = box.parentElement) boxes.push(...namesOf(box));
  const plain = /^(?:article|main|body)$/.test(element.localName) ? [tag] : [];
  return [
    ...own,
    ...plain,
    ...boxes.flatMap((box) => [...own, tag].map((name) => `${box} > ${name}`)),
    ...boxes.flatMap((box) => [...own, tag].map((name) => `${box} ${name}`)),
  ];
}

function namesOf(element: Element): string[] {
  const id = isLasting(element.id) ? [`#${element.id}`] : [];
  const kinds = KINDS.flatMap((kind) => {
    const value = element.getAttribute(kind) ?? '';
    return isName(value) ? [`[${kind}="${value}"]`] : [];
  });
  const classes = [...element.classList].filter(isLasting).slice(0, 3);
  const all = classes.map((name) => `.${name}`);
  return [...id, ...kinds, ...(all.length > 1 ? [all.join('')] : []), ...all];
}

const isLasting = (name: string): boolean => isName(name) && !PASSING.test(name);
