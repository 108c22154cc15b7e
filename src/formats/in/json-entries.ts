import { LIMITS } from './limits.ts';

/** A value that stands somewhere in JSON: its text, or why it has none. */
export type JsonEntry =
  | { path: string; text: string }
  | { path: string; reason: 'too-long' | 'too-deep' }
  /** The end of the reading: the file is no JSON from here, or ends in the middle of it. */
  | { path: string; reason: 'broken-json' | 'cut-short' | 'too-deep'; isEnd: true };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
const COLON = 0x3a;
const LINE_BREAK = 0x0a;
const DEEPEST = 2_000;
const LONGEST_LITERAL = 1_000;

interface Level {
  isList: boolean;
  /** The key whose value is read now; null where a key is to come. */
  key: string | null;
  path: string;
}

/**
 * Finds values in JSON by their path as it comes, without ever holding all of it: 'bookmarks/[]' is every
 * entry of the list `bookmarks`, '' each value of a file that is one, or one a line. What is outside of the
 * wanted values is skipped, broken values are left out, and what stood before a cut is all there.
 */
export class JsonScanner {
  readonly #wanted: (path: string) => boolean;
  readonly #seen: ((path: string) => void) | undefined;
  readonly #levels: Level[] = [];
  #text = '';
  #at = 0;
  /** Where the wanted value began, and at what depth; -1 outside. */
  #start = -1;
  #startDepth = 0;
  #isDropped: 'too-long' | 'too-deep' | null = null;
  #stringStart = -1;
  #isOver = false;
  /** For the rest of an escape or of a literal, in the next piece. */
  #isWaiting = false;

  /** `seen` is told every path that has a value, outside of wanted values. */
  constructor(wanted: (path: string) => boolean, seen?: (path: string) => void) {
    this.#wanted = wanted;
    this.#seen = seen;
  }

