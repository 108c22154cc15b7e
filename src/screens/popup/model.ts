import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleDraft, ArticleId } from '../../article/article.ts';
import { togglePutBack } from '../../article/left-out.ts';
import { removal } from '../../article/library-change.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import type { ReadFailure, ReadOptions } from '../../article/read-failure.ts';
import { done, failed, type Result } from '../../article/result.ts';
import type { Send } from '../../messages/protocol.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import { type Changed, changedSince } from './changed.ts';
import { createRestModel, type PagesWorld, type RestModel } from '../rest/model.ts';

export type Reading = Result<ArticleDraft, ReadFailure>;

/** What the popup knows of the tab under it. */
export interface PopupTab {
  id?: number | undefined;
  title: string;
  isPrivate: boolean;
}

export type Saving =
  | { is: 'unknown' | 'unsaved' | 'saving' }
  /** `before`: it was there before this visit. `replaced`: what was there gave way to what is shown. */
  | { is: 'saved'; id: ArticleId; before: boolean; replaced?: boolean }
  /** An article from before this visit, taken out just now. */
  | { is: 'removed'; id: ArticleId }
  | { is: 'failed'; reason: LibraryFailure | 'no-answer' };

/** How the popup reaches the world; fakes of a few lines in tests. */
export interface PopupWorld {
  tab: Promise<PopupTab>;
  reading: Promise<Reading>;
  readAgain: (options: ReadOptions) => Promise<Reading>;
  /** Makes a draft safe to store. Loaded when first needed. */
  clean: (draft: ArticleDraft) => Promise<CleanDraft>;
  send: Send;
  /** The further pages of the article in the tab. */
  pages: PagesWorld;
  /** When what the screen was just given stands before the person. */
  painted: () => Promise<void>;
  /** Lets the person pick the article on the page, and closes the popup; or says why not. */
  pickOnPage: () => Promise<ReadFailure | null>;
  openPage: (page: 'library' | 'reader' | 'draft', query?: Record<string, string>) => void;
  onLibraryChange: (listener: () => void) => void;
}

export interface PopupModel {
  tab: ReadonlySignal<PopupTab | null>;
  reading: ReadonlySignal<Reading | null>;
  /** The article stands before the person: what may come later may come now. */
  painted: ReadonlySignal<boolean>;
  saving: ReadonlySignal<Saving>;
  /** What is saved of the page is no longer what it says. */
  changed: ReadonlySignal<Changed | null>;
  /** Those that the article had when the popup was opened. */
  tags: ReadonlySignal<readonly string[]>;
  savedCount: ReadonlySignal<number | null>;
  /** What is still to be had of the article. */
  rest: RestModel;
  save(): Promise<void>;
  /** Takes a save back, removes what was saved before, or brings back what was removed. */
  undo(): Promise<void>;
  openReader(): Promise<void>;
  /** Shows in the reader how the page differs from what is saved. */
  openChanges(): Promise<void>;
  /** Puts what the page says now in the place of what is saved. */
  keepNew(): Promise<void>;
  openLibrary(): void;
  readAgain(options?: ReadOptions): Promise<void>;
  /** Puts a block back that was left out, or takes it out again. */
  togglePutBack(at: number): void;
  /** Goes to the page, to pick the article there. */
  pick(): Promise<void>;
  /** Leaves the selection, or what was picked, for the whole article. */
  readWholePage(): Promise<void>;
}

const LOOK_AGAIN = 400;

