const TAG = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const BLOCK =
  /^<\/?(?:p|h\d|div|section|blockquote|li|dt|dd|ul|ol|dl|table|tr|td|th|caption|figure|figcaption|pre|br|hr|details|summary)\b/i;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/**
 * The words of markup that a browser wrote out, one line a block; where there is no document to parse it
 * in. For reading only: what comes out is text.
 */
export const textOf = (html: string): string =>
  html
    .replace(TAG, (tag) => (BLOCK.test(tag) ? '\n' : ''))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_entity, name: string) => ENTITIES[name]!)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
