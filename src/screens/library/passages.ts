import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../article/article.ts';
import type { Passage } from '../../article/library-query.ts';
import { answerOf, type LibraryWorld } from './world.ts';

/** Where the searched words stand in the articles that are in view. */
export interface Passages {
  passages: ReadonlySignal<ReadonlyMap<ArticleId, Passage>>;
  /** Fetches what is missing for rows in view, once they are painted and stay a moment. */
  want(ids: readonly ArticleId[], words: string): void;
}

const REST = 90;
const BATCH = 30;
const MOST = 2000;

/** No passages yet. */
export function createPassages(world: LibraryWorld): Passages {
  const passages = signal<ReadonlyMap<ArticleId, Passage>>(new Map());
  let known = '';
  let wanted: readonly ArticleId[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;
  let fetching = false;
  /** Asked for and without a passage: it is not asked for again. */
  const asked = new Set<ArticleId>();

  const fetchWanted = async (): Promise<void> => {
    if (fetching) return;
    fetching = true;
    for (;;) {
      const words = known;
      const ids = wanted.filter((id) => !asked.has(id)).slice(0, BATCH);
      if (!words || ids.length === 0) break;
      const answer = await answerOf(world.send('library/passages', { ids, words }));
      if (words !== known) continue;
      // The list is complete without them.
      if (!answer.ok) break;
      for (const id of ids) asked.add(id);
      const next = new Map(passages.value.size > MOST ? [] : passages.value);
      if (next.size < passages.value.size) asked.clear();
      for (const id of ids) {
        const passage = answer.value[id];
        if (passage) next.set(id, passage);
      }
      passages.value = next;
    }
    fetching = false;
  };

  return {
    passages,
    want(ids, words) {
      clearTimeout(resting);
      if (words !== known) {
        known = words;
        asked.clear();
        if (passages.value.size > 0) passages.value = new Map();
      }
      wanted = ids;
      if (hasPlainWords(words)) resting = setTimeout(() => void fetchWanted(), REST);
    },
  };
}

/** Operators alone, such as `is:unread`, stand nowhere in a text. */
const hasPlainWords = (words: string): boolean =>
  words
    .replaceAll(/(?:^|\s)-?\p{L}+:(?:"[^"]*"?|\S*)/gu, ' ')
    .split(/\s+/)
    .some((word) => word !== '' && !word.startsWith('-'));
