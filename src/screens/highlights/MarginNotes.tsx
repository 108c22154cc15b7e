import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { HighlightId } from '../../article/highlight.ts';
import { t } from '../../ui/strings.ts';
import styles from './highlights.module.css';
import type { PlacedHighlight } from './model.ts';

interface MarginNotesProps {
  highlights: readonly PlacedHighlight[];
  /** Changes when the marks were drawn anew. */
  drawn: number;
  text: () => HTMLElement | null;
  markOf: (id: HighlightId) => HTMLElement | null;
  onOpen: (id: HighlightId, from: HTMLElement) => void;
}

/** Less than this is no margin to write in. */
const NARROWEST = 150;
const WIDEST = 230;
const GAP = 24;
const LONGEST = 220;

interface Placed {
  id: HighlightId;
  note: string;
  top: number;
}
interface Layout {
  left: number;
  width: number;
  notes: Placed[];
}

/** The notes beside their words, where the window is wide; elsewhere the sign before the words is all. */
export function MarginNotes(props: MarginNotesProps): JSX.Element | null {
  const { highlights, drawn, text, markOf, onOpen } = props;
  const [layout, setLayout] = useState<Layout | null>(null);
  useLayoutEffect(() => {
    const element = text();
    if (!element || !highlights.some(({ note, place }) => note && place)) {
      setLayout(null);
      return;
    }
    const look = (): void => setLayout(layoutOf(element, highlights, markOf));
    look();
    const watching = new ResizeObserver(look);
    watching.observe(element);
    watching.observe(document.documentElement);
    return () => watching.disconnect();
  }, [highlights, drawn]);
  if (!layout) return null;
  return (
    <>
      {layout.notes.map(({ id, note, top }) => (
        <button
          key={id}
          type="button"
          dir="auto"
          class={styles['margin']}
          aria-label={t('markNoteOf', note)}
          style={{ top: `${top}px`, left: `${layout.left}px`, width: `${layout.width}px` }}
          onClick={({ currentTarget }) => onOpen(id, currentTarget)}
        >
          {note}
        </button>
      ))}
    </>
  );
}

function layoutOf(
  text: HTMLElement,
  highlights: readonly PlacedHighlight[],
  markOf: (id: HighlightId) => HTMLElement | null,
): Layout | null {
  const box = text.getBoundingClientRect();
  const isRtl = getComputedStyle(text).direction === 'rtl';
  const room = isRtl ? box.left : document.documentElement.clientWidth - box.right;
  const width = Math.min(WIDEST, room - GAP - 16);
  if (width < NARROWEST || box.width === 0) return null;
  const left = isRtl ? box.left - GAP - width : box.right + GAP;
  const notes: Placed[] = [];
  let free = 0;
  for (const { id, note, place } of highlights) {
    const mark = note && place ? markOf(id) : null;
    if (!mark) continue;
    const top = Math.max(free, mark.getBoundingClientRect().top + scrollY);
    const shown = note.length > LONGEST ? `${note.slice(0, LONGEST)}…` : note;
    notes.push({ id, note: shown, top });
    // A guess that is never too low: letters of 13 px.
    const lines = shown
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil((line.length * 7.5 + 1) / (width - 12)), 0);
    free = top + lines * 19 + 12;
  }
  return { left, width, notes };
}
