// What a person types, as data.

import type { Time } from '../../article/article.ts';
import { dateSpan } from './date-span.ts';
import { eachWord, isSpaceless, wordsOf } from './words.ts';

/** What the text index answers. Words are folded, see `words`. */
export type TextClause = { negated: boolean } & (
  | {
      /** A bare word: some word begins with it. Several: characters of a script without spaces, in a row. */
      kind: 'word';
      words: readonly string[];
    }
  | {
      /** Exactly these words in a row within one field; of the last only the beginning, while it is typed. */
      kind: 'phrase';
      words: readonly string[];
      beginning: boolean;
    }
  | {
      /** Each of the words begins one of the byline's. */
      kind: 'by';
      words: readonly string[];
    }
  | {
      /** Each begins a word of the site's name or a label of its host; with `host`, that or its parent also. */
      kind: 'site';
      words: readonly string[];
      host?: string;
    }
  | { kind: 'lang'; base: string }
);

/** What the caller answers from what it knows of an article. */
export type Filter = { negated: boolean } & (
  | { fact: 'tag'; tag: string }
  | { fact: 'is'; is: 'unread' | 'archive' | 'favourite' }
  | { fact: 'has'; has: 'tags' | 'notes' | 'highlights' | 'pictures' }
  | {
      /** Saved at or after `from` and before `until`. */
      fact: 'saved';
      from: Time;
      until: Time;
    }
  | {
      /** From `least` to `most` words, both included. */
      fact: 'words';
      least: number;
      most: number;
    }
  | { fact: 'nothing' }
);

export interface ParsedQuery {
  clauses: TextClause[];
  filters: Filter[];
  /** What was typed after a known operator and means nothing, as typed: `before:abc`. It matches nothing. */
  unknown: string[];
}

/** A pasted article is no question: what comes after so many clauses is not read. */
const MOST_CLAUSES = 40;
const PART =
  /(?<minus>-?)(?:["“„](?<phrase>[^"“”]*)(?<closed>["“”]?)|(?<operator>tag|site|by|is|has|before|after|lang|words):(?:["“„](?<quoted>[^"“”]*)["“”]?|(?<value>\S*))|(?<bare>\S+))/giu;

/** Reads what was typed; every text is a query. Dates are in local time. */
export function parseQuery(typed: string): ParsedQuery {
  const query: ParsedQuery = { clauses: [], filters: [], unknown: [] };
  for (const { 0: whole, groups } of typed.matchAll(PART)) {
    const { minus, phrase, closed, operator, quoted, value, bare } = groups!;
    const negated = minus === '-';
    if (query.clauses.length >= MOST_CLAUSES) break;
    if (phrase !== undefined) query.clauses.push(...ofPhrase(phrase, closed === '', negated));
    else if (operator !== undefined) {
      const given = (quoted ?? value ?? '').trim();
      // Still being typed.
      if (given === '') continue;
      const part = ofOperator(operator.toLowerCase(), given);
      if (!part) {
        query.unknown.push(whole);
        query.filters.push({ fact: 'nothing', negated: false });
      } else if ('kind' in part) query.clauses.push({ ...part, negated });
      else query.filters.push({ ...part, negated });
    } else query.clauses.push(...ofBare(bare ?? '', negated));
  }
  return query;
}

function ofPhrase(text: string, beginning: boolean, negated: boolean): TextClause[] {
  const words = wordsOf(text);
  return words.length > 0 ? [{ kind: 'phrase', words, beginning, negated }] : [];
}

/** A token without spaces: mostly one word, but "full-text" is two and "iPhone手机" a word and a run. */
function ofBare(token: string, negated: boolean): TextClause[] {
  const runs: string[][] = [];
  let runEnd = -1;
  eachWord(token, (word, start, end) => {
    const run = runs.at(-1);
    if (run && isSpaceless(word) && start === runEnd) run.push(word);
    else runs.push([word]);
    runEnd = isSpaceless(word) ? end : -1;
  });
  // Without all of "-full-text" is less than without each of its words.
  if (negated && runs.length > 1)
    return [{ kind: 'phrase', words: runs.flat(), beginning: true, negated }];
  return runs.map((words) => ({ kind: 'word', words, negated }));
}

type Bare<T> = T extends unknown ? Omit<T, 'negated'> : never;

/** What an operator asks, or nothing when its value means nothing. */
function ofOperator(operator: string, value: string): Bare<TextClause> | Bare<Filter> | undefined {
  const known = value.toLowerCase();
  switch (operator) {
    case 'tag':
      return { fact: 'tag', tag: value };
    case 'is':
      return IS[known] && { fact: 'is', is: IS[known] };
    case 'has':
      return HAS[known] && { fact: 'has', has: HAS[known] };
    case 'words':
      return ofCount(value);
    case 'lang': {
      const base = baseLanguage(value);
      return base === '' ? undefined : { kind: 'lang', base };
    }
    case 'by':
    case 'site': {
      const words = wordsOf(value);
      if (words.length === 0) return undefined;
      if (operator === 'by') return { kind: 'by', words };
      const host = hostTyped(value);
      return { kind: 'site', words, ...(host !== undefined && { host }) };
    }
    default: {
      const span = dateSpan(value);
      if (!span) return undefined;
      return operator === 'before'
        ? { fact: 'saved', from: -Infinity, until: span.from }
        : { fact: 'saved', from: span.from, until: Infinity };
    }
  }
}

const IS: Record<string, 'unread' | 'archive' | 'favourite' | undefined> = {
  unread: 'unread',
  archive: 'archive',
  archived: 'archive',
  read: 'archive',
  favourite: 'favourite',
  favorite: 'favourite',
  starred: 'favourite',
};

const HAS: Record<string, 'tags' | 'notes' | 'highlights' | 'pictures' | undefined> = {
  tag: 'tags',
  tags: 'tags',
  note: 'notes',
  notes: 'notes',
  highlight: 'highlights',
  highlights: 'highlights',
  picture: 'pictures',
  pictures: 'pictures',
};

/** `>1000`, `<=500`, `500-1000`, `500..1000`, `1000`. */
function ofCount(value: string): Bare<Filter> | undefined {
  const compared = /^([<>])(=?)(\d+)$/.exec(value);
  if (compared) {
    const bound = Number(compared[3]);
    const off = compared[2] === '=' ? 0 : 1;
    return compared[1] === '>'
      ? { fact: 'words', least: bound + off, most: Infinity }
      : { fact: 'words', least: 0, most: bound - off };
  }
  const range = /^(\d+)(?:(?:-|–|\.\.)(\d+))?$/.exec(value);
  if (!range) return undefined;
  const [least, most = least] = range.slice(1).map((text) => text && Number(text)) as number[];
  return { fact: 'words', least: least!, most: most! };
}

/** The language without country or script, in lower case; empty when it is none. */
export const baseLanguage = (tag: string): string =>
  /^([a-z]{2,8})(?:[-_]|$)/i.exec(tag)?.[1]?.toLowerCase() ?? '';

/** The host of an address or of a typed name with a dot, as addresses spell it. */
function hostTyped(value: string): string | undefined {
  if (!value.includes('.') || /\s/.test(value)) return undefined;
  const address = /^https?:\/\//i.test(value) ? value : `http://${value}`;
  return hostOf(address) || undefined;
}

/** The host of an address without "www." and the dot at the end; empty when it is no address. */
export function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, '').replace(/\.$/, '');
  } catch {
    return '';
  }
}
