const NUMERIC =
  /\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d\d\b|\b(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{4}年\d{1,2}月|\b\d{1,2}[:h]\d\d\b/;
/** The first letters of the months in the languages of Europe. */
const MONTHS = new Set(
  'jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez fev fév abr ago set out ene dic gen mag giu lug ott janv févr avr juin juil août déc maj янв фев мар апр мая июн июл авг сен окт ноя дек ιαν φεβ'.split(
    ' ',
  ),
);
const PAST =
  /\b\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b|\b(?:vor|hace|il y a|há) \d+ /i;

/** Whether a short text names a day or a time. */
export function namesDate(text: string): boolean {
  if (!/\d/.test(text)) return false;
  if (NUMERIC.test(text) || PAST.test(text)) return true;
  const words = text.toLowerCase().split(/[\s.,|·•/()-]+/);
  return words.some((word, at) => {
    if (!MONTHS.has(word.slice(0, 3)) && !MONTHS.has(word.slice(0, 4))) return false;
    const near = [words[at - 1], words[at - 2], words[at + 1]];
    return near.some(
      (other) =>
        other !== undefined && /^\d{1,2}(?:st|nd|rd|th|er|º)?$|^(?:19|20)\d\d$/.test(other),
    );
  });
}
