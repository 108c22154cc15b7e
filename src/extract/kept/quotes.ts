import { make } from './vault.ts';

const PULL =
  ':is(aside, div, figure):is([class*="pullquote" i], [class*="pull-quote" i], [class*="pull_quote" i], [class$="-pull" i], [class*="-pull " i])';
const FEWEST_LETTERS = 20;
const LONGEST = 500;

/** Pull quotes in boxes that Readability drops, asides above all, become block quotes. */
export function keepQuotes(copy: Document): void {
  for (const box of copy.querySelectorAll(PULL)) {
    if (box.closest('blockquote') || box.querySelector(PULL)) continue;
    const quote = box.querySelector('blockquote') ?? make(box, 'blockquote', ...box.childNodes);
    quote.removeAttribute('class');
    box.replaceWith(quote);
  }
}

/** A quote that only repeats a sentence of the text, to catch the eye, goes. */
export function dropRepeatedQuotes(article: Element): void {
  const quotes = article.querySelectorAll('blockquote, aside');
  if (quotes.length === 0) return;
  const whole = lettersOf(article);
  for (const quote of quotes) {
    const part = lettersOf(quote.querySelector('p') ?? quote);
    if (part.length < FEWEST_LETTERS || lettersOf(quote).length > LONGEST) continue;
    if (whole.indexOf(part) !== whole.lastIndexOf(part)) quote.remove();
  }
}

/** Words without the spaces and marks between them, which a quote sets its own way. */
const lettersOf = (element: Element): string =>
  (element.textContent ?? '').toLowerCase().replace(/[\s.,:;!?"'«»“”‘’„()…—–-]+/g, '');
