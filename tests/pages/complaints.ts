import type { ArticleDraft } from '../../src/article/article.ts';
import { countWords } from '../../src/article/reading-time.ts';
import { bodyOf, type ExpectedReading } from './page-case.ts';

const FACTS = [
  'title',
  'byline',
  'siteName',
  'publishedTime',
  'lang',
  'dir',
  'leadCaption',
] as const;

/** Everything that a careful reader would find wrong with a reading, a line each. */
export function complaints(draft: ArticleDraft, expected: ExpectedReading): string[] {
  const found: string[] = [];
  const complain = (wrong: boolean, what: string): void => void (wrong && found.push(what));

  for (const fact of FACTS) {
    const wanted = expected[fact] ?? draft[fact];
    complain(draft[fact] !== wanted, `${fact}: ${draft[fact]} instead of ${wanted}`);
  }
  const picture = draft.leadPicture?.src ?? null;
  const wanted = expected.leadPicture === undefined ? picture : expected.leadPicture;
  complain(picture !== wanted, `lead picture: ${picture} instead of ${wanted}`);

  const body = bodyOf(draft.html);
  const whole = plain(body);
  for (const part of expected.without) complain(whole.includes(part), `not left out: ${part}`);
  for (const [selector, count] of Object.entries(expected.holds ?? {})) {
    const { length } = body.querySelectorAll(selector);
    complain(length !== count, `${length} instead of ${count}: ${selector}`);
  }

  const captions = [...body.querySelectorAll('figcaption')];
  for (const caption of expected.captions ?? [])
    complain(!captions.some((place) => plain(place).includes(caption)), `no caption: ${caption}`);
  for (const caption of captions) caption.remove();
  const text = plain(body);
  const [fewest, most] = expected.words;
  const words = countWords(text);
  complain(words < fewest || words > most, `${words} words instead of ${fewest} to ${most}`);
  for (const caption of expected.captions ?? [])
    complain(text.includes(caption), `a caption in the text: ${caption}`);
  complain(!text.startsWith(expected.starts), `starts: ${text.slice(0, 60)}`);
  complain(!text.endsWith(expected.ends), `ends: ${text.slice(-60)}`);
  let from = 0;
  for (const part of expected.with) {
    const at = text.indexOf(part, from);
    complain(at < 0, `${text.includes(part) ? 'out of order' : 'missing'}: ${part}`);
    if (at >= 0) from = at + part.length;
  }
  return found;
}

/** Text as it is seen: white space evened out, no soft hyphens. */
const plain = (element: Element): string =>
  (element.textContent ?? '')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
