import type { ArticleId, EarlierVersion, Time } from '../article/article.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import { done, type Result } from '../article/result.ts';
import type { Library } from './library.ts';
import { editOf } from './edited.ts';
import { copySavedAt, ofArticle } from './save.ts';

/** What an article was before, the latest first. */
export const earlierVersions = (
  library: Library,
  id: ArticleId,
): Promise<Result<EarlierVersion[], LibraryFailure>> =>
  library.attempt(async (db) => {
    const versions = await db.getAll('versions', ofArticle(id));
    return versions
      .map(({ savedAt, replacedAt, title, words, html, edited }) => ({
        savedAt,
        replacedAt,
        title,
        words,
        html,
        ...(edited && { edited }),
      }))
      .reverse();
  });

/**
 * Puts an earlier version in the place of the text, which becomes an earlier version itself; place, tags
 * and state stay. Answers the name of what was replaced; null when the version is not there any more.
 */
export async function bringBack(
  library: Library,
  id: ArticleId,
  savedAt: Time,
): Promise<Result<Time | null, LibraryFailure>> {
  const read = await library.attempt(async (db) => ({
    version: await db.get('versions', [id, savedAt]),
    replaced: await db.get('articles', id),
    edit: await editOf(db.transaction('edits').store, id),
  }));
  if (!read.ok) return read;
  const { version, replaced, edit } = read.value;
  if (!version || !replaced) return done(null);
  const {
    id: _id,
    savedAt: _savedAt,
    replacedAt: _replacedAt,
    edited: _edited,
    ...facts
  } = version;
  const saved = await library.save({ ...facts, pictures: [] }, { replace: true });
  if (!saved.ok) return saved;
  // It is no earlier version any more. Killed before this, it is both, which harms nobody.
  return library.attempt(async (db) => {
    const transaction = db.transaction(['versions', 'rows'], 'readwrite');
    await transaction.objectStore('versions').delete([id, savedAt]);
    const left = await transaction.objectStore('versions').count(ofArticle(id));
    const { versions: _before, ...row } = (await transaction.objectStore('rows').get(id))!;
    await transaction.objectStore('rows').put({ ...row, ...(left > 0 && { versions: left }) });
    await transaction.done;
    const isCopy = edit?.html !== undefined && edit.html !== version.html;
    return isCopy ? copySavedAt(edit, replaced) : replaced.changedAt;
  });
}
