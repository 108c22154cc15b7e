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
