import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleRow } from '../../article/article.ts';
import { folded } from '../../article/folded.ts';
import { cleanTag, tagKey } from '../../article/library-change.ts';
import type { TagCount } from '../../article/library-query.ts';

/** A tag in the editor. */
export interface EditedTag {
  tag: string;
  /** How many of the articles have it; all of them when it was just added. */
  count: number;
  isOnAll: boolean;
}

/** What can be chosen while one types. */
export interface TagOption {
  tag: string;
  isNew: boolean;
}

/** The tags of one or many articles while they are being changed; nothing is kept until it is asked for. */
export interface TagEdit {
  tags: ReadonlySignal<readonly EditedTag[]>;
  text: ReadonlySignal<string>;
  options: ReadonlySignal<readonly TagOption[]>;
  type(text: string): void;
  /** Puts a tag on all articles, and empties the field. */
  add(tag: string): void;
  remove(tag: string): void;
  /** What is to be done; what still stands in the field counts. */
  changes(): { add: string[]; remove: string[] };
}

const MOST_OPTIONS = 8;

/** Begins with what `rows` have, which are all or the first of the articles to be changed. */
export function createTagEdit(rows: readonly ArticleRow[], known: readonly TagCount[]): TagEdit {
  const had = tagsOf(rows);
  const added = signal<ReadonlyMap<string, string>>(new Map());
  const removed = signal<ReadonlySet<string>>(new Set());
  const text = signal('');
  const searchable = known.map(({ tag }) => ({ tag, key: tagKey(tag), text: folded(tag) }));

  const tags = computed((): EditedTag[] => {
    const before = [...had].filter(([key]) => !removed.value.has(key));
    const kept = before.map(([key, { tag, count }]) => {
      const isOnAll = count === rows.length || added.value.has(key);
      return { tag, count: isOnAll ? rows.length : count, isOnAll };
    });
    const fresh = [...added.value].filter(([key]) => !had.has(key) || removed.value.has(key));
    return [...kept, ...fresh.map(([, tag]) => ({ tag, count: rows.length, isOnAll: true }))];
  });

  const options = computed((): TagOption[] => {
    const typed = cleanTag(text.value);
    const on = new Set(tags.value.filter(({ isOnAll }) => isOnAll).map(({ tag }) => tagKey(tag)));
    const looked = folded(typed);
    const rank = (name: string): number =>
      name.startsWith(looked) ? 0 : name.includes(` ${looked}`) ? 1 : name.includes(looked) ? 2 : 3;
    const matching = searchable
      .filter((one) => !on.has(one.key))
      .map((one) => ({ tag: one.tag, isNew: false, rank: rank(one.text) }))
      .filter((one) => one.rank < 3)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST_OPTIONS);
    const key = tagKey(typed);
    const isKnown = on.has(key) || searchable.some((one) => one.key === key);
    const found = matching.map(({ tag, isNew }) => ({ tag, isNew }));
    return key && !isKnown ? [...found, { tag: typed, isNew: true }] : found;
  });

  const add = (given: string): void => {
    const key = tagKey(given);
    text.value = '';
    if (!key) return;
    const tag = searchable.find((one) => one.key === key)?.tag ?? cleanTag(given);
    added.value = new Map([...added.value, [key, tag]]);
  };
  return {
    tags,
    text,
    options,
    add,
    type: (typed) => (text.value = typed),
    remove(tag) {
      const key = tagKey(tag);
      added.value = new Map([...added.value].filter(([one]) => one !== key));
      if (had.has(key)) removed.value = new Set([...removed.value, key]);
    },
    changes() {
      if (cleanTag(text.value)) add(text.value);
      const toAdd = [...added.value].filter(([key]) => had.get(key)?.count !== rows.length);
      return {
        add: toAdd.map(([, tag]) => tag),
        remove: [...had]
          .filter(([key]) => removed.value.has(key) && !added.value.has(key))
          .map(([, { tag }]) => tag),
      };
    },
  };
}

function tagsOf(rows: readonly ArticleRow[]): Map<string, { tag: string; count: number }> {
  const tags = new Map<string, { tag: string; count: number }>();
  for (const row of rows) {
    for (const tag of row.tags) {
      const known = tags.get(tagKey(tag));
      if (known) known.count += 1;
      else tags.set(tagKey(tag), { tag, count: 1 });
    }
  }
  return tags;
}
