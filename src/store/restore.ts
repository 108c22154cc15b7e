import type { IDBPTransaction } from 'idb';
import type { Time } from '../article/article.ts';
import { addRestored, NOTHING_RESTORED, type Restored } from '../article/backup.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import { NO_TEXT } from './check.ts';
import { isArticle, isBody, isRow, isState, isTag } from './damage.ts';
import { editOf, laidOver } from './edited.ts';
import { highlightFlags } from './highlight-record.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { Library } from './library.ts';
import type { LibraryDatabase } from './open-library.ts';
import { readable } from './readable.ts';
import { flagsOf, toRow } from './row.ts';
import { ofArticle, untouched } from './save.ts';
import type {
  AlbumRecord,
  ArticleRecord,
  BodyRecord,
  EditRecord,
  HighlightRecord,
  LedgerChunk,
  LibrarySchema,
  RowRecord,
  StateRecord,
  TagRecord,
  VersionRecord,
} from './schema.ts';

/** An article of a backup with all its records, each looked at (see backup-shapes.ts). */
export interface RestoreGroup {
  article: ArticleRecord;
  body?: BodyRecord;
  state?: StateRecord;
  tags: TagRecord[];
  highlights: HighlightRecord[];
  edit?: EditRecord;
  versions: VersionRecord[];
  album?: AlbumRecord;
  thumbnail?: string;
}

/** `merge`: the later record stands; `replace`: that of the backup, and what it lacks goes. */
export type RestoreMode = 'merge' | 'replace';

const STORES = [
  ...(['articles', 'bodies', 'states', 'tags', 'highlights', 'edits', 'versions'] as const),
  ...(['albums', 'thumbnails', 'rows', 'ledger', 'unindexed'] as const),
] as const;
type Transaction = IDBPTransaction<LibrarySchema, typeof STORES, 'readwrite'>;

/**
 * Puts articles of a backup into the library, all or none, in one strict transaction; asked twice it does the
 * same. Rows and ledger are made from the records; the words follow by upkeep, the pictures are put after.
 */
export const restoreArticles = (
  library: Library,
  groups: readonly RestoreGroup[],
  mode: RestoreMode,
): Promise<Result<Restored, LibraryFailure>> =>
  library.write((db, at) => restore(db, groups, mode, at));

