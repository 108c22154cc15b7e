const SHORTEST_START = 2;

/**
 * Lists of entries by what they mean. They are searched as the one text that they are: taking them
 * apart would cost a millisecond at every click. An entry in two lists has the meaning of the first.
 */
export class Lexicon<Meaning> {
  readonly #separator: string;
  readonly #text: string;
  /** Where each list ends in the text. */
  readonly #ends: [end: number, meaning: Meaning][] = [];

  constructor(lists: [meaning: Meaning, entries: string][], separator: string) {
    this.#separator = separator;
    let text = separator;
    for (const [meaning, entries] of lists) {
      text += entries + separator;
      this.#ends.push([text.length, meaning]);
    }
    this.#text = text;
  }

  /** What an entry means, or undefined when there is none like it. */
  meaningOf(entry: string): Meaning | undefined {
    const wanted = this.#separator + entry + this.#separator;
    return entry === '' ? undefined : this.#meaningAt(this.#text.indexOf(wanted));
  }

  /** What the first entry means with which a line begins, or undefined. */
  meaningOfStart(line: string): Meaning | undefined {
    if (line.length < SHORTEST_START) return undefined;
    const start = this.#separator + line.slice(0, SHORTEST_START);
    for (let at = this.#text.indexOf(start); at >= 0; at = this.#text.indexOf(start, at + 1)) {
      const end = this.#text.indexOf(this.#separator, at + 1);
      if (line.startsWith(this.#text.slice(at + 1, end))) return this.#meaningAt(at);
    }
    return undefined;
  }

  #meaningAt(place: number): Meaning | undefined {
    return place < 0 ? undefined : this.#ends.find(([end]) => place < end - 1)?.[1];
  }
}
