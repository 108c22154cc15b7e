import { resolveLinks } from '../links.ts';
import { resolvePictures } from '../pictures.ts';
import { plainMarkup } from '../rules/plain-markup.ts';
import { tidy } from '../rules/tidy.ts';
import { keepCallouts } from './callouts.ts';
import { keepCode } from './code.ts';
import { keepPosts } from './embeds.ts';
import { Footnotes, unlinkWords } from './footnotes.ts';
import { keepGalleries } from './galleries.ts';
import { keepMath } from './math.ts';
import { keepMedia } from './media.ts';
import { dropRepeatedQuotes, keepQuotes } from './quotes.ts';
import { make, textOf, Vault } from './vault.ts';

/** Words in a heading's class by which Readability takes it for furniture, and that mean it. */
const FURNITURE =
  /related|comment|promo|newsletter|share|sponsor|sidebar|social|footer|menu|widget/i;

/** What was put aside before Readability, and goes back after it. */
export interface Kept {
  /** Puts everything back whole; before the rules. */
  restore(article: Element): void;
  /** Sets the notes below the text; after the rules, which trim what stands at the end. */
  addNotes(article: Element): void;
}

/**
 * Brings what is more than running text into one plain form each, in the copy of a page and before
 * Readability, which would drop or break it: code, formulas, notes, callouts, quotes, posts, media.
 */
export function keepWhole(copy: Document, { URL: url, baseURI }: Document): Kept {
  const vault = new Vault();
  keepCode(copy);
  keepMath(copy, vault);
  unlinkWords(copy, url);
  const notes = new Footnotes(copy, url);
  keepCallouts(copy);
  keepQuotes(copy);
  keepPosts(copy);
  keepMedia(copy, baseURI, vault);
  keepGalleries(copy, vault);
  keepHeadings(copy);
  return {
    restore(article) {
      vault.restore(article);
      dropRepeatedQuotes(article);
      for (const own of article.querySelectorAll('a[id]:not([id^="fnref-"]), li[id]'))
        own.removeAttribute('id');
    },
    addNotes(article) {
      const list = notes.listFor(article);
      if (!list) return;
      resolvePictures(list, baseURI);
      resolveLinks(list, baseURI);
      const holder = make(list, 'div', list);
      plainMarkup(holder);
      tidy(holder);
      textBox(article).append(...holder.childNodes);
    },
  };
}

/** Readability judges headings by names that are only those of a style or made of their words, and breaks boxes round them. */
function keepHeadings(copy: Document): void {
  for (const heading of copy.querySelectorAll('h2, h3, h4')) {
    for (const extra of heading.querySelectorAll('.mw-editsection, a[href^="#"]'))
      if (extra.matches('span') || !/[^\W_]{2}/.test(textOf(extra).slice(0, 40))) extra.remove();
    heading.removeAttribute('id');
    const box = heading.parentElement;
    if (!FURNITURE.test(heading.className)) heading.removeAttribute('class');
    if (box?.matches('div') && isAllHeadings(box)) box.replaceWith(...box.childNodes);
  }
}

/** Whether all the words of a box are its headings', which may stand by an arrow or by one another. */
function isAllHeadings(box: Element): boolean {
  const texts = box.ownerDocument.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  // Most boxes tell by their first paragraph; their whole text would be read for every heading.
  while (texts.nextNode()) {
    const { nodeValue, parentElement } = texts.currentNode;
    if (/\S/.test(nodeValue!) && !parentElement!.closest('h2, h3, h4')) return false;
  }
  return !box.querySelector(box.childElementCount === 1 ? 'img' : 'img, button, :is(h2, h3, h4) a');
}

/** The innermost box that still holds all of the article, where its blocks stand side by side. */
function textBox(article: Element): Element {
  const only = article.childElementCount === 1 ? article.firstElementChild! : null;
  return only?.matches('div, section, article') ? textBox(only) : article;
}
