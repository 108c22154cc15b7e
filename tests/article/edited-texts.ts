import { type Script, SCRIPTS } from './scripts.ts';

/** A word or what stands between two; `mine` if it is one of the quoted. */
interface Unit {
  text: string;
  mine?: true;
}
type Paragraph = Unit[];

/** A text, what is marked in it, and the text after somebody worked on it. */
export interface EditedText {
  /** What was done, for whoever looks at a failure. */
  story: string;
  before: string;
  marked: { start: number; end: number };
  after: string;
  /** For each character of `after` whether it is one of those that were marked. */
  isMine: boolean[];
  /** How much of what was marked is still there, from 0 to 1. */
  left: number;
  /** What was put there that reads like what is marked, as it was put. */
  siblings: string[];
}

export type Random = () => number;

/** The same numbers each time (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!;
const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

class Writer {
  readonly #words: string[];
  readonly #random: Random;
  readonly #script: Script;

  constructor(random: Random, script: Script) {
    this.#random = random;
    this.#script = script;
    // Few words, so that the same ones meet often.
    this.#words = Array.from({ length: 160 }, () => {
      const length = between(random, ...script.length);
      return Array.from({ length }, () => pick(random, [...script.letters])).join('');
    });
  }

  /** The first words of the list are by far the most common. */
  word = (): Unit => ({ text: this.#words[Math.floor(160 * this.#random() ** 2)]! });

  sentence(): Unit[] {
    const count = between(this.#random, 4, 18);
    const units: Unit[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      units.push(this.word());
      const last = nth === count - 1;
      const sign = last
        ? this.#script.stop
        : this.#random() < 0.1
          ? pick(this.#random, [this.#script.comma, ' –', '’s', ' “x”', '…'])
          : '';
      if (sign) units.push({ text: sign });
      units.push({ text: last ? ' ' : this.#script.space });
    }
    return units;
  }

  paragraph = (): Paragraph =>
    Array.from({ length: between(this.#random, 1, 6) }, () => this.sentence()).flat();
}

const isWord = ({ text }: Unit): boolean => /[\p{L}\p{N}]/u.test(text);
const copy = (units: readonly Unit[]): Unit[] => units.map(({ text }) => ({ text }));

/** Another sentence of the same form: one or two words are others, of a long one some more. */
function sibling(random: Random, writer: Writer, units: readonly Unit[]): Unit[] {
  const made = copy(units);
  const words = made.filter(isWord);
  const least = between(random, 1, 2);
  for (let times = Math.max(least, words.length * 0.12); times > 0; times -= 1)
    if (words.length > 0) pick(random, words).text = writer.word().text;
  return made;
}

/** One text and its edit. What is done is as bad as what happens to pages, and worse. */
export function editedText(seed: number): EditedText {
  const random = seeded(seed);
  const name = pick(random, Object.keys(SCRIPTS));
  const writer = new Writer(random, SCRIPTS[name]!);
  const paragraphs = Array.from({ length: between(random, 6, 40) }, writer.paragraph);
  const story = [`seed ${seed}`, name];
  mark(random, paragraphs);
  const siblings = tempt(random, writer, paragraphs, story);
  const before = written(paragraphs);
  edit(random, writer, paragraphs, story);
  const after = written(paragraphs);
  let text = after.text;
  let isMine = after.isMine;
  if (random() < 0.35) ({ text, isMine } = respelled(random, after, story));
  const total = before.isMine.filter(Boolean).length;
  return {
    story: story.join(', '),
    before: before.text,
    marked: { start: before.isMine.indexOf(true), end: before.isMine.lastIndexOf(true) + 1 },
    after: text,
    isMine,
    left: isMine.filter(Boolean).length / total,
    siblings,
  };
}

/** Marks from one word up to some paragraphs. */
function mark(random: Random, paragraphs: Paragraph[]): void {
  const first = between(random, 0, paragraphs.length - 1);
  const kind = random();
  if (kind < 0.15) {
    // Whole paragraphs.
    for (const paragraph of paragraphs.slice(first, first + between(random, 1, 3)))
      for (const unit of paragraph) unit.mine = true;
    return;
  }
  const units = paragraphs[first]!;
  const words = units.map((unit, at) => (isWord(unit) ? at : -1)).filter((at) => at >= 0);
  const longest = kind < 0.3 ? 2 : kind < 0.6 ? 8 : 40;
  const from = between(random, 0, words.length - 1);
  const to = Math.min(words.length - 1, from + between(random, 1, longest) - 1);
  for (let at = words[from]!; at <= words[to]!; at += 1) units[at]!.mine = true;
}

const markedUnits = (paragraphs: Paragraph[]): Unit[] =>
  paragraphs.flat().filter(({ mine }) => mine);

/** Puts places into the text that read like what is marked. */
function tempt(random: Random, writer: Writer, paragraphs: Paragraph[], story: string[]): string[] {
  const siblings: string[] = [];
  const mine = markedUnits(paragraphs);
  const put = (units: Unit[]): void => {
    const free = paragraphs.filter((paragraph) => paragraph.every((unit) => !unit.mine));
    if (free.length === 0) return;
    const paragraph = pick(random, free);
    paragraph.splice(between(random, 0, paragraph.length), 0, ...units);
  };
  if (random() < 0.35) {
    story.push('the same words elsewhere');
    for (let times = between(random, 1, 3); times > 0; times -= 1)
      put([...copy(mine), { text: ' ' }]);
  }
  if (random() < 0.35) {
    story.push('siblings');
    for (let times = between(random, 1, 4); times > 0; times -= 1) {
      const like = sibling(random, writer, mine);
      siblings.push(like.map(({ text }) => text).join(''));
      put(like);
    }
  }
  if (random() < 0.12) {
    story.push('the same paragraph elsewhere');
    const whole = paragraphs.find((paragraph) => paragraph.some((unit) => unit.mine))!;
    // Not beside it, where nothing could tell them apart.
    const hasMine = (at: number): boolean => paragraphs[at]?.some((unit) => unit.mine) ?? false;
    const free = paragraphs.flatMap((_one, at) => (hasMine(at) || hasMine(at - 1) ? [] : [at]));
    if (free.length > 0) paragraphs.splice(pick(random, free), 0, copy(whole));
  }
  return siblings;
}

/** What is done to the text, one to five things. */
function edit(random: Random, writer: Writer, paragraphs: Paragraph[], story: string[]): void {
  const hasMine = (paragraph: Paragraph): boolean => paragraph.some((unit) => unit.mine);
  const own = (): number => paragraphs.findIndex(hasMine);
  const others = (): number[] =>
    paragraphs.flatMap((paragraph, at) => (hasMine(paragraph) ? [] : [at]));
  const deeds: Record<string, () => void> = {
    'paragraphs put in': () => {
      for (let times = between(random, 1, 4); times > 0; times -= 1)
        paragraphs.splice(between(random, 0, paragraphs.length), 0, writer.paragraph());
    },
    'paragraphs taken out': () => {
      for (let times = between(random, 1, 4); times > 0; times -= 1) {
        const free = others();
        if (free.length > 2) paragraphs.splice(pick(random, free), 1);
      }
    },
    'paragraph moved': () => {
      const at = own();
      if (at < 0) return;
      const moved = paragraphs.splice(at, paragraphs.filter(hasMine).length);
      paragraphs.splice(between(random, 0, paragraphs.length), 0, ...moved);
    },
    'paragraphs shuffled': () => {
      // Those with marked words stay together, or nobody could find them as one.
      const mine = paragraphs.filter(hasMine);
      const rest = paragraphs.filter((paragraph) => !hasMine(paragraph)).sort(() => random() - 0.5);
      rest.splice(between(random, 0, rest.length), 0, ...mine);
      paragraphs.splice(0, paragraphs.length, ...rest);
    },
    'words around changed': () => {
      const units = paragraphs.flat();
      const first = units.findIndex((unit) => unit.mine);
      for (const [at, unit] of units.entries()) {
        if (unit.mine || !isWord(unit) || Math.abs(at - first) > 30) continue;
        if (random() < 0.3) unit.text = writer.word().text;
      }
    },
    'words changed': () => changeWords(random, writer, paragraphs, 0.12),
    'letters changed': () => {
      for (const unit of markedUnits(paragraphs).filter(isWord))
        if (unit.text.length > 4 && random() < 0.12)
          unit.text = unit.text.slice(1, 3) + unit.text[0]! + unit.text.slice(3);
    },
    'paragraph cut in two': () => {
      const at = own();
      if (at < 0) return;
      const units = paragraphs[at]!;
      const cut = between(random, 1, units.length);
      paragraphs.splice(at, 1, units.slice(0, cut), units.slice(cut));
    },
    'paragraphs joined': () => {
      const at = own();
      if (at > 0)
        paragraphs.splice(at - 1, 2, [...paragraphs[at - 1]!, { text: ' ' }, ...paragraphs[at]!]);
    },
    'everything else changed a little': () => {
      for (const unit of paragraphs.flat())
        if (!unit.mine && isWord(unit) && random() < 0.08) unit.text = writer.word().text;
    },
    'marked words gone': () => {
      for (const [at, units] of paragraphs.entries())
        paragraphs[at] = units.filter((unit) => !unit.mine);
    },
    'paragraph gone': () => {
      for (let at = own(); at >= 0; at = own()) paragraphs.splice(at, 1);
    },
    'marked words replaced by the like': () => {
      const at = own();
      if (at < 0) return;
      const mine = markedUnits(paragraphs);
      const words = copy(mine.filter(isWord));
      // Half of the words, the other way round.
      const made = words
        .reverse()
        .flatMap((unit, nth) => [nth % 2 === 0 ? writer.word() : unit, { text: ' ' }]);
      for (const [nth, units] of paragraphs.entries())
        paragraphs[nth] = units.filter((unit) => !unit.mine);
      paragraphs[at]!.push(...made);
    },
  };
  const names = Object.keys(deeds);
  const endings = names.slice(-3);
  const done = Array.from({ length: between(random, 1, 5) }, () =>
    pick(random, names.slice(0, -3)),
  );
  if (random() < 0.3) done.push(pick(random, endings));
  for (const name of done) {
    story.push(name);
    deeds[name]!();
  }
}

function changeWords(random: Random, writer: Writer, paragraphs: Paragraph[], part: number): void {
  for (const [at, units] of paragraphs.entries()) {
    const last = units.findLastIndex((unit) => unit.mine);
    paragraphs[at] = units.flatMap((unit, nth) => {
      if (!unit.mine || !isWord(unit) || random() > part) return [unit];
      const kind = random();
      if (kind < 0.4) return [writer.word()];
      if (kind < 0.7 || nth === last) return [];
      return [unit, { text: ' ' }, writer.word(), { text: ' ' }];
    });
  }
}

interface Written {
  text: string;
  isMine: boolean[];
}

/** As the text of a page: spaces are one, blocks are lines. */
function written(paragraphs: Paragraph[]): Written {
  const out: Written = { text: '', isMine: [] };
  for (const paragraph of paragraphs) {
    if (out.text && !out.text.endsWith('\n')) add(out, '\n', false);
    for (const { text, mine } of paragraph)
      for (const letter of text) {
        const isSpace = letter === ' ';
        if (isSpace && (out.text === '' || /\s$/.test(out.text))) continue;
        // What is marked begins and ends with a word; spaces between are nobody's.
        add(out, letter, mine === true && !isSpace);
      }
  }
  return out;
}

function add(out: Written, text: string, mine: boolean): void {
  out.text += text;
  for (let unit = 0; unit < text.length; unit += 1) out.isMine.push(mine);
}

/** Another typography: quotes, dashes, spaces, dots, capitals. */
function respelled(random: Random, { text, isMine }: Written, story: string[]): Written {
  story.push('respelled');
  const turned: Record<string, string> = {
    '’': "'",
    '“': '"',
    '”': '"',
    '–': pick(random, ['-', '--', '—']),
    '…': '...',
    ' ': pick(random, [' ', '\u00a0', ' \u200b', '\u2009 ']),
    ',': '\u200b,',
  };
  const capitals = random() < 0.2;
  const out: Written = { text: '', isMine: [] };
  for (let at = 0; at < text.length; at += 1) {
    const letter = turned[text[at]!] ?? text[at]!;
    const upper = capitals && letter.toUpperCase().length === letter.length;
    add(out, upper ? letter.toUpperCase() : letter, isMine[at]!);
  }
  return out;
}
