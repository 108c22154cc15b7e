import { addressKey, type ArticleId, type Time } from '../../article/article.ts';
import { idOfKeyAtOnce } from '../../article/many-ids.ts';
import type { Fault, FaultReason, Imported } from '../../formats/imported.ts';
import type { Format } from '../../formats/in/format.ts';
import { sourcesIn } from '../../formats/in/read-files.ts';

/** What there is of one format. */
export interface FormatCount {
  id: string;
  name: string;
  files: number;
  articles: number;
  texts: number;
  highlights: number;
  tags: number;
}

/** What an import would do. */
export interface Preview {
  formats: FormatCount[];
  /** Entries of all files, those that cannot be read among them. */
  rows: number;
  /** Different articles. */
  articles: number;
  /** Rows of an article that another row has as well. */
  twice: number;
  /** Articles that are in the library already. */
  there: number;
  /** Articles whose text has still to be fetched. */
  waiting: number;
  /** Articles that lie in folders or lists. */
  folders: number;
  failed: number;
  /** The first that cannot be read. */
  faults: Fault[];
  reasons: [reason: FaultReason, count: number][];
}

interface PreviewWorld {
  /** When the import began, as far as dates are concerned. */
  now: Time;
  /** Whether the library has anything at all. */
  isEmpty: () => Promise<boolean>;
  /** See `imports/there`. */
  there: (ids: ArticleId[]) => Promise<string>;
  signal: AbortSignal;
  onProgress: (rows: number) => void;
}

const SHOWN_FAULTS = 100;
/** Ids that are asked about with one message. */
const ASKED_AT_ONCE = 4000;
const TELL_EVERY = 500;

/** Counts what is in the files, and what of it is there; keeps nothing. Null when the signal ends it. */
export async function previewOf(
  files: readonly File[],
  { now, isEmpty, there, signal, onProgress }: PreviewWorld,
): Promise<Preview | null> {
  const count = new Counter();
  const asking = askerOf(await isEmpty(), there);
  for await (const source of sourcesIn(files)) {
    if (signal.aborted) return null;
    if (source.kind === 'fault') {
      count.fault(source);
      continue;
    }
    const format = count.file(source.format);
    for await (const entry of source.read(now)) {
      if (count.rows % TELL_EVERY === 0) {
        if (signal.aborted) return null;
        onProgress(count.rows);
      }
      if (entry.kind === 'fault') count.fault(entry);
      else {
        const key = count.article(format, entry);
        if (key !== null) asking.add(key);
      }
    }
  }
  return { ...count.done(), there: await asking.end() };
}

class Counter {
  rows = 0;
  readonly #formats = new Map<string, FormatCount>();
  readonly #keys = new Set<string>();
  readonly #reasons = new Map<FaultReason, number>();
  readonly #faults: Fault[] = [];
  #failed = 0;
  #twice = 0;
  #texts = 0;
  #folders = 0;

  file({ id, name }: Format): FormatCount {
    let format = this.#formats.get(id);
    if (!format) {
      format = { id, name, files: 0, articles: 0, texts: 0, highlights: 0, tags: 0 };
      this.#formats.set(id, format);
    }
    format.files += 1;
    return format;
  }

  /** The key of an article that no row had before, else null. */
  article(format: FormatCount, entry: Imported): string | null {
    this.rows += 1;
    format.articles += 1;
    if (entry.text) format.texts += 1;
    if (entry.highlights.length > 0 || entry.note) format.highlights += 1;
    if (entry.tags.length > 0) format.tags += 1;
    if (entry.folders.length > 0) this.#folders += 1;
    const key = addressKey(entry.url);
    if (this.#keys.has(key)) {
      this.#twice += 1;
      return null;
    }
    this.#keys.add(key);
    if (entry.text) this.#texts += 1;
    return key;
  }

  fault(fault: Fault): void {
    this.rows += 1;
    this.#failed += 1;
    if (this.#faults.length < SHOWN_FAULTS) this.#faults.push(fault);
    this.#reasons.set(fault.reason, (this.#reasons.get(fault.reason) ?? 0) + 1);
  }

  done(): Omit<Preview, 'there'> {
    const articles = this.#keys.size;
    return {
      formats: [...this.#formats.values()].filter((format) => format.articles > 0),
      rows: this.rows,
      articles,
      twice: this.#twice,
      waiting: articles - this.#texts,
      folders: this.#folders,
      failed: this.#failed,
      faults: this.#faults,
      reasons: [...this.#reasons].sort(([, a], [, b]) => b - a),
    };
  }
}

/** Asks which are there, while the reading goes on. */
function askerOf(
  isEmpty: boolean,
  there: PreviewWorld['there'],
): { add: (key: string) => void; end: () => Promise<number> } {
  let keys: string[] = [];
  let counting: Promise<number> = Promise.resolve(0);
  const ask = (): void => {
    const asked = keys;
    keys = [];
    counting = counting.then(async (before) => {
      const signs = await there(asked.map(idOfKeyAtOnce));
      return before + signs.replaceAll('0', '').length;
    });
    // It is waited for at the end.
    counting.catch(() => undefined);
  };
  return {
    add(key) {
      if (isEmpty) return;
      keys.push(key);
      if (keys.length === ASKED_AT_ONCE) ask();
    },
    async end() {
      if (keys.length > 0) ask();
      return counting;
    },
  };
}
