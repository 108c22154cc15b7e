import { textFromHead } from './encoding.ts';
import { firstBytes, type Part } from './part.ts';

const HEAD = 96 * 1024;

/** The beginning of a part's text, enough to know it by. */
export const firstText = async (part: Part): Promise<string> =>
  textFromHead(await firstBytes(part, HEAD));
