import type { SiteRule } from '../../article/site-rules.ts';
import type { Remover } from '../left-out.ts';

/** Why a block is gone that the person's own rule named. */
const RULE_REASON = 'rule for this site';

/** The part of a page that the rule calls the article, or null. */
export const containerOf = (copy: Document, rule: SiteRule | undefined): Element | null =>
  rule?.container ? (all(copy, rule.container)[0] ?? null) : null;

/** Whether a block is, holds or lies in what the rule keeps. */
export const isKept = (block: Element, rule: SiteRule | undefined): boolean =>
  (rule?.keep ?? []).some((selector) => all(block, selector).length > 0 || isIn(block, selector));

/** Takes out of the article what the rule drops. */
export function dropNamed(article: Element, rule: SiteRule | undefined, remover: Remover): void {
  for (const selector of rule?.drop ?? [])
    for (const block of all(article, selector))
      if (article.contains(block)) remover.remove(block, RULE_REASON);
}

/** The selectors of the rule that match nothing on the page. */
export const unusedOf = (copy: Document, rule: SiteRule | undefined): string[] =>
  rule
    ? [rule.container, ...rule.keep, ...rule.drop].filter(
        (selector) => selector && all(copy, selector).length === 0,
      )
    : [];

/** A selector that finds the block on other pages of its site too; empty when nothing names it. */
export function selectorOf(block: Element): string {
  if (isName(block.id)) return `#${CSS.escape(block.id)}`;
  const names = [...block.classList].filter(isName).slice(0, 3);
  return names.map((name) => `.${CSS.escape(name)}`).join('');
}

/** Names with numbers in them belong to one page, or to one build of the site. */
export const isName = (name: string): boolean => /^[a-z][a-z_-]{2,40}$/i.test(name);

/** A person may have written the selector: one that is none matches nothing. */
function all(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function isIn(block: Element, selector: string): boolean {
  try {
    return block.closest(selector) !== null;
  } catch {
    return false;
  }
}
