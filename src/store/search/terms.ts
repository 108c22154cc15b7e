// What stands in the index as a term. Folded words stand as they are, and begin with a digit at the least;
// before them in the order stand those that begin with a mark.

/** A word of the byline. */
export const BYLINE = '!';
/** A word of the site's name, or of a label of its host. */
export const SITE = '#';
/** The base language. */
export const LANG = '$';
/** A word of the site's name. */
export const SITE_NAME = '%';
/**
 * The documents that hold a longer word with this beginning of one or two letters, which else were the union
 * of a tenth of the index; with no letters all documents. Only in segments.
 */
export const SHORT = '*';
/** A host, and each of its parents. */
export const HOST = '/';

export const LONGEST_SHORT = 2;

/** Greater than every term that begins with `beginning`. */
export const afterAll = (beginning: string): string => `${beginning}\uffff`;

/** Whether places of this term are kept. */
export const isWord = (term: string): boolean => term >= '0';