  /** What became whole with this piece. */
  add(piece: string): JsonEntry[] {
    const found: JsonEntry[] = [];
    this.#text += piece;
    this.#isWaiting = false;
    while (!this.#isOver && !this.#isWaiting && this.#at < this.#text.length) this.#step(found);
    this.#forget();
    return found;
  }

  end(): JsonEntry[] {
    if (this.#isOver) return [];
    const found: JsonEntry[] = this.add('\n');
    if (!this.#isOver && (this.#levels.length > 0 || this.#stringStart >= 0))
      found.push({ path: this.#path(), reason: 'cut-short', isEnd: true });
    return found;
  }

  #step(found: JsonEntry[]): void {
    if (this.#stringStart >= 0) return this.#inString(found);
    const code = this.#text.charCodeAt(this.#at);
    // Spaces, tabs, line breaks and a byte order mark.
    if (code <= 32 || code === 0xfeff) this.#at++;
    else if (code === QUOTE) {
      this.#begin();
      this.#stringStart = this.#at++;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) this.#open(code === OPEN_LIST, found);
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) this.#close(code === CLOSE_LIST, found);
    else if (code === COMMA) {
      const level = this.#levels.at(-1);
      if (level && !level.isList) level.key = null;
      this.#at++;
    } else if (code === COLON) this.#at++;
    else this.#literal(found);
  }

  #inString(found: JsonEntry[]): void {
    for (;;) {
      const sign = /["\\\n]/g;
      sign.lastIndex = this.#at;
      const hit = sign.exec(this.#text);
      if (!hit) {
        this.#at = this.#text.length;
        return;
      }
      const code = hit[0].charCodeAt(0);
      if (code === BACKSLASH) {
        if (hit.index + 1 >= this.#text.length) {
          this.#at = hit.index;
          this.#isWaiting = true;
          return;
        }
        this.#at = hit.index + 2;
        continue;
      }
      // No string has a line break: its quote is missing, and the next line begins anew.
      this.#at = hit.index + (code === LINE_BREAK ? 0 : 1);
      this.#endString(found);
      return;
    }
  }

  #endString(found: JsonEntry[]): void {
    const level = this.#levels.at(-1);
    if (this.#start < 0 && level && !level.isList && level.key === null) {
      level.key = this.#keyAt(this.#stringStart, this.#at);
      level.path = joined(this.#levels.at(-2)?.path ?? '', level.key);
    } else if (level && !level.isList && level.key === null) level.key = '';
    else this.#endValue(found);
    this.#stringStart = -1;
  }

  #keyAt(start: number, end: number): string {
    const text = this.#text.slice(start + 1, end - 1);
    return text.length > 100 ? '' : text.replaceAll('/', '');
  }

  #literal(found: JsonEntry[]): void {
    const end = /[\s,:[\]{}"]/g;
    end.lastIndex = this.#at;
    const hit = end.exec(this.#text);
    if (!hit && this.#text.length - this.#at < LONGEST_LITERAL) {
      this.#isWaiting = true;
      return;
    }
    const isKey = this.#isKeyNext();
    if (!isKey) this.#begin();
    // What a literal says is for JSON.parse to judge.
    this.#at = hit ? hit.index : this.#text.length;
    if (!isKey) this.#endValue(found);
  }

  #isKeyNext = (): boolean => {
    const level = this.#levels.at(-1);
    return Boolean(level && !level.isList && level.key === null);
  };

  #begin(): void {
    if (this.#start >= 0 || this.#isKeyNext()) return;
    const path = this.#valuePath();
    if (this.#wanted(path)) {
      this.#start = this.#at;
      this.#startDepth = this.#levels.length;
      this.#isDropped = null;
    } else this.#seen?.(path);
  }

  #open(isList: boolean, found: JsonEntry[]): void {
    this.#begin();
    const path = this.#start < 0 ? joinedLevel(this.#valuePath(), isList) : '';
    this.#levels.push({ isList, key: null, path });
    if (this.#start >= 0 && this.#levels.length - this.#startDepth > LIMITS.jsonDepth)
      this.#isDropped = 'too-deep';
    if (this.#levels.length > DEEPEST) this.#stop('too-deep', found);
    this.#at++;
  }

  #close(isList: boolean, found: JsonEntry[]): void {
    const level = this.#levels.pop();
    if (!level || level.isList !== isList) return this.#stop('broken-json', found);
    this.#at++;
    if (this.#start >= 0) this.#endValue(found);
  }

  /** A value ended here: the wanted one, or one inside of it. */
  #endValue(found: JsonEntry[]): void {
    if (this.#start < 0 || this.#levels.length > this.#startDepth) return;
    const path = this.#valuePath();
    const text = this.#text.slice(this.#start, this.#at);
    found.push(this.#isDropped ? { path, reason: this.#isDropped } : { path, text });
    this.#start = -1;
  }

  #stop(reason: 'broken-json' | 'too-deep', found: JsonEntry[]): void {
    found.push({ path: this.#path(), reason, isEnd: true });
    this.#isOver = true;
  }

  #path = (): string => this.#levels.at(-1)?.path ?? '';
  #valuePath = (): string => this.#path();

  /** Lets go of the text that nobody will look at again. */
  #forget(): void {
    if (this.#start >= 0 && this.#text.length - this.#start > LIMITS.entry) {
      this.#isDropped = 'too-long';
      this.#start = this.#stringStart >= 0 ? this.#stringStart : this.#at;
    }
    const kept = Math.min(
      this.#at,
      this.#start >= 0 ? this.#start : Infinity,
      this.#stringStart >= 0 ? this.#stringStart : Infinity,
    );
    this.#text = this.#text.slice(kept);
    this.#at -= kept;
    if (this.#start >= 0) this.#start -= kept;
    if (this.#stringStart >= 0) this.#stringStart -= kept;
  }
}

const joined = (path: string, key: string): string => (path ? `${path}/${key}` : key);
const joinedLevel = (path: string, isList: boolean): string => (isList ? joined(path, '[]') : path);
