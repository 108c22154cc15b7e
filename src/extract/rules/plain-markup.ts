import { ATTRIBUTES, DROPPED_TAGS, OWN_ATTRIBUTES, TAGS } from '../../article/markup.ts';

const KNOWN = new Set<string>(TAGS);
const DROPPED = new Set<string>(DROPPED_TAGS);
const SHARED = new Set<string>(ATTRIBUTES);

/** Reduces the article to the markup that will be shown: unknown elements leave their text behind. */
export function plainMarkup(article: Element): void {
  for (const element of [...article.querySelectorAll('*')].reverse()) {
    const tag = element.localName;
    if (DROPPED.has(tag)) element.remove();
    else if (!KNOWN.has(tag) || isStray(element)) element.replaceWith(...element.childNodes);
    else {
      for (const name of element.getAttributeNames()) {
        if (!SHARED.has(name) && !OWN_ATTRIBUTES[tag]?.includes(name))
          element.removeAttribute(name);
      }
    }
  }
}

const TABLE_PART = /^(?:caption|colgroup|col|thead|tbody|tfoot|tr|t[hd])$/;

/** Parts of a table without their table would lose their text's edges when the markup is parsed. */
const isStray = (element: Element): boolean =>
  TABLE_PART.test(element.localName) && !element.closest('table');
