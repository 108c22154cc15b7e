import type { ArticleId } from '../article/article.ts';
import { tagKey } from '../article/library-change.ts';
import type { TagCount } from '../article/library-query.ts';
import type { LibraryDatabase } from './open-library.ts';

/** All tags in use with how often, in the order of their names. */
export async function countTags(db: LibraryDatabase): Promise<TagCount[]> {
  const index = db.transaction('tags').store.index('live');
  const tags: TagCount[] = [];
  let cursor = await index.openCursor(null, 'nextunique');
  while (cursor) {
    tags.push({ tag: cursor.value.tag, count: await index.count(cursor.key) });
    cursor = await cursor.continue();
  }
  return tags;
}

/** The articles of a tag, removed ones too. */
export async function idsTagged(db: LibraryDatabase, tag: string): Promise<ArticleId[]> {
  const keys = await db.getAllKeysFromIndex('tags', 'live', tagKey(tag));
  return keys.map(([id]) => id);
}

/** A tag's new name as it is to be written: as it is already, where another tag has it. */
export async function spellingOf(db: LibraryDatabase, from: string, to: string): Promise<string> {
  if (tagKey(from) === tagKey(to)) return to;
  return (await db.getFromIndex('tags', 'live', tagKey(to)))?.tag ?? to;
}
