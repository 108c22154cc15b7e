import type { JSX } from 'preact';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../article/highlight.ts';
import { type StringKey, t } from '../../ui/strings.ts';
import styles from './highlights.module.css';

/** The name of each colour. */
export const COLOUR_NAMES: Record<HighlightColour, StringKey> = {
  yellow: 'markYellow',
  green: 'markGreen',
  blue: 'markBlue',
  pink: 'markPink',
  purple: 'markPurple',
};

interface ColoursProps {
  /** The one it has; none for words that are not marked. */
  current?: HighlightColour | undefined;
  onChoose: (colour: HighlightColour) => void;
}

/** The five colours as buttons, each with its name and its own line. */
export function Colours({ current, onChoose }: ColoursProps): JSX.Element {
  return (
    <span class={styles['colours']} role="group" aria-label={t('markColour')}>
      {HIGHLIGHT_COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          class={styles['colour']}
          data-colour={colour}
          aria-label={t(COLOUR_NAMES[colour])}
          title={t(COLOUR_NAMES[colour])}
          aria-pressed={current === undefined ? undefined : current === colour}
          onClick={() => onChoose(colour)}
        >
          <span aria-hidden="true">a</span>
        </button>
      ))}
    </span>
  );
}