async function restore(
  db: LibraryDatabase,
  groups: readonly RestoreGroup[],
  mode: RestoreMode,
  at: Time,
): Promise<{ value: Restored; chunks: LedgerChunk[] }> {
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  let value = NOTHING_RESTORED;
  for (const group of groups) {
    const { is } = await new Restoring(transaction, pen, { group, mode, at }).run();
    value = addRestored(value, { ...NOTHING_RESTORED, [is]: 1 });
  }
  const [chunks] = await Promise.all([pen.write(), transaction.done]);
  return { value, chunks };
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One article on its way back. */
class Restoring {
  readonly #transaction: Transaction;
  readonly #pen: LedgerPen;
  readonly #group: RestoreGroup;
  readonly #replaces: boolean;
  readonly #at: Time;
  #isChanged = false;
  /** What is searched is another now. */
  #isTextChanged = false;

  constructor(
    transaction: Transaction,
    pen: LedgerPen,
    { group, mode, at }: { group: RestoreGroup; mode: RestoreMode; at: Time },
  ) {
    this.#transaction = transaction;
    this.#pen = pen;
    this.#group = group;
    this.#replaces = mode === 'replace';
    this.#at = at;
  }

  async run(): Promise<{ is: keyof Restored }> {
    const { id } = this.#group.article;
    const rows = this.#transaction.objectStore('rows');
    const stored = await readable(rows, id);
    const row = isRow(stored) ? stored : undefined;
    const { article, body, ours } = await this.#facts();
    const edit = await this.#edit();
    const state = await this.#state(ours);
    const tags = await this.#tags();
    const highlights = await this.#highlights();
    const versions = await this.#versions();
    const album = await this.#album();
    const shown = laidOver(article, body ?? NO_TEXT, edit);
    const made = toRow(shown, state, { doc: row?.doc ?? 0, tags: namesOf(tags, row), versions });
    const flags =
      flagsOf(made) | highlightFlags(highlights) | (album?.kept.length ? FLAG.pictures : 0);
    if (!row || this.#isTextChanged) {
      if (row) await this.#pen.flag(row, FLAG.gone, FLAG.alive | FLAG.damaged);
      const { savedAt, words, minutes } = made;
      made.doc = await this.#pen.add({ id, savedAt, words, minutes, flags });
      await this.#transaction.objectStore('unindexed').put({ doc: made.doc, id });
      await rows.put(made);
    } else if (this.#isChanged) {
      await this.#pen.flag(row, flags, WRITTEN_HERE);
      await rows.put(made);
    }
    if (!row) return { is: 'added' };
    return { is: this.#isChanged || this.#isTextChanged ? 'changed' : 'same' };
  }

  /** Whether a record of the backup takes the place of one that is here. */
  #wins(theirs: { changedAt: Time }, ours: { changedAt: Time } | undefined): boolean {
    if (!ours) return true;
    if (this.#replaces) return !alike(theirs, ours);
    return theirs.changedAt > ours.changedAt;
  }

  async #facts(): Promise<{
    article: ArticleRecord;
    body: BodyRecord | undefined;
    ours: ArticleRecord | undefined;
  }> {
    const { article: theirs, body: theirBody } = this.#group;
    const articles = this.#transaction.objectStore('articles');
    const bodies = this.#transaction.objectStore('bodies');
    const [stored, storedBody] = [
      await readable(articles, theirs.id),
      await readable(bodies, theirs.id),
    ];
    const ours = isArticle(stored) ? stored : undefined;
    const ourBody = isBody(storedBody) ? storedBody : undefined;
    const takesBody = theirBody !== undefined && this.#wins(theirBody, ourBody);
    const body = takesBody ? theirBody : ourBody;
    if (takesBody) {
      await bodies.put(theirBody);
      if (ours && ourBody && ourBody.html && ourBody.html !== theirBody.html)
        await this.#keepAside(ours, ourBody);
    }
    const takes = this.#wins(theirs, ours);
    const chosen = takes || !ours ? theirs : ours;
    const { waiting, ...whole } = chosen;
    // Without its text it waits for it, and with it no longer.
    const waits = !body || (waiting && !body.html);
    const article: ArticleRecord = waits ? { ...whole, waiting: true } : whole;
    if (!alike(article, stored)) await articles.put(article);
    this.#isChanged ||= takes || takesBody;
    this.#isTextChanged ||= takesBody || (takes && isFoundOtherwise(theirs, ours));
    return { article, body, ours };
  }

  /** What was here becomes an earlier version: for 30 days it can be brought back. */
  async #keepAside(ours: ArticleRecord, { html, changedAt }: BodyRecord): Promise<void> {
    const { deletedAt: _gone, changedAt: _changed, waiting: _waiting, ...facts } = ours;
    await this.#transaction
      .objectStore('versions')
      .put({ ...facts, savedAt: changedAt, replacedAt: this.#at, html });
  }

  async #edit(): Promise<EditRecord | undefined> {
    const store = this.#transaction.objectStore('edits');
    const { article, edit: theirs } = this.#group;
    const ours = await editOf(store, article.id);
    if (theirs && this.#wins(theirs, ours)) {
      await store.put(theirs);
      this.#isTextChanged = true;
      return theirs;
    }
    if (theirs || !ours || !this.#replaces) return ours;
    await store.delete(article.id);
    this.#isTextChanged = true;
    return undefined;
  }

  /** `before`: our article, as it was. */
  async #state(before: ArticleRecord | undefined): Promise<StateRecord> {
    const store = this.#transaction.objectStore('states');
    const { article, state: theirs } = this.#group;
    const { id } = article;
    const stored = await readable(store, id);
    const ours = isState(stored) ? stored : undefined;
    const state =
      this.#replaces || (!theirs && !ours)
        ? theirs
        : laterOf(theirs ?? untouched(article), ours ?? (before && untouched(before)));
    if (!alike(state, ours)) {
      await (state ? store.put(state) : store.delete(id));
      this.#isChanged = true;
    }
    return state ?? untouched(article);
  }

  async #tags(): Promise<TagRecord[]> {
    const store = this.#transaction.objectStore('tags');
    const ours = (await store.getAll(ofArticle(this.#group.article.id))).filter(isTag);
    const all = new Map(ours.map((tag) => [tag.key, tag]));
    for (const theirs of this.#group.tags) {
      if (!this.#wins(theirs, all.get(theirs.key))) continue;
      all.set(theirs.key, theirs);
      await store.put(theirs);
      this.#isChanged = true;
    }
    if (this.#replaces)
      for (const { id, key } of ours) {
        if (this.#group.tags.some((tag) => tag.key === key)) continue;
        all.delete(key);
        await store.delete([id, key]);
        this.#isChanged = true;
      }
    return [...all.values()];
  }

  async #highlights(): Promise<HighlightRecord[]> {
    const store = this.#transaction.objectStore('highlights');
    const ours = await store.getAll(ofArticle(this.#group.article.id));
    const all = new Map(ours.map((one) => [one.highlight, one]));
    for (const theirs of this.#group.highlights) {
      if (!this.#wins(theirs, all.get(theirs.highlight))) continue;
      all.set(theirs.highlight, theirs);
      await store.put(theirs);
      this.#isChanged = true;
    }
    if (this.#replaces)
      for (const { id, highlight } of ours) {
        if (this.#group.highlights.some((one) => one.highlight === highlight)) continue;
        all.delete(highlight);
        await store.delete([id, highlight]);
        this.#isChanged = true;
      }
    return [...all.values()];
  }

  /** Earlier versions of both sides stay; how many there are now. */
  async #versions(): Promise<number> {
    const store = this.#transaction.objectStore('versions');
    const { article, versions } = this.#group;
    for (const version of versions) {
      if (await store.getKey([article.id, version.savedAt])) continue;
      await store.put(version);
      this.#isChanged = true;
    }
    return store.count(ofArticle(article.id));
  }

  /** Pictures are missing until their bytes come (`restorePictures`). */
  async #album(): Promise<AlbumRecord | undefined> {
    const store = this.#transaction.objectStore('albums');
    const { article, album: theirs, thumbnail } = this.#group;
    const ours = await readable(store, article.id);
    const small = this.#transaction.objectStore('thumbnails');
    if (thumbnail && !(await small.getKey(article.id)))
      await small.put({ id: article.id, thumbnail });
    if (!theirs) return ours;
    const known = new Set(ours?.kept.map(({ src }) => src));
    const isNew = ({ src }: { src: string }): boolean => !known.has(src);
    const lost = new Set(ours?.missing.map(({ src }) => src));
    const waiting = new Set([...(ours?.waiting ?? []), ...theirs.waiting]);
    const coming = theirs.kept.filter(isNew).map(({ src }) => src);
    for (const src of [...coming, ...known]) waiting.delete(src);
    const album: AlbumRecord = {
      id: article.id,
      kept: ours?.kept ?? [],
      waiting: [...waiting],
      missing: [
        ...(ours?.missing ?? []),
        ...theirs.missing.filter((one) => isNew(one) && !lost.has(one.src)),
        ...coming
          .filter((src) => !lost.has(src))
          .map((src) => ({ src, reason: 'no-answer' as const })),
      ],
    };
    if (alike(album, ours)) return ours;
    await store.put(album);
    return album;
  }
}

/** Of each value the one that was changed later. */
function laterOf(theirs: StateRecord, ours: StateRecord | undefined): StateRecord {
  if (!ours) return theirs;
  const later = <T extends { at: Time }>(a: T, b: T): T => (a.at > b.at ? a : b);
  const { progress } = theirs;
  return {
    ...ours,
    place: later(theirs.place, ours.place),
    favourite: later(theirs.favourite, ours.favourite),
    ...(progress && { progress: ours.progress ? later(progress, ours.progress) : progress }),
  };
}

/** The flags that follow from the records that are restored. */
const WRITTEN_HERE =
  FLAG.alive | FLAG.archive | FLAG.favourite | FLAG.tags | FLAG.notes | FLAG.highlights |
  FLAG.pictures | FLAG.waiting; // prettier-ignore

const isFoundOtherwise = (theirs: ArticleRecord, ours: ArticleRecord | undefined): boolean =>
  !ours ||
  (['title', 'byline', 'siteName', 'url', 'lang', 'words', 'minutes', 'savedAt'] as const).some(
    (fact) => theirs[fact] !== ours[fact],
  );

/** Tags as the row has them, then in the order in which they were given. */
function namesOf(tags: readonly TagRecord[], row: RowRecord | undefined): string[] {
  const live = tags.filter((tag) => tag.live !== undefined);
  const names = live.sort((a, b) => a.changedAt - b.changedAt).map(({ tag }) => tag);
  const before = row?.tags.filter((tag) => names.includes(tag)) ?? [];
  return [...before, ...names.filter((name) => !before.includes(name))];
}
