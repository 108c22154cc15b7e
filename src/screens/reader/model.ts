import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleDraft, ArticleId, SavedArticle } from '../../article/article.ts';
import { togglePutBack } from '../../article/left-out.ts';
import { type Change, removal } from '../../article/library-change.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import type { Send } from '../../messages/protocol.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import { createRestModel, type PagesWorld, type RestModel } from '../rest/model.ts';
import { createPicturesModel, type PicturesModel, type ReaderGrants } from './pictures-model.ts';

/** What the address of a reader tab asks for: a saved article, or one kept from the popup. */
export type Wanted = { id: ArticleId } | { draftKey: string };

export type Shown =
  | { is: 'loading' | 'missing' }
  | { is: 'failed'; reason: LibraryFailure | 'no-answer' }
  | { is: 'saved'; article: SavedArticle }
  | { is: 'draft'; draft: ArticleDraft }
  | { is: 'removed'; article: SavedArticle };

/** How the reader reaches the world; fakes of a few lines in tests. */
export interface ReaderWorld {
  send: Send;
  clean: (draft: ArticleDraft) => Promise<CleanDraft>;
  /** The tab that an unsaved article was read from, which may fetch its pictures. */
  tabId?: number | undefined;
  /** The further pages of an unsaved article, in the tab that it was read from. */
  pages: PagesWorld;
  /** Goes to the saved article's own address, which makes no requests. */
  showSaved: (id: ArticleId) => void;
  onLibraryChange: (listener: () => void) => void;
  onPicturesChange: (listener: () => void) => void;
  grants: ReaderGrants;
}

export interface ReaderModel {
  /** How it stands with the pictures of a saved article. */
  pictures: PicturesModel;
  shown: ReadonlySignal<Shown>;
  /** A failed action on an article that stays in view. */
  trouble: ReadonlySignal<LibraryFailure | 'no-answer' | null>;
  /** What is still to be had of an unsaved article. */
  rest: RestModel;
  load(): Promise<void>;
  save(): Promise<void>;
  /** Saves without leaving the page; null when that failed. */
  keep(): Promise<ArticleId | null>;
  /** Puts a block back that was left out of an unsaved article, or takes it out again. */
  togglePutBack(at: number): void;
  toggleArchive(): Promise<void>;
  toggleFavourite(): Promise<void>;
  remove(): Promise<void>;
  undoRemove(): Promise<void>;
  /** A kept picture of the saved article, as an address to show. */
  storedPicture: (src: string) => Promise<string | null>;
}

/** Everything a reader tab does, without a page. */
export function createReaderModel(wanted: Wanted, world: ReaderWorld): ReaderModel {
  const shown = signal<Shown>({ is: 'loading' });
  const trouble = signal<LibraryFailure | 'no-answer' | null>(null);

  const savedArticle = (): SavedArticle | null =>
    shown.value.is === 'saved' ? shown.value.article : null;

  /** Counts the changes made here: an article that was asked for before one of them is out of date. */
  let changes = 0;

  const perform = async (after: SavedArticle, change: Change): Promise<void> => {
    changes += 1;
    const before = shown.value;
    shown.value = { is: 'saved', article: after };
    const result = await world.send('library/do', [{ ids: [after.id], change }]);
    trouble.value = result.ok ? null : result.reason;
    if (!result.ok) shown.value = before;
  };

  const rest = createRestModel(world.pages, {
    draft: () => (shown.value.is === 'draft' ? shown.value.draft : null),
    show: (draft) => (shown.value = { is: 'draft', draft }),
    onLonger: () => (changes += 1),
  });

  const pictures = createPicturesModel('id' in wanted ? wanted.id : null, world);

  const model: ReaderModel = {
    pictures,
    shown,
    trouble,
    rest,
    async load() {
      try {
        if ('draftKey' in wanted) {
          const draft = await world.send('draft/get', wanted.draftKey);
          shown.value = draft ? { is: 'draft', draft } : { is: 'missing' };
          // The popup may have been left before it knew.
          if (draft && !draft.ahead) await rest.look();
          return;
        }
        const asOf = changes;
        const found = await world.send('article/get', wanted.id);
        if (asOf !== changes) return;
        if (!found.ok) shown.value = { is: 'failed', reason: found.reason };
        else if (found.value) shown.value = { is: 'saved', article: found.value };
        else if (shown.value.is !== 'removed') shown.value = { is: 'missing' };
      } catch (error) {
        shown.value = { is: 'failed', reason: 'no-answer' };
        throw error;
      }
    },
    async save() {
      const id = await model.keep();
      if (id !== null) world.showSaved(id);
    },
    async keep() {
      if (shown.value.is !== 'draft') return null;
      const { draft } = shown.value;
      const receipt = await world.send('article/save', {
        draft: await world.clean(draft),
        ...(world.tabId !== undefined && { tabId: world.tabId }),
        // What the person made by hand is what they want to find again.
        replace:
          changes > 0 ||
          draft.part === 'picked' ||
          (draft.leftOut ?? []).some(({ putBack }) => putBack),
      });
      if (!receipt.ok) trouble.value = receipt.reason;
      return receipt.ok ? receipt.value.id : null;
    },
    togglePutBack(at) {
      if (shown.value.is !== 'draft') return;
      changes += 1;
      shown.value = { is: 'draft', draft: togglePutBack(shown.value.draft, at) };
    },
    async toggleArchive() {
      const article = savedArticle();
      if (!article) return;
      const place = article.place === 'archive' ? 'unread' : 'archive';
      await perform({ ...article, place }, { is: 'place', place });
    },
    async toggleFavourite() {
      const article = savedArticle();
      if (!article) return;
      const favourite = !article.favourite;
      await perform({ ...article, favourite }, { is: 'favourite', favourite });
    },
    async remove() {
      const article = savedArticle();
      if (!article) return;
      changes += 1;
      shown.value = { is: 'removed', article };
      const result = await world.send('library/do', [removal(article.id, true)]);
      trouble.value = result.ok ? null : result.reason;
      if (!result.ok) shown.value = { is: 'saved', article };
    },
    async undoRemove() {
      if (shown.value.is !== 'removed') return;
      changes += 1;
      const { article } = shown.value;
      const result = await world.send('library/do', [removal(article.id, false)]);
      trouble.value = result.ok ? null : result.reason;
      if (result.ok) shown.value = { is: 'saved', article };
    },
    async storedPicture(src) {
      const article = savedArticle();
      const kept = article && (await world.send('picture/get', { id: article.id, src }));
      return kept?.ok ? kept.value : null;
    },
  };
  world.onLibraryChange(() => {
    if (shown.value.is === 'saved' || shown.value.is === 'missing') void model.load();
  });
  void model.load();
  return model;
}
