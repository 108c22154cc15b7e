import { lettersOf } from '../../article/characters.ts';
import type { Direction } from '../../article/article.ts';
import { metaContent } from './meta-tags.ts';

const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ku-arab|ps|sd|ug|ur|yi)\b/i;
const RTL_LETTER = /[\u0590-\u07bf\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;
const SAMPLE = 4000;

/** Scripts that name their language well enough when the page does not. */
const SCRIPTS: [RegExp, string][] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u3400-\u9fff]/g, 'zh'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0370-\u03ff]/g, 'el'],
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
  const letters = lettersOf(text).length;
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
  const letters = lettersOf(sample).length;
  if (letters === 0) return RTL_LANGUAGES.test(lang) ? 'rtl' : 'ltr';
  return (sample.match(RTL_LETTER)?.length ?? 0) > letters * 0.4 ? 'rtl' : 'ltr';
}
