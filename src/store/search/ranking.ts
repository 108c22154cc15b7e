// The order of what was found, in one place. A document's score is the sum over the clauses of how rare the
// clause is times how strongly the document has it.

/** What a document's mark can be: 0 is not at all, the others grow in strength. */
const BEGINNING = [1, 2, 3, 7];
const WHOLE = [4, 5, 6, 8];
const STRENGTH = [0, 1, 1.2, 1.4, 2, 2.5, 3, 5, 8];

/** By weight: once, a few times, often, in the title. Whole words stand before beginnings, titles before both. */
export const marksOf = (whole: boolean): readonly number[] => (whole ? WHOLE : BEGINNING);

/** What a tag or note counts as: a word that is there often. */
export const OUTSIDE_MARK = 6;

/** How much a clause tells that holds for `found` of `all` documents. */
export const rarity = (found: number, all: number): number =>
  Math.log(1 + all / Math.max(found, 1));

export const strength = (mark: number): number => STRENGTH[mark]!;
