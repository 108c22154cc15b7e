import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HighlightColour } from '../../article/highlight.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import { Colours } from './Colours.tsx';
import styles from './highlights.module.css';
import { placeNear } from './place-near.ts';

interface ToolbarProps {
  /** Where the selected words stand in the window. */
  at: DOMRect;
  /** The article is saved with the first highlight. */
  savesFirst: boolean;
  onMark: (colour: HighlightColour) => void;
  onNote: () => void;
  onCopy: () => void;
}

/** What can be done with selected words. */
export function Toolbar({ at, savesFirst, onMark, onNote, onCopy }: ToolbarProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => placeNear(box.current!, at), [at]);
  return (
    <div
      ref={box}
      class={`${styles['box']} ${styles['toolbar']}`}
      role="toolbar"
      aria-label={t('markToolbar')}
      tabIndex={-1}
      // The selection stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Colours onChoose={onMark} />
      <Button label={t('markNote')} onClick={onNote} />
      <Button label={t('markCopy')} onClick={onCopy} />
      {savesFirst && <p class={styles['hint']}>{t('markSavesFirst')}</p>}
    </div>
  );
}
