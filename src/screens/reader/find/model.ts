import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Span } from './matches.ts';

export interface FindModel {
  isOpen: ReadonlySignal<boolean>;
  typed: ReadonlySignal<string>;
  /** The words of the list's search are sought by its rules, until the person types. */
  bySearch: ReadonlySignal<boolean>;
  spans: ReadonlySignal<readonly Span[]>;
  /** The match that is gone to, from 0; -1 for none. */
  at: ReadonlySignal<number>;
  /** Grows with every wish to have the keyboard in the field. */
  asked: ReadonlySignal<number>;
  open(): void;
  close(): void;
  type(typed: string): void;
  /** What was found, and which of it comes first from where the person reads. */
  take(spans: readonly Span[], first: number): void;
  /** To the next match (1) or the one before (-1), round the ends. */
  step(by: 1 | -1): void;
  /** "3 of 12" as numbers; null while nothing is sought. */
  count: ReadonlySignal<{ at: number; of: number } | null>;
}

/** Finding words in one article; opened at once where the article was found by some. */
export function createFindModel(words: string): FindModel {
  const isOpen = signal(words !== '');
  const typed = signal(words);
  const bySearch = signal(words !== '');
  const spans = signal<readonly Span[]>([]);
  const at = signal(-1);
  const asked = signal(0);
  return {
    isOpen,
    typed,
    bySearch,
    spans,
    at,
    asked,
    open() {
      isOpen.value = true;
      asked.value += 1;
    },
    close() {
      isOpen.value = false;
      bySearch.value = false;
    },
    type(now) {
      bySearch.value = false;
      typed.value = now;
    },
    take(found, first) {
      spans.value = found;
      at.value = found.length === 0 ? -1 : first % found.length;
    },
    step(by) {
      const { length } = spans.value;
      if (length > 0) at.value = (at.value + by + length) % length;
    },
    count: computed(() =>
      typed.value.trim() ? { at: at.value + 1, of: spans.value.length } : null,
    ),
  };
}
