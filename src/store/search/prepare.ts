import { BlockWriter, IN_HEAD, OFTEN, ONCE, SOMETIMES } from './block.ts';
import { ByteWriter } from './bytes.ts';
import { baseLanguage, hostOf } from './query.ts';
import type { UnmergedDocument } from './schema.ts';
import { BYLINE, HOST, LANG, SITE, SITE_NAME } from './terms.ts';
import { eachWord, wordsOf } from './words.ts';

/** What of an article can be found; plain text each. */
export interface SearchFields {
  title: string;
  byline: string;
  siteName: string;
  /** Absolute; of any other only the site's name is found. */
  url: string;
  /** BCP 47, or empty. */
  lang: string;
  text: string;
}

/** The words of an article, ready to be put into the index. */
export type Prepared = UnmergedDocument;

const OFTEN_FROM = 5;

/** Makes an article's words ready, some 2 ms for a thousand; to be called before the transaction. */
export function prepare(fields: SearchFields): Prepared {
  const places = new Map<string, number[]>();
  let place = 0;
  const note = (word: string): void => {
    const known = places.get(word);
    if (known) known.push(place++);
    else places.set(word, [place++]);
  };
  for (const field of [fields.title, fields.byline, fields.siteName]) {
    eachWord(field, note);
    // A gap: no phrase reaches from one field into the next.
    place++;
  }
  const headEnd = place;
  eachWord(fields.text, note);
  return encoded(places, headEnd, markedTerms(fields));
}

// Used anew by each: most articles of an import are a title, and room costs more than their words.
const all = new ByteWriter();
const deltas = new ByteWriter(64);

function encoded(
  places: Map<string, number[]>,
  headEnd: number,
  marked: Iterable<string>,
): Prepared {
  const writer = new BlockWriter(0, { split: false });
  const write = (term: string, weight: number, bytes?: Uint8Array, length = 0): void => {
    writer.begin(term);
    // The number of the document is added when it is read.
    writer.posting(0, weight, bytes, 0, length);
    writer.end();
  };
  for (const term of [...marked].sort()) write(term, ONCE);
  for (const word of [...places.keys()].sort()) {
    const at = places.get(word)!;
    const weight = weightOf(at, headEnd);
    all.clear();
    deltas.clear();
    let last = 0;
    for (const place of at) {
      deltas.number(place - last);
      last = place;
    }
    if (weight !== ONCE) all.number(deltas.length);
    all.copy(deltas.bytes, 0, deltas.length);
    write(word, weight, all.bytes, all.length);
  }
  const [block] = writer.finish();
  return {
    terms: block?.terms ?? new Uint8Array(),
    positions: block?.positions ?? new Uint8Array(),
  };
}

function weightOf(places: readonly number[], headEnd: number): number {
  if (places[0]! < headEnd) return IN_HEAD;
  if (places.length === 1) return ONCE;
  return places.length < OFTEN_FROM ? SOMETIMES : OFTEN;
}

function markedTerms({ byline, siteName, url, lang }: SearchFields): Set<string> {
  const terms = new Set<string>();
  for (const word of wordsOf(byline)) terms.add(BYLINE + word);
  for (const word of wordsOf(siteName)) terms.add(SITE + word).add(SITE_NAME + word);
  const base = baseLanguage(lang);
  if (base !== '') terms.add(LANG + base);
  const host = hostOf(url);
  for (const word of wordsOf(host)) terms.add(SITE + word);
  const labels = host.split('.');
  if (host !== '') for (const at of labels.keys()) terms.add(HOST + labels.slice(at).join('.'));
  return terms;
}
