import { NO_ROOM, addRooms, type Portion, type Room } from '../article/album.ts';
import type { ArticleId } from '../article/article.ts';
import { bytesOf } from './albums.ts';
import type { LibraryDatabase } from './open-library.ts';
import type { AlbumRecord, RowRecord } from './schema.ts';

/** So many articles at a time: some 50 ms. */
const BATCH = 250;

/** What a part of the library takes up: the articles after `after`, in the order of their ids. */
export async function measureRoom(
  db: LibraryDatabase,
  after: ArticleId | null,
): Promise<Portion<Room>> {
  const transaction = db.transaction(['rows', 'edits', 'versions', 'albums']);
  const rest = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const rows = await transaction.objectStore('rows').getAll(rest, BATCH);
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  if (first === undefined || last === undefined) return { part: NO_ROOM, next: null };
  const [bodies, edits, versions, albums] = await Promise.all([
    // One text that the disk lost must not hide how much room the others take.
    db.getAll('bodies', IDBKeyRange.bound(first, last)).catch(() => []),
    transaction.objectStore('edits').getAll(IDBKeyRange.bound(first, last)),
    transaction.objectStore('versions').getAll(IDBKeyRange.bound([first], [last, []])),
    transaction.objectStore('albums').getAll(IDBKeyRange.bound(first, last)),
  ]);
  const texts = new Map<ArticleId, number>();
  for (const { id, html = '' } of [...bodies, ...edits, ...versions])
    texts.set(id, (texts.get(id) ?? 0) + bytesOfText(html));
  const albumOf = new Map(albums.map((album) => [album.id, album]));
  const rooms = rows.map((row) => roomOf(row, texts.get(row.id) ?? 0, albumOf.get(row.id)));
  return {
    part: rooms.reduce(addRooms, NO_ROOM),
    next: rows.length === BATCH ? last : null,
  };
}

function roomOf(row: RowRecord, text: number, album: AlbumRecord | undefined): Room {
  const bytes = album ? bytesOf(album) : 0;
  const pictures = { articles: bytes > 0 ? 1 : 0, pictures: album?.kept.length ?? 0, bytes };
  if (row.removed) return { ...NO_ROOM, removed: 1, text, pictures };
  const { id, title } = row;
  return {
    articles: 1,
    removed: 0,
    text,
    pictures,
    archivedPictures: row.place === 'archive' ? pictures : NO_ROOM.archivedPictures,
    largest: [{ id, title, bytes: text + bytes, pictureBytes: bytes }],
  };
}

/** As both browsers keep it: a byte a character, or two where one of them needs it. */
const bytesOfText = (text: string): number =>
  // oxlint-disable-next-line no-control-regex
  /[^\x00-\xff]/.test(text) ? text.length * 2 : text.length;
