import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../../article/article.ts';
import type { ArticleEdit, Correctable, EditableArticle } from '../../../article/edit.ts';
import type { LibraryFailure } from '../../../article/library-query.ts';
import type { Send } from '../../../messages/protocol.ts';
import type { SafeHtml } from '../../../sanitize/safe-html.ts';
import type { EditedText } from './blocks.ts';

/** How editing reaches the world; fakes of a few lines in tests. */
export interface EditWorld {
  send: Send;
  clean: (html: string) => SafeHtml;
  /** Milliseconds after the last change until it is kept. */
  pause?: number;
}

/** How the copy stands. */
export interface Copy extends Correctable {
  /** The text that blocks are taken out of: the original, or a copy that cannot be traced back to it. */
  base: string;
  /** Its blocks that are taken out, by their place among all. */
  removed: readonly number[];
}

export type EditSaid = 'removed' | 'put-back' | 'undone' | 'original' | 'kept' | null;
export type EditTrouble = LibraryFailure | 'no-answer' | 'changed-elsewhere';

export interface EditModel {
  /** Null until the article is there. */
  copy: ReadonlySignal<Copy | null>;
  said: ReadonlySignal<EditSaid>;
  /** Why the last change is not kept; what was changed is still here. */
  trouble: ReadonlySignal<EditTrouble | null>;
  canUndo: ReadonlySignal<boolean>;
  isOriginal: ReadonlySignal<boolean>;
  load(id: ArticleId): Promise<void>;
  /** The text of `base` stands; `parse` gives markup as the page would show it. */
  textShown(text: EditedText, parse: (html: string) => Promise<Element>): Promise<void>;
  remove(block: number): void;
  putBack(block: number): void;
  /** Sets a fact; what is typed in one go is undone in one. */
  correct(fact: keyof Correctable, value: string): void;
  endTyping(): void;
  undo(): void;
  backToOriginal(): void;
  /** Keeps what is not kept yet, at once; answers whether all is. */
  keep(): Promise<boolean>;
}

const PAUSE = 500;

/** Corrects the copy of one article, without a page. */
export function createEditModel({ send, clean, pause = PAUSE }: EditWorld): EditModel {
  const copy = signal<Copy | null>(null);
  const said = signal<EditSaid>(null);
  const trouble = signal<EditTrouble | null>(null);
  const before = signal<readonly Copy[]>([]);
  let article: { id: ArticleId; original: EditableArticle['original'] } | null = null;
  let text: EditedText | null = null;
  /** The copy that was kept, whose text is not yet traced back to the original. */
  let untraced: string | null = null;
  let typing: keyof Correctable | null = null;
  /** What is on disk, as far as is known. */
  let kept: Copy | null = null;
  let keptHtml: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keeping: Promise<boolean> | null = null;

  const asSaved = (): Copy | null => {
    if (!article) return null;
    const { html, title, byline, publishedTime } = article.original;
    return { base: html, removed: [], title, byline, publishedTime };
  };
  const isOriginal = computed(() => isSame(copy.value, asSaved()));

  const put = (next: Copy, word: EditSaid): void => {
    // It is shown anew.
    if (next.base !== copy.value?.base) text = null;
    copy.value = next;
    said.value = word;
    clearTimeout(timer);
    timer = setTimeout(() => void model.keep(), pause);
  };
  const change = (part: Partial<Copy>, word: EditSaid): void => {
    if (!copy.value || !text) return;
    before.value = [...before.value, copy.value];
    typing = null;
    put({ ...copy.value, ...part }, word);
  };

  const editOf = ({ base, removed, ...facts }: Copy): ArticleEdit<SafeHtml> => {
    if (removed.length > 0) return { ...facts, html: clean(text!.without(removed)) };
    return base === article!.original.html ? facts : { ...facts, html: clean(base) };
  };

  const keepNow = async (): Promise<boolean> => {
    for (;;) {
      const now = copy.value;
      if (!article || !now || isSame(now, kept)) return true;
      if (!text) return false;
      const { id, original } = article;
      const edit = isSame(now, asSaved()) ? null : editOf(now);
      const asked = send('article/edit', { id, of: original.textSavedAt, edit });
      const answer = await asked.catch(() => null);
      trouble.value = !answer
        ? 'no-answer'
        : !answer.ok
          ? answer.reason
          : answer.value
            ? null
            : 'changed-elsewhere';
      if (trouble.value !== null) return false;
      kept = now;
      keptHtml = edit?.html;
      if (copy.value === now && said.value === null) said.value = 'kept';
    }
  };

  const model: EditModel = {
    copy,
    said,
    trouble,
    canUndo: computed(() => before.value.length > 0),
    isOriginal,
    async load(id) {
      const found = await send('article/editable', id).catch(() => null);
      if (!found?.ok || !found.value) {
        trouble.value = !found ? 'no-answer' : found.ok ? 'changed-elsewhere' : found.reason;
        return;
      }
      const { original, edit } = found.value;
      const { html, ...facts } = edit;
      article = { id, original };
      trouble.value = null;
      said.value = null;
      untraced = html ?? null;
      text = null;
      const start = { ...asSaved()!, ...facts };
      // What was changed here and left as it was can still be undone.
      const isLeft =
        kept !== null &&
        html === keptHtml &&
        isSame({ ...kept, base: start.base, removed: [] }, start);
      if (isLeft) untraced = null;
      else before.value = [];
      copy.value = isLeft ? kept : start;
      kept = copy.value;
      keptHtml = html;
    },
    async textShown(shown, parse) {
      const html = untraced;
      if (html === null) {
        text = shown;
        if (!isSame(copy.value, kept)) void model.keep();
        return;
      }
      const removed = shown.missingFrom(await parse(html));
      if (untraced !== html || !copy.value) return;
      untraced = null;
      if (removed) text = shown;
      kept = copy.value = { ...copy.value, ...(removed ? { removed } : { base: html }) };
    },
    remove(block) {
      const removed = copy.value?.removed ?? [];
      if (removed.includes(block)) return;
      change({ removed: [...removed, block].sort((a, b) => a - b) }, 'removed');
    },
    putBack: (block) =>
      change(
        { removed: (copy.value?.removed ?? []).filter((other) => other !== block) },
        'put-back',
      ),
    correct(fact, value) {
      if (!copy.value || !text || copy.value[fact] === value) return;
      if (typing === fact) put({ ...copy.value, [fact]: value }, null);
      else change({ [fact]: value }, null);
      typing = fact;
    },
    endTyping: () => (typing = null),
    undo() {
      const last = before.value.at(-1);
      if (!last) return;
      before.value = before.value.slice(0, -1);
      typing = null;
      put(last, 'undone');
    },
    backToOriginal() {
      const saved = asSaved();
      if (saved && !isOriginal.value) change(saved, 'original');
    },
    keep() {
      clearTimeout(timer);
      keeping ??= keepNow().finally(() => (keeping = null));
      return keeping;
    },
  };
  return model;
}

const isSame = (one: Copy | null, other: Copy | null): boolean =>
  one === other || JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = (copy: Copy | null): unknown =>
  copy && [copy.base, copy.removed, copy.title, copy.byline, copy.publishedTime];
