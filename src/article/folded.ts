const MARKS = /\p{Mn}+/gu;

/** Text as search compares it: lower case, compatibility forms united, accents off. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase();
