import { type ReadonlySignal, signal } from '@preact/signals';

/** A line of the outline. */
export interface OutlineLine {
  text: string;
  /** 0 for the highest level of the article, with none left out below. */
  depth: number;
}

export interface OutlineModel {
  lines: ReadonlySignal<readonly OutlineLine[]>;
  /** The line of the section that is being read; -1 before the first. */
  current: ReadonlySignal<number>;
  /** There is room beside the text. */
  isBeside: ReadonlySignal<boolean>;
  /** The person wants it there. */
  isWanted: ReadonlySignal<boolean>;
  take(headings: readonly { text: string; level: number }[]): void;
  read(current: number): void;
  fit(isBeside: boolean): void;
  toggle(): void;
}

const CLOSED = 'outline-closed';

/** An outline is worth its room from two headings on. */
export function createOutlineModel(memory: {
  recall(name: string): unknown;
  remember(name: string, value: unknown): void;
}): OutlineModel {
  const lines = signal<readonly OutlineLine[]>([]);
  const current = signal(-1);
  const isBeside = signal(false);
  const isWanted = signal(memory.recall(CLOSED) !== true);
  return {
    lines,
    current,
    isBeside,
    isWanted,
    take(headings) {
      lines.value = headings.length > 1 ? outlineOf(headings) : [];
    },
    read: (now) => (current.value = now),
    fit: (now) => (isBeside.value = now),
    toggle() {
      isWanted.value = !isWanted.value;
      memory.remember(CLOSED, !isWanted.value);
    },
  };
}

/** Deeper than this the outline does not go in. */
const DEEPEST = 3;

/** Headings with levels that leave none out: h2, h4, h4, h3 is 0, 1, 1, 1. */
export function outlineOf(headings: readonly { text: string; level: number }[]): OutlineLine[] {
  const open: number[] = [];
  return headings.map(({ text, level }) => {
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    const depth = Math.min(DEEPEST, open.length);
    open.push(level);
    return { text, depth };
  });
}
