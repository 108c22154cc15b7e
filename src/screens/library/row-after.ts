import type { ArticleRow } from '../../article/article.ts';
import { type Change, tagKey } from '../../article/library-change.ts';
import { type Shelf, type ShelfCounts, SHELVES } from '../../article/library-query.ts';

/** A row as it will be after a change; null when it will be gone. */
export function rowAfter(row: ArticleRow, change: Change): ArticleRow | null {
  switch (change.is) {
    case 'place':
      return { ...row, place: change.place };
    case 'favourite':
      return { ...row, favourite: change.favourite };
    case 'removed':
      return change.removed ? null : row;
    case 'tags':
      return { ...row, tags: tagsAfter(row.tags, change) };
    case 'progress':
      return { ...row, progress: change.progress.part };
  }
}

/** The change that makes a changed row what it was. */
export function changeBack(row: ArticleRow, change: Change): Change {
  switch (change.is) {
    case 'place':
      return { is: 'place', place: row.place };
    case 'favourite':
      return { is: 'favourite', favourite: row.favourite };
    case 'removed':
      return { is: 'removed', removed: !change.removed };
    case 'tags': {
      const before = new Set(row.tags.map(tagKey));
      const gone = new Set(change.remove.map(tagKey));
      return {
        is: 'tags',
        add: row.tags.filter((tag) => gone.has(tagKey(tag))),
        remove: change.add.filter((tag) => !before.has(tagKey(tag))),
      };
    }
    case 'progress':
      return { is: 'progress', progress: { part: row.progress, block: 0 } };
  }
}

function tagsAfter(
  tags: readonly string[],
  { add, remove }: Extract<Change, { is: 'tags' }>,
): string[] {
  const gone = new Set(remove.map(tagKey));
  const kept = tags.filter((tag) => !gone.has(tagKey(tag)));
  const there = new Set(kept.map(tagKey));
  return [...kept, ...add.filter((tag) => !there.has(tagKey(tag)))];
}

/** Whether whatever lies on the shelf leaves it with this change. */
export function leaves(shelf: Shelf, change: Change): boolean {
  switch (change.is) {
    case 'removed':
      return change.removed;
    case 'place':
      return (shelf === 'unread' || shelf === 'archive') && shelf !== change.place;
    case 'favourite':
      return shelf === 'favourites' && !change.favourite;
    case 'tags':
    case 'progress':
      return false;
  }
}

const liesOn = (shelf: Shelf, { place, favourite }: ArticleRow): boolean =>
  shelf === 'all' || (shelf === 'favourites' ? favourite : shelf === place);

/** The counts when one row has changed. */
export function movedCounts(
  counts: ShelfCounts,
  row: ArticleRow,
  after: ArticleRow | null,
): ShelfCounts {
  const moved = { ...counts };
  for (const shelf of SHELVES)
    moved[shelf] += Number(after !== null && liesOn(shelf, after)) - Number(liesOn(shelf, row));
  return moved;
}
