import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleDraft, EarlierVersion, SavedArticle, Time } from '../../article/article.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import { textOf } from '../../article/text-of.ts';
import type { Send } from '../../messages/protocol.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import type { Stretch } from './difference.ts';

/** How the versions of an article reach the world; fakes of a few lines in tests. */
export interface VersionsWorld {
  send: Send;
  clean: (draft: ArticleDraft) => Promise<CleanDraft>;
  /** Loaded when first needed. */
  differenceOf: (before: string[], after: string[], lang: string) => Promise<Stretch[]>;
}

/** Two texts of an article side by side in time. */
export interface Comparing {
  before: Time;
  /** Null for what the page says now. */
  after: Time | null;
  stretches: Stretch[];
}

export type VersionsSaid = 'kept' | 'brought-back' | 'new-gone' | LibraryFailure | null;

export interface VersionsModel {
  /** Null until they were asked for. */
  list: ReadonlySignal<EarlierVersion[] | null>;
  comparing: ReadonlySignal<Comparing | null>;
  said: ReadonlySignal<VersionsSaid>;
  /** The way back from what was just done. */
  canUndo: ReadonlySignal<boolean>;
  load(article: SavedArticle): Promise<void>;
  /** Shows what changed from an earlier version to the article. */
  compare(article: SavedArticle, version: EarlierVersion): Promise<void>;
  /** Shows what changed from the article to what the popup found on the page. */
  compareNew(article: SavedArticle, key: string): Promise<void>;
  leave(): void;
  bringBack(article: SavedArticle, savedAt: Time): Promise<void>;
  /** Puts what the popup found in the place of the article. */
  keepNew(): Promise<void>;
  undo(article: SavedArticle): Promise<void>;
}

interface Text {
  title: string;
  html: string;
}

/** Headline and paragraphs. */
const blocksOf = ({ title, html }: Text): string[] => [
  title,
  ...textOf(html).split('\n').filter(Boolean),
];

/** The earlier and later texts of an article, without a page. */
export function createVersionsModel(world: VersionsWorld, tabId?: number): VersionsModel {
  const list = signal<EarlierVersion[] | null>(null);
  const comparing = signal<Comparing | null>(null);
  const said = signal<VersionsSaid>(null);
  const undoTo = signal<Time | null>(null);
  const canUndo = signal(false);
  let fresh: ArticleDraft | null = null;

  const show = async (
    [before, after]: [Text, Text],
    dates: Omit<Comparing, 'stretches'>,
    lang: string,
  ): Promise<void> => {
    const stretches = await world.differenceOf(blocksOf(before), blocksOf(after), lang);
    comparing.value = { ...dates, stretches };
  };
  const sayDone = (what: VersionsSaid, back: Time | null): void => {
    said.value = what;
    undoTo.value = back;
    canUndo.value = back !== null;
    comparing.value = null;
    list.value = null;
  };

  const model: VersionsModel = {
    list,
    comparing,
    said,
    canUndo,
    async load({ id }) {
      const found = await world.send('article/versions', id);
      if (found.ok) list.value = found.value;
      else said.value = found.reason;
    },
    compare: (article, version) =>
      show(
        [version, article],
        { before: version.savedAt, after: article.textSavedAt },
        article.lang,
      ),
    async compareNew(article, key) {
      const draft = await world.send('draft/get', key);
      if (!draft) {
        said.value = 'new-gone';
        return;
      }
      fresh = draft;
      const { title, html } = await world.clean(draft);
      const dates = { before: article.textSavedAt, after: null };
      await show([article, { title, html }], dates, article.lang);
    },
    leave: () => (comparing.value = null),
    async bringBack({ id }, savedAt) {
      const result = await world.send('article/bring-back', { id, savedAt });
      if (result.ok) sayDone('brought-back', result.value);
      else said.value = result.reason;
    },
    async keepNew() {
      if (!fresh) return;
      const draft = await world.clean(fresh);
      const receipt = await world.send('article/save', {
        draft,
        replace: true,
        ...(tabId !== undefined && { tabId }),
      });
      if (!receipt.ok) {
        said.value = receipt.reason;
        return;
      }
      const versions = await world.send('article/versions', receipt.value.id);
      sayDone('kept', versions.ok ? (versions.value[0]?.savedAt ?? null) : null);
    },
    async undo(article) {
      const back = undoTo.value;
      if (back === null) return;
      await model.bringBack(article, back);
      if (said.value === 'brought-back') sayDone(null, null);
    },
  };
  return model;
}
