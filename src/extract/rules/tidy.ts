const MANY = 12;
const CONTENT = 'img, video, audio, table, pre, math, svg, hr, br, input';

/** Empty boxes and wrappers without meaning, left behind by the page and by the other rules. */
export function tidy(article: Element): void {
  for (const element of [
    ...article.querySelectorAll(
      'p, div, section, span, ul, ol, li, h1, h2, h3, h4, h5, h6, figure, figcaption, blockquote, a, em, strong',
    ),
  ].reverse()) {
    // One with many parts has something in it; reading it all at every level would be slow.
    if (element.childElementCount > MANY) continue;
    const text = element.textContent ?? '';
    // A space in a box of its own still parts the words round it.
    if (!text.trim() && !element.querySelector(CONTENT)) element.replaceWith(text && ' ');
  }
  for (const span of article.querySelectorAll('span')) {
    if (span.attributes.length === 0) span.replaceWith(...span.childNodes);
  }
  for (const only of article.querySelectorAll('figcaption > :is(p, div):only-child')) {
    if (hasNoText(only.parentElement!)) only.replaceWith(...only.childNodes);
  }
  for (const wrapper of [...article.querySelectorAll('div, section, article')].reverse()) {
    if (
      wrapper.children.length === 1 &&
      wrapper.firstElementChild!.matches('div, p, figure, section, ul, ol, table, blockquote') &&
      hasNoText(wrapper)
    ) {
      wrapper.replaceWith(wrapper.firstElementChild!);
    }
  }
}

const hasNoText = (element: Element): boolean =>
  [...element.childNodes].every(
    (node) => node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim(),
  );
