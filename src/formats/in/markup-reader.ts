import { Tokenizer } from 'htmlparser2';

/** What is told of markup as it comes. Names are lower case, entities are decoded. */
export interface MarkupListener {
  open?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
  comment?: (text: string) => void;
}

const LONGEST_VALUE = 20_000;
const MOST_ATTRIBUTES = 50;
const LONGEST_NAME = 100;

/**
 * Reads HTML tag by tag without a page and without a tree: ten thousand levels are ten thousand tags. The
 * tokenizer of htmlparser2 alone, for its parser walks its stack at each tag.
 */
export class MarkupReader {
  readonly #tokenizer: Tokenizer;
  /** The last two pieces: a name or a comment may stand across their border. */
  #text = '';
  #textStart = 0;
  #tag = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';

  constructor(listener: MarkupListener) {
    const isHeard = Boolean(listener.comment);
    const opened = (): void => {
      listener.open?.(this.#tag, this.#attributes);
      this.#attributes = new Map();
    };
    this.#tokenizer = new Tokenizer(
      {},
      {
        onopentagname: (start, end) => {
          this.#tag = this.#slice(start, end).toLowerCase();
        },
        onattribname: (start, end) => {
          this.#attribute = this.#slice(start, end).toLowerCase();
          this.#value = '';
        },
        onattribdata: (start, end) => {
          if (this.#value.length < LONGEST_VALUE)
            this.#value += this.#slice(start, end, LONGEST_VALUE);
        },
        onattribentity: (codepoint) => {
          if (this.#value.length < LONGEST_VALUE) this.#value += String.fromCodePoint(codepoint);
        },
        onattribend: () => {
          if (this.#attributes.size < MOST_ATTRIBUTES && !this.#attributes.has(this.#attribute))
            this.#attributes.set(this.#attribute, this.#value);
        },
        onopentagend: opened,
        onselfclosingtag: opened,
        onclosetag: (start, end) => listener.close?.(this.#slice(start, end).trim().toLowerCase()),
        ontext: (start, end) => listener.text?.(this.#slice(start, end, Infinity)),
        ontextentity: (codepoint) => listener.text?.(String.fromCodePoint(codepoint)),
        oncomment: (start, end) => {
          if (isHeard) listener.comment?.(this.#slice(start, end, LONGEST_VALUE));
        },
        oncdata: () => undefined,
        ondeclaration: () => undefined,
        onprocessinginstruction: () => undefined,
        onend: () => undefined,
      },
    );
  }

  add(piece: string): void {
    const kept = this.#text.slice(-LONGEST_VALUE);
    this.#textStart += this.#text.length - kept.length;
    this.#text = kept + piece;
    this.#tokenizer.write(piece);
  }

  end(): void {
    this.#tokenizer.end();
  }

  #slice(start: number, end: number, longest = LONGEST_NAME): string {
    const from = Math.max(0, start - this.#textStart);
    return this.#text.slice(from, Math.min(end - this.#textStart, from + longest));
  }
}
