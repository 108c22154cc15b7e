// Made-up articles, the same for the same seed, with words as frequent as in prose: for measurements of
// the library, which need more articles than anyone should have to download.

export interface MadeArticle {
  url: string;
  title: string;
  byline: string;
  siteName: string;
  lang: string;
  text: string;
}

/** A script to write in: Latin with English syllables, Cyrillic, or Han without spaces. */
export type Script = 'latin' | 'cyrillic' | 'han';

export interface ArticlesOptions {
  seed?: number;
  /** The mean number of words; lengths are log-normal about it. */
  words?: number;
  /** Drawn from in turn. */
  scripts?: readonly Script[];
}

// prettier-ignore
const FREQUENT = (`the of and to a in that is was he for it with as his on be at by i this had not are but from or have
  an they which one you were her all she there would their we him been has when who will more no if out so said what up
  its about into than them can only other new some could time these two may then do first any my now such like our over
  man me even most made after also did many before must through back years where much your way well down should because
  each just those people how too little state good very make world still own see men work long get here between both
  life being under never day same another know while last might us great old year off come since against go came right
  used take three`).split(/\s+/);
const ONSETS =
  'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sp st str t tr v w th wh'.split(' ');
const VOWELS = 'a a e e e i i o o u ai ea ee io ou oo'.split(' ');
const CODAS = '   n r s t l d m nd st ng ck rs nt'.split(' ');
const ENDINGS = '     s ed ing er ly ion al ment ness able'.split(' ');
const NAMES = 'Ines Tomas Aroha Bo Mirela Jonas Keiko Sade Petra Luca'.split(' ');
const SURNAMES =
  'Holloway Hollis Lindqvist Okafor Novak Marchetti Tanaka Ferreira Kovacs Dahl'.split(' ');
const SITES = [
  'The Mercator Review',
  'Gazette',
  'Harbour Weekly',
  'Field Notes',
  'The Long Column',
];

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The word of that rank, from 0: the frequent ones are English, the others are made of syllables. */
export function wordAt(rank: number, script: Script = 'latin'): string {
  if (script === 'han') return String.fromCharCode(0x4e00 + ((rank * 37) % 5000));
  if (script === 'latin' && rank < FREQUENT.length) return FREQUENT[rank]!;
  const random = randomOf(rank * 2654435761 + 1);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
  const syllables = 1 + Math.floor(random() * 1.1 + Math.log10(rank + 1) / 4.5);
  let word = '';
  for (let at = 0; at < syllables; at++) word += pick(ONSETS) + pick(VOWELS);
  word += pick(CODAS) + pick(ENDINGS);
  return script === 'latin' ? word : [...word].map(toCyrillic).join('');
}

const toCyrillic = (letter: string): string =>
  String.fromCharCode(0x430 + ((letter.charCodeAt(0) - 97) % 32));

/** Ranks by the law of Zipf and Mandelbrot; the rare ones never end, so a library's vocabulary grows. */
function rankOf(random: number, script: Script): number {
  const exponent = script === 'han' ? 1.35 : 1.27;
  const most = script === 'han' ? 5000 : 2_000_000;
  // The inverse of the distribution of a continuous rank from 2.7 on.
  const low = 2.7 ** (1 - exponent);
  const high = (most + 2.7) ** (1 - exponent);
  return Math.floor((low + random * (high - low)) ** (1 / (1 - exponent)) - 2.7);
}

/** Gives `count` articles, one after the other. */
export function* madeArticles(
  count: number,
  { seed = 1, words: mean = 1000, scripts = ['latin'] }: ArticlesOptions = {},
): Generator<MadeArticle> {
  for (let n = 0; n < count; n++) {
    const script = scripts[n % scripts.length]!;
    const random = randomOf(seed * 1_000_003 + n);
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    // A spread of 0.6: half of the articles are shorter than 0.84 of the mean.
    const length = Math.max(30, Math.round(mean * Math.exp(0.6 * normal - 0.18)));
    const byline = `${NAMES[Math.floor(random() * 10)]} ${SURNAMES[Math.floor(random() * 10)]}`;
    const site = Math.floor(random() * SITES.length);
    yield {
      url: `https://www.site${site}.example/${seed}/${n}`,
      title: sentence(random, script, 6),
      byline,
      siteName: SITES[site]!,
      lang: { latin: 'en', cyrillic: 'ru', han: 'zh' }[script],
      text: prose(random, script, length),
    };
  }
}

function prose(random: () => number, script: Script, length: number): string {
  const sentences: string[] = [];
  for (let left = length; left > 0;) {
    const size = Math.min(left, 6 + Math.floor(random() * 24));
    sentences.push(sentence(random, script, size) + (script === 'han' ? '。' : '.'));
    left -= size;
  }
  return sentences.join(script === 'han' ? '' : ' ');
}

function sentence(random: () => number, script: Script, size: number): string {
  const words: string[] = [];
  for (let at = 0; at < size; at++) words.push(remembered(rankOf(random(), script), script));
  const [first = '', ...others] = words;
  const capital = first.charAt(0).toUpperCase() + first.slice(1);
  return [capital, ...others].join(script === 'han' ? '' : ' ');
}

const known = new Map<string, string>();

function remembered(rank: number, script: Script): string {
  if (rank > 30_000) return wordAt(rank, script);
  const key = script + String(rank);
  let word = known.get(key);
  if (word === undefined) known.set(key, (word = wordAt(rank, script)));
  return word;
}
