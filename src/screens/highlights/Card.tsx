import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type HighlightColour, LONGEST_NOTE } from '../../article/highlight.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import { Colours } from './Colours.tsx';
import styles from './highlights.module.css';
import type { PlacedHighlight } from './model.ts';
import { placeNear } from './place-near.ts';

interface CardProps {
  highlight: PlacedHighlight;
  /** Where it stands in the window. */
  at: DOMRect;
  /** The person came to write. */
  writes: boolean;
  onColour: (colour: HighlightColour) => void;
  onNote: (note: string) => void;
  onCopy: () => void;
  onRemove: () => void;
  onClose: () => void;
}

/** In milliseconds after the last letter. */
const PAUSE = 700;

/** One highlight: its colour, its note, and what can be done with it. What is written is kept by itself. */
export function Card(props: CardProps): JSX.Element {
  const { highlight, at, writes, onColour, onNote, onCopy, onRemove, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState(highlight.note);
  const written = useRef(highlight.note);
  useLayoutEffect(() => {
    placeNear(box.current!, at, true);
    box.current!.querySelector<HTMLElement>(writes ? 'textarea' : 'button')!.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => onNote(note), PAUSE);
    return () => clearTimeout(timer);
  }, [note]);
  const keep = useRef(onNote);
  keep.current = onNote;
  useEffect(() => {
    // A popup goes without a word.
    const leave = (): void => keep.current(written.current);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <div
      ref={box}
      class={`${styles['box']} ${styles['card']}`}
      role="dialog"
      aria-label={t('markOne')}
    >
      <div class={styles['row']}>
        <Colours current={highlight.colour} onChoose={onColour} />
        <Button label={t('listClose')} icon="close" iconOnly onClick={onClose} />
      </div>
      <textarea
        class={styles['note']}
        rows={3}
        dir="auto"
        maxLength={LONGEST_NOTE}
        aria-label={t('markNote')}
        placeholder={t('markNotePlaceholder')}
        value={note}
        onInput={({ currentTarget }) => {
          written.current = currentTarget.value;
          setNote(currentTarget.value);
        }}
      />
      <div class={styles['row']}>
        <Button label={t('markCopy')} onClick={onCopy} />
        <Button label={t('remove')} onClick={onRemove} />
      </div>
    </div>
  );
}
