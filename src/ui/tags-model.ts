import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../article/article.ts';
import type { Deed } from '../article/library-change.ts';
import type { Send } from '../messages/protocol.ts';

/** The tags of one article as a screen shows and changes them. */
export interface TagsModel {
  tags: ReadonlySignal<readonly string[]>;
  known: ReadonlySignal<readonly string[]>;
  /** Shows the tags of an article, as the library has them. */
  show(id: ArticleId, tags: readonly string[]): void;
  askKnown(): void;
  add(tag: string): void;
  remove(tag: string): void;
}

/** Changes are seen at once, and taken back if the library did not keep them. */
export function createTagsModel(send: Send): TagsModel {
  const tags = signal<readonly string[]>([]);
  const known = signal<readonly string[]>([]);
  let id: ArticleId | null = null;

  const perform = async (
    after: readonly string[],
    add: string[],
    remove: string[],
  ): Promise<void> => {
    if (id === null) return;
    const before = tags.value;
    tags.value = after;
    const deeds: Deed[] = [{ ids: [id], change: { is: 'tags', add, remove } }];
    const result = await send('library/do', deeds).catch(() => null);
    if (!result?.ok && tags.value === after) tags.value = before;
  };
  return {
    tags,
    known,
    show(shown, now) {
      id = shown;
      tags.value = now;
    },
    askKnown() {
      void send('tags/all').then((all) => {
        if (all.ok) known.value = all.value.map(({ tag }) => tag);
      });
    },
    add: (tag) => void perform([...tags.value, tag], [tag], []),
    remove: (tag) =>
      void perform(
        tags.value.filter((one) => one !== tag),
        [],
        [tag],
      ),
  };
}
