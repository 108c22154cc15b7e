import type { ArticleId } from '../../article/article.ts';

/** What can be done from a row. */
export interface RowActions {
  toggleArchive: (id: ArticleId) => void;
  toggleFavourite: (id: ArticleId) => void;
  remove: (id: ArticleId) => void;
  editTags: (id: ArticleId) => void;
  mark: (id: ArticleId) => void;
  /** Marks all up to this one. */
  reach: (id: ArticleId) => void;
}
