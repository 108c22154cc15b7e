import { familyOf } from '../rules/names.ts';
import { blockText, linkedLength } from '../rules/text.ts';
import { make, textOf } from './vault.ts';

/** Boxes of a note, tip or warning as documentation tools and style sheets name them. */
const BOX =
  '.markdown-alert, [data-callout], .callout, .admonition, .theme-admonition, .starlight-aside, .alert[class*="alert-"], .custom-block, .hint, .notice';
const TITLE =
  '[class*="title" i], [class*="heading" i], [class*="summary" i], .admonition-heading, summary';
const FORM = 'form, input, select, textarea';
const LONGEST_TITLE = 120;
const LONGEST = 4_000;

/** An aside of the story with more words is a part of it, as the ingredients of a recipe are. */
const SHORTEST_ASIDE = 200;

/** Callouts become block quotes with their title in bold; Readability drops asides and alerts. */
export function keepCallouts(copy: Document): void {
  for (const box of copy.querySelectorAll(BOX)) {
    if (!isCallout(box)) continue;
    const title = [...box.querySelectorAll(TITLE)].find((part) => textOf(part));
    const words = title ? blockText(title) : '';
    const quote = make(box, 'blockquote');
    if (words && words.length <= LONGEST_TITLE) {
      quote.append(make(box, 'p', make(box, 'strong', words)));
      title!.remove();
    }
    // One that is folded together is open here.
    for (const part of box.querySelectorAll('[style]')) part.removeAttribute('style');
    quote.append(...box.childNodes);
    box.replaceWith(quote);
  }
  for (const aside of copy.querySelectorAll(':is(article, main, [role="main"]) aside')) {
    if (textOf(aside).length < SHORTEST_ASIDE || !isCallout(aside) || familyOf(aside)) continue;
    const box = make(aside, 'div');
    box.append(...aside.childNodes);
    aside.replaceWith(box);
  }
}

function isCallout(box: Element): boolean {
  if (
    box.matches('details, summary, a, span, button, li, body') ||
    box.closest('pre, nav, header, footer')
  )
    return false;
  const { length } = textOf(box);
  if (!length || length > LONGEST || box.querySelector(FORM) || box.querySelector('h1'))
    return false;
  return linkedLength(box) / length < 0.5;
}
