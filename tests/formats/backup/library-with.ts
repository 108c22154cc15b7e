import type { IDBPDatabase } from 'idb';
import type { HighlightId } from '../../../src/article/highlight.ts';
import type { OwnRequests, Send } from '../../../src/messages/protocol.ts';
import type { SafeHtml } from '../../../src/sanitize/safe-html.ts';
import { backUp, backUpPictures } from '../../../src/store/back-up.ts';
import { editArticle } from '../../../src/store/edits.ts';
import { changeHighlights } from '../../../src/store/highlights.ts';
import { Library } from '../../../src/store/library.ts';
import { openDatabase } from '../../../src/store/open-library.ts';
import { restoreArticles } from '../../../src/store/restore.ts';
import {
  articleStamps,
  restorePictures,
  restoreSearches,
} from '../../../src/store/restore-rest.ts';
import { draftAt } from '../../store/drafts.ts';
import { png } from '../../browser/driver/png.ts';

/** Libraries under names of their own, and the messages that ask them. */
export function libraryNamed(name: string, now: () => number): { library: Library; send: Send } {
  const library = new Library((onClosed) => openDatabase(onClosed, { name }), now);
  const handlers: Partial<OwnRequests> = {
    'backup/next': ((from: never) => backUp(from, name)) as never,
    'backup/pictures': ((keys: never) => backUpPictures(keys, name)) as never,
    'restore/stamps': ((after: never) => articleStamps(library, after)) as never,
    'restore/articles': (({ groups, mode }: never) =>
      restoreArticles(library, groups, mode)) as never,
    'restore/pictures': ((packed: never) => restorePictures(library, packed)) as never,
    'restore/searches': ((searches: never) => restoreSearches(library, searches)) as never,
    'library/do': ((deeds: never) => library.perform(deeds)) as never,
  };
  const send = (ask: keyof OwnRequests, about: unknown): unknown =>
    // As messages do.
    (handlers[ask] as unknown as (about: unknown) => Promise<unknown>)(
      about === undefined ? undefined : JSON.parse(JSON.stringify(about)),
    );
  return { library, send: send as Send };
}

/** What is done to one made-up article. */
export interface Story {
  text: string;
  tags: string[];
  removedTag: boolean;
  note: string;
  colour: 'yellow' | 'green' | 'blue';
  archived: boolean;
  favourite: boolean;
  part: number;
  pictures: number;
  edited: boolean;
  again: boolean;
  removed: boolean;
}

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: unknown }): T => {
  if (!result.ok) throw new Error(String(result.reason));
  return result.value;
};

/** Lives the stories in a library, an article each. */
export async function live(library: Library, stories: readonly Story[]): Promise<void> {
  for (const [at, story] of stories.entries()) {
    const url = `https://a.example/story/${at}?of=${encodeURIComponent([...story.text].slice(0, 10).join(''))}`;
    const pictures = Array.from(
      { length: story.pictures },
      (_, one) => `https://p.example/${at}/${one}.png`,
    );
    const html = `<p>${at} ${story.text.replace(/[<&>]/g, ' ')}</p><p>Second</p>` as SafeHtml;
    const draft = draftAt(url, { pictures, html, title: story.text || 'None' });
    const { id } = value(await library.save(draft));
    for (const [turn, src] of pictures.entries()) {
      const bytes = new Uint8Array(png(8 + turn, 8 + (at % 3), [turn * 9, 3, 200])).buffer;
      if (turn % 3 === 2) value(await library.albums.giveUp(id, src, 'no-answer'));
      else
        value(
          await library.albums.keep(
            { id, src, type: 'image/png', bytes },
            turn === 0 ? thumbnail : undefined,
          ),
        );
    }
    const change = async (deed: Parameters<Library['perform']>[0][number]['change']) =>
      value(await library.perform([{ ids: [id], change: deed }]));
    await change({ is: 'tags', add: story.tags, remove: [] });
    if (story.removedTag) await change({ is: 'tags', add: [], remove: story.tags.slice(0, 1) });
    if (story.archived) await change({ is: 'place', place: 'archive' });
    if (story.favourite) await change({ is: 'favourite', favourite: true });
    if (story.part > 0)
      await change({ is: 'progress', progress: { part: story.part, block: 1, offset: 3 } });
    const quote = { exact: 'Second', prefix: 'x', suffix: '' };
    if (story.note)
      value(
        await changeHighlights(library, [
          {
            article: id,
            id: `h-${at}` as HighlightId,
            change: {
              is: 'added',
              quote,
              position: { start: 1, end: 7 },
              colour: story.colour,
              note: story.note,
            },
          },
        ]),
      );
    if (story.edited) {
      const { textSavedAt } = value(await library.article(id))!;
      value(
        await editArticle(library, {
          id,
          of: textSavedAt,
          edit: { title: `${at} corrected`, html: '<p>Second</p>' as SafeHtml },
        }),
      );
    }
    if (story.again)
      value(
        await library.save({ ...draft, html: `<p>Anew ${at}</p>` as SafeHtml }, { replace: true }),
      );
    if (story.removed) await change({ is: 'removed', removed: true });
  }
  value(
    await library.keepSearch('one', {
      id: 'one',
      name: 'Long',
      query: { shelf: 'all', sort: 'longest', words: 'tide' },
      changedAt: 1,
    }),
  );
}

const thumbnail = `data:image/png;base64,${png(10, 10, [1, 2, 3]).toString('base64')}`;

const STORES = [
  'articles',
  'bodies',
  'states',
  'tags',
  'highlights',
  'edits',
  'versions',
  'searches',
  'rows',
  'albums',
  'thumbnails',
  'pictures',
];

/** All records of a library as they can be compared; numbers of the index, and the order of pictures, are its own. */
export async function recordsOf(name: string): Promise<Record<string, unknown[]>> {
  const db = (await openDatabase(() => undefined, { name })) as unknown as IDBPDatabase;
  const records = await Promise.all(
    STORES.map(
      async (store) =>
        [store, (await db.getAll(store)).map((record) => comparable(store, record))] as const,
    ),
  );
  db.close();
  return Object.fromEntries(records);
}

function comparable(store: string, record: Record<string, unknown>): unknown {
  if (store === 'pictures')
    return { ...record, bytes: Buffer.from(record['bytes'] as ArrayBuffer).toString('base64') };
  // Tags that were given in one moment have no order but that of the row.
  if (store === 'rows') return { ...record, doc: 0, tags: (record['tags'] as string[]).toSorted() };
  if (store !== 'albums') return record;
  const bySrc = (a: { src: string }, b: { src: string }): number => (a.src < b.src ? -1 : 1);
  const { kept, missing } = record as unknown as {
    kept: { src: string }[];
    missing: { src: string }[];
  };
  return { ...record, kept: kept.toSorted(bySrc), missing: missing.toSorted(bySrc) };
}
