import { type Lookup, lookupsOf, mark } from './lookups.ts';
import type { Prepared } from './prepare.ts';
import type { TextClause } from './query.ts';
import { OUTSIDE_MARK, rarity, strength } from './ranking.ts';
import { DocumentSource, Memory, SegmentSource, type Source } from './reading.ts';
import { INDEX_STORES, type IndexDatabase } from './schema.ts';
import type { Numbered } from './first-segment.ts';
import { DOCUMENTS_A_SEGMENT, type IndexWriting, putSegment, tidyStep } from './tidy.ts';

/** Documents by growing number, and how well each answers: see ranking.ts. */
export interface Matches {
  docs: Uint32Array;
  scores: Float32Array;
}

/** The documents that bare words, or runs without spaces, find outside of the index: each by a tag or note. */
export type Extra = (words: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** The part that a save's transaction plays here, whatever other stores it has. */
interface Saving {
  objectStore(name: 'unmerged'): { put(value: Prepared, key: number): Promise<unknown> };
}

/** Unmerged documents that are held in memory together. */
const DOCUMENTS_AT_ONCE = 128;

/** The full-text index. It holds no state but what it remembers of its reading. */
export class SearchIndex {
  readonly #memory = new Memory();

  /**
   * Puts a document into the index, in the transaction that saves it. Numbers grow and are never used again,
   * not for the same article either.
   */
  async add(transaction: Saving, doc: number, prepared: Prepared): Promise<void> {
    await transaction.objectStore('unmerged').put(prepared, doc);
  }

  /**
   * Puts many into it at once, by growing number: as a segment of their own, so that thousands need no upkeep
   * before they are found quickly.
   */
  async addAll(transaction: IndexWriting, documents: readonly Numbered[]): Promise<void> {
    if (documents.length >= DOCUMENTS_A_SEGMENT) return putSegment(transaction, documents);
    for (const { number, document } of documents)
      await transaction.objectStore('unmerged').put(document, number);
  }

  /**
   * The documents that answer all clauses, of all that were ever added: the caller leaves out those that are
   * gone. With no clause, or only negated ones, all others.
   */
  async search(db: IndexDatabase, clauses: readonly TextClause[], extra?: Extra): Promise<Matches> {
    const asked = clauses.map((clause) => ({ clause, lists: lookupsOf(clause) }));
    const lookups = asked.flatMap(({ lists }) => lists.flat());
    const [outside, { marks, known, size }] = await Promise.all([
      outsideOf(clauses, extra),
      this.#mark(db, lookups),
    ]);
    const answers = asked.map(({ clause, lists }, at) => ({
      negated: clause.negated,
      marks: combined(lists, marks, outside[at]!),
    }));
    // Of nothing but negations the others are found without being looked up.
    if (answers.every(({ negated }) => negated))
      answers.push({ negated: false, marks: new Uint8Array(size).fill(1) });
    return ranked(answers, known);
  }

  /** One step of the index's upkeep: see `tidyStep`. */
  tidy(db: IndexDatabase, isAlive: (doc: number) => boolean): Promise<boolean> {
    return tidyStep(db, this.#memory, isAlive);
  }

  /**
   * The marks of each lookup by document, read in one transaction; how many documents there are, and one past
   * the largest number.
   */
  async #mark(
    db: IndexDatabase,
    lookups: readonly Lookup[],
  ): Promise<{ marks: Map<Lookup, Uint8Array>; known: number; size: number }> {
    const reading = db.transaction([...INDEX_STORES]);
    const [records, unmerged] = await Promise.all([
      reading.objectStore('segments').getAll(),
      reading.objectStore('unmerged').getAllKeys(),
    ]);
    this.#memory.keep(records, unmerged);
    const segments = records.filter(({ state }) => state === 'whole');
    const last = Math.max(-1, unmerged.at(-1) ?? -1, ...segments.map((segment) => segment.last));
    const marks = new Map(lookups.map((lookup) => [lookup, new Uint8Array(last + 1)]));
    // Once for all lookups, which are made at the same time.
    await Promise.all(segments.map((segment) => this.#memory.firsts(reading, segment)));
    const markIn = (sources: readonly Source[]): Promise<unknown> =>
      Promise.all(
        sources.flatMap((source) =>
          lookups.map((lookup) => mark(source, lookup, marks.get(lookup)!)),
        ),
      );
    await markIn(segments.map((segment) => new SegmentSource(this.#memory, reading, segment)));
    for (let at = 0; at < unmerged.length; at += DOCUMENTS_AT_ONCE) {
      const numbers = unmerged.slice(at, at + DOCUMENTS_AT_ONCE);
      const documents = await this.#memory.documents(reading, numbers);
      await markIn(documents.map((document, nth) => new DocumentSource(numbers[nth]!, document)));
    }
    const known = segments.reduce((sum, { documents }) => sum + documents, unmerged.length);
    return { marks, known, size: last + 1 };
  }
}

/** For each clause the documents that it finds outside. */
async function outsideOf(
  clauses: readonly TextClause[],
  extra?: Extra,
): Promise<(readonly number[])[]> {
  const words = clauses.map((clause) => (clause.kind === 'word' ? clause.words.join('') : ''));
  const bare = words.filter(Boolean);
  const found = extra && bare.length > 0 ? await extra(bare) : [];
  let nth = 0;
  return words.map((word) => (word && found[nth++]) || []);
}

/** The marks of a clause: the best of its lists, of each the least of its lookups. */
function combined(
  lists: readonly (readonly Lookup[])[],
  marks: Map<Lookup, Uint8Array>,
  outside: readonly number[],
): Uint8Array {
  const all = lists.map((list) =>
    list
      .map((lookup) => marks.get(lookup)!)
      .reduce((least, other) => least.map((value, at) => Math.min(value, other[at]!))),
  );
  const best = all.reduce((most, other) => most.map((value, at) => Math.max(value, other[at]!)));
  for (const document of outside)
    if (document < best.length) best[document] = Math.max(best[document]!, OUTSIDE_MARK);
  return best;
}

/** In loops over plain numbers: of a hundred thousand documents each is looked at. */
function ranked(
  answers: readonly { negated: boolean; marks: Uint8Array }[],
  known: number,
): Matches {
  const { length } = answers[0]!.marks;
  const sums = new Float32Array(length);
  const isOut = new Uint8Array(length);
  for (const { negated, marks } of answers) {
    let count = 0;
    for (let doc = 0; doc < length; doc++) if (marks[doc]! > 0) count++;
    const weight = negated ? 0 : rarity(count, known);
    for (let doc = 0; doc < length; doc++) {
      const found = marks[doc]!;
      if (negated === found > 0) isOut[doc] = 1;
      sums[doc] = sums[doc]! + weight * strength(found);
    }
  }
  const docs = new Uint32Array(length);
  const scores = new Float32Array(length);
  let count = 0;
  for (let doc = 0; doc < length; doc++) {
    if (isOut[doc]) continue;
    docs[count] = doc;
    scores[count++] = sums[doc]!;
  }
  return { docs: docs.slice(0, count), scores: scores.slice(0, count) };
}
