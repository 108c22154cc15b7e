import type { Direction } from '../../article/article.ts';
import { metaContent } from './meta-tags.ts';

const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ku-arab|ps|sd|ug|ur|yi)\b/i;
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;
const SAMPLE = 4000;

/** Scripts that name their language well enough when the page does not. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
];

/** BCP 47 tag of the article, from what the page says or else from its script; empty when unknown. */
export function articleLanguage(document: Document, article: Element): string {
  const nearest = article.closest('[lang]')?.getAttribute('lang');
  const said = [
    nearest,
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    metaContent(document, 'content-language', 'og:locale', 'dc.language'),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
  ];
  for (const tag of said) {
    const known = canonical(tag ?? '');
    if (known) return known;
  }
  const text = (article.textContent ?? '').slice(0, SAMPLE);
  const letters = text.match(LETTER)?.length ?? 0;
  const script = SCRIPTS.find(([pattern]) => (text.match(pattern)?.length ?? 0) > letters * 0.2);
  return script?.[1] ?? '';
}

/** A language tag as BCP 47 writes it, or empty when it is none. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().split(',')[0]!.replace(/_/g, '-'))[0] ?? '';
  } catch {
    return '';
  }
}

/** Which way the text runs: by its letters, which is what the eye sees; the language breaks a tie. */
export function articleDirection(lang: string, text: string): Direction {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return RTL_LANGUAGES.test(lang) ? 'rtl' : 'ltr';
  return (sample.match(RTL_LETTER)?.length ?? 0) > letters * 0.4 ? 'rtl' : 'ltr';
}
