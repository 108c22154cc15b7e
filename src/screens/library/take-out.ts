import { type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../article/result.ts';
import type { OutPlace, OutPortion } from '../../article/taken-out.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** How far an export has come; `left`: records that the disk does not give back. */
export type TakingOut =
  | { is: 'idle' | 'failed' }
  | { is: 'going'; records: number }
  | { is: 'done'; articles: number; left: number };

/** Writes everything that can be read of the library into one file, without pictures. */
export interface TakeOutModel {
  state: ReadonlySignal<TakingOut>;
  start(): Promise<void>;
}

/** Nothing written yet. */
export function createTakeOut(
  world: Pick<LibraryWorld, 'send' | 'saveFile' | 'now'>,
): TakeOutModel {
  const state = signal<TakingOut>({ is: 'idle' });
  return {
    state,
    async start() {
      if (state.value.is === 'going') return;
      const file = new LibraryFile(world.now());
      state.value = { is: 'going', records: 0 };
      let place: OutPlace | null = null;
      do {
        const answer: Result<OutPortion, Trouble> = await answerOf(
          world.send('library/take-out', place),
        );
        if (!answer.ok) {
          state.value = { is: 'failed' };
          return;
        }
        file.add(answer.value);
        state.value = { is: 'going', records: file.records };
        place = answer.value.next;
      } while (place);
      world.saveFile(`lectern-${file.day}.json`, file.finish());
      state.value = { is: 'done', articles: file.articles, left: file.left };
    },
  };
}

/** The file as it grows: each part is given to the browser, which may keep it on disk. */
class LibraryFile {
  records = 0;
  articles = 0;
  left = 0;
  readonly day: string;
  readonly #exported: string;
  readonly #parts: Blob[] = [];
  #store: string | undefined;
  /** The store has a record in the file. */
  #isBegun = false;

  constructor(now: number) {
    this.#exported = new Date(now).toISOString();
    this.day = this.#exported.slice(0, 10);
  }

  add({ version, store, records, unreadable }: OutPortion): void {
    const lines = records.map((record) => JSON.stringify(record)).join(',\n');
    this.#write(this.#opening(version, store) + this.#comma(lines) + lines);
    this.records += records.length;
    this.left += unreadable;
    if (store === 'articles') this.articles += records.length;
  }

  finish(): Blob {
    this.#write(`\n]},\n"unreadable":${this.left}}\n`);
    return new Blob(this.#parts, { type: 'application/json' });
  }

  /** What stands between the records of another store and these. */
  #opening(version: number, store: string): string {
    const before = this.#store;
    if (before === store) return '';
    this.#store = store;
    this.#isBegun = false;
    const name = `${JSON.stringify(store)}:[\n`;
    if (before !== undefined) return `\n],\n${name}`;
    const head = { format: 'lectern-library', version, exported: this.#exported };
    const leftOut = '"leftOut":["pictures","search index"]';
    return `${JSON.stringify(head).slice(0, -1)},${leftOut},\n"stores":{\n${name}`;
  }

  #comma(lines: string): string {
    if (lines === '') return '';
    const comma = this.#isBegun ? ',\n' : '';
    this.#isBegun = true;
    return comma;
  }

  #write(text: string): void {
    this.#parts.push(new Blob([text]));
  }
}
