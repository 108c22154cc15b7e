import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../../article/article.ts';
import type { SavedSearch, TagCount } from '../../article/library-query.ts';
import type { ListingModel } from './listing.ts';
import { createTagEdit, type TagEdit } from './tag-edit.ts';
import type { TagsModel } from './tags-model.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** What stands before the list, if anything. */
export type OpenDialog =
  | { is: 'keys' | 'search-help' | 'lists' | 'save-search' }
  | { is: 'search'; search: SavedSearch }
  | { is: 'tag'; tag: TagCount }
  | { is: 'open-tabs'; ids: readonly ArticleId[] }
  | {
      is: 'edit-tags';
      ids: readonly ArticleId[];
      /** Of one article; empty for many. */
      title: string;
      edit: TagEdit;
      /** The tags shown are those of the first articles only. */
      isPartial: boolean;
    };

/** The dialogs of the page, one at a time. */
export interface Dialogs {
  dialog: ReadonlySignal<OpenDialog | null>;
  open(dialog: OpenDialog): void;
  close(): void;
  editTags(ids: readonly ArticleId[]): Promise<void>;
  /** Opens the pages in tabs; asks first when they are very many. */
  openOriginals(ids: readonly ArticleId[]): Promise<void>;
  openAllTabs(ids: readonly ArticleId[]): Promise<void>;
}

const MOST_TABS_UNASKED = 10;
const PORTION = 300;

/** No dialog. */
export function createDialogs(
  world: LibraryWorld,
  listing: ListingModel,
  tags: TagsModel,
  onTrouble: (reason: Trouble) => void,
): Dialogs {
  const dialog = signal<OpenDialog | null>(null);
  const close = (): void => {
    dialog.value = null;
  };

  /** The rows in their order, fetched where they are not at hand; null after telling the trouble. */
  const rowsOf = async (ids: readonly ArticleId[]): Promise<ArticleRow[] | null> => {
    const rows: ArticleRow[] = [];
    for (let at = 0; at < ids.length; at += PORTION) {
      const portion = ids.slice(at, at + PORTION);
      const missing = portion.filter((id) => !listing.rows.value.has(id));
      const answer =
        missing.length > 0
          ? await answerOf(world.send('library/rows', missing))
          : { ok: true as const, value: [] };
      if (!answer.ok) {
        onTrouble(answer.reason);
        return null;
      }
      const fetched = new Map(answer.value.map((row) => [row.id, row]));
      rows.push(...portion.flatMap((id) => listing.rows.value.get(id) ?? fetched.get(id) ?? []));
    }
    return rows;
  };
  const openAllTabs = async (ids: readonly ArticleId[]): Promise<void> => {
    close();
    const rows = await rowsOf(ids);
    if (rows?.length === 1) world.openOriginal(rows[0]!.url);
    else if (rows) world.openTabs(rows.map(({ url }) => url));
  };

  return {
    dialog,
    close,
    openAllTabs,
    open: (next) => (dialog.value = next),
    async editTags(ids) {
      const rows = await rowsOf(ids.slice(0, PORTION));
      if (!rows || rows.length === 0) return;
      dialog.value = {
        is: 'edit-tags',
        ids,
        title: ids.length === 1 ? rows[0]!.title : '',
        edit: createTagEdit(rows, tags.tags.value),
        isPartial: ids.length > PORTION,
      };
    },
    async openOriginals(ids) {
      if (ids.length > MOST_TABS_UNASKED) dialog.value = { is: 'open-tabs', ids };
      else await openAllTabs(ids);
    },
  };
}
