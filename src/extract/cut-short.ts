import type { CutShort } from '../article/article.ts';

const FEW_WORDS = 450;
const VERY_FEW_WORDS = 120;
const LONGEST_OFFER = 300;
const PLACEHOLDER = ':is(main, article) :is([aria-busy=true], [class*=skeleton i])';
/** What machines are told, as it stands in JSON-LD. */
const SOLD = /"isAccessibleForFree"\s*:\s*"?false/i;
const WALL = '[class*=paywall i], [id*=paywall i], [class*=regwall i]';
/** "Subscribe to continue", "Weiterlesen mit …", "réservé aux abonnés". */
const OFFER =
  /(subscri|sign |log |regist)[^.]{0,40} to (continue|read|keep|unlock|access)|weiter ?lesen mit|(abo|anmeld)[^.]{0,40}lesen|abonn[^.]{0,40}(lire|läs|les)|réservé|(suscr|assin|abbon)[^.]{0,40}(leer|leyendo|ler |lendo|legg|contin)|prenum[^.]{0,40}(läs|czyt)|подпис[^.]{0,40}(чит|доступ)|会員限定|[订訂][阅閱].{0,9}[读讀]/i;

/**
 * Why a short text is most likely not all of it: its place holds placeholders still, or the rest is
 * for subscribers. That takes a page which says so to machines or has a wall, and an offer to be seen.
 */
export function cutShort(page: Document, words: number): CutShort | null {
  if (words < VERY_FEW_WORDS && page.querySelector(PLACEHOLDER)) return 'loading';
  const isWalled = words <= FEW_WORDS && (page.querySelector(WALL) || isSold(page));
  return isWalled && [...page.querySelectorAll('p, a, h2, h3, div')].some(isOffer)
    ? 'paywall'
    : null;
}

const isSold = (page: Document): boolean =>
  [...page.querySelectorAll('script[type="application/ld+json"]')].some(({ textContent }) =>
    SOLD.test(textContent ?? ''),
  );

function isOffer(box: Element): boolean {
  const text = box.textContent ?? '';
  return text.length < LONGEST_OFFER && OFFER.test(text) && (box.checkVisibility?.() ?? true);
}