/** Everything the popup does, without a page. */
export function createPopupModel(world: PopupWorld): PopupModel {
  const tab = signal<PopupTab | null>(null);
  const reading = signal<Reading | null>(null);
  const painted = signal(false);
  const saving = signal<Saving>({ is: 'unknown' });
  const tags = signal<readonly string[]>([]);
  const changed = signal<Changed | null>(null);
  const savedCount = signal<number | null>(null);

  const count = async (): Promise<void> => {
    const counts = await world.send('library/counts');
    savedCount.value = counts.ok ? counts.value.all : null;
  };

  /** The article that was there before this visit is compared once it is known what is not in this one. */
  const compare = async (): Promise<void> => {
    const [current, known] = [reading.value, saving.value];
    if (!current?.ok || known.is !== 'saved' || !known.before || replace) return;
    const found = await changedSince(current.value, known.id, world);
    if (saving.value === known && !replace) changed.value = found;
  };

  const lookUp = async (url: string): Promise<void> => {
    const saved = await world.send('article/saved-as', url);
    if (saved.ok && saved.value) tags.value = saved.value.tags;
    // What the person did meanwhile is newer than the answer.
    if (saving.value.is === 'saving' || saving.value.is === 'saved') return;
    saving.value =
      // Of an address that waits for its text, saving is what fills it.
      saved.ok && saved.value && !saved.value.waiting
        ? { is: 'saved', id: saved.value.id, before: true }
        : { is: 'unsaved' };
  };

  /** While the page loads we look again by ourselves, until the person chooses. */
  let lookingAgain: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  const take = (value: Reading): void => {
    reading.value = value;
    // The background may have to wake up, in the process that paints the article.
    if (value.ok)
      void world
        .painted()
        .then(() => Promise.all([lookUp(value.value.url), rest.look()]))
        .then(compare);
    else if (value.reason === 'still-loading')
      lookingAgain = setTimeout(() => void model.readAgain(), LOOK_AGAIN);
  };

  /** What is saved is no longer what is shown: the next save takes its place. */
  let replace = false;
  const changedByHand = (): void => {
    replace = true;
    changed.value = null;
    if (saving.value.is === 'saved') saving.value = { is: 'unsaved' };
  };

  const rest = createRestModel(world.pages, {
    draft: () => (reading.value?.ok ? reading.value.value : null),
    show: (draft) => (reading.value = done(draft)),
    onLonger: changedByHand,
  });

  void world.tab.then((value) => (tab.value = value));
  void world.reading.then((value) => {
    take(value);
    void world.painted().then(() => {
      painted.value = true;
      return count();
    });
  });
  world.onLibraryChange(() => void count());

  const model: PopupModel = {
    tab,
    reading,
    painted,
    saving,
    changed,
    tags,
    savedCount,
    rest,
    async save() {
      const current = reading.value;
      if (!current?.ok || saving.value.is === 'saving' || saving.value.is === 'saved') return;
      saving.value = { is: 'saving' };
      try {
        const receipt = await world.send('article/save', {
          draft: await world.clean(current.value),
          ...(tab.value?.id !== undefined && { tabId: tab.value.id }),
          replace,
        });
        saving.value = receipt.ok
          ? { is: 'saved', id: receipt.value.id, before: receipt.value.already, replaced: replace }
          : { is: 'failed', reason: receipt.reason };
      } catch (error) {
        saving.value = { is: 'failed', reason: 'no-answer' };
        throw error;
      }
      await count();
    },
    async undo() {
      changed.value = null;
      const current = saving.value;
      if (current.is !== 'saved' && current.is !== 'removed') return;
      const { id } = current;
      const result = await world.send('library/do', [removal(id, current.is === 'saved')]);
      if (!result.ok) saving.value = { is: 'failed', reason: result.reason };
      else if (current.is === 'removed') saving.value = { is: 'saved', id, before: true };
      else saving.value = current.before ? { is: 'removed', id } : { is: 'unsaved' };
      await count();
    },
    async openReader() {
      const current = reading.value;
      if (saving.value.is === 'saved') world.openPage('reader', { id: saving.value.id });
      else if (current?.ok) {
        const key = await world.send('draft/keep', current.value);
        const { id } = await world.tab;
        world.openPage('draft', { key, ...(id !== undefined && { tab: String(id) }) });
      }
    },
    async openChanges() {
      const known = saving.value;
      if (!changed.value || known.is !== 'saved') return;
      const key = await world.send('draft/keep', changed.value.draft);
      const { id } = await world.tab;
      world.openPage('reader', {
        id: known.id,
        with: key,
        ...(id !== undefined && { tab: String(id) }),
      });
    },
    async keepNew() {
      if (!changed.value) return;
      reading.value = done(changed.value.draft);
      changedByHand();
      await model.save();
    },
    openLibrary: () => world.openPage('library'),
    async readAgain(options) {
      clearTimeout(lookingAgain);
      if (options) reading.value = null;
      const mine = (latest += 1);
      const value = await world.readAgain(options ?? {});
      if (mine === latest) take(value);
    },
    togglePutBack(at) {
      const current = reading.value;
      if (!current?.ok) return;
      reading.value = done(togglePutBack(current.value, at));
      changedByHand();
    },
    async pick() {
      const refused = await world.pickOnPage();
      if (refused) reading.value = failed(refused);
    },
    async readWholePage() {
      const mine = (latest += 1);
      const value = await world.readAgain({
        wholePage: true,
        forgetPicked: true,
        evenIfLarge: true,
        evenIfLoading: true,
      });
      if (mine !== latest) return;
      changedByHand();
      take(value);
    },
  };
  return model;
}
