import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t } from '../../ui/strings.ts';
import type { Changed } from './changed.ts';
import styles from './popup.module.css';

interface ChangedLineProps {
  changed: Changed;
  onCompare: () => void;
  onKeep: () => void;
}

/** Says that a saved page has changed, with the two things one may want. */
export function ChangedLine({ changed, onCompare, onKeep }: ChangedLineProps): JSX.Element {
  const date = dateInWords(new Date(changed.savedAt).toISOString());
  return (
    <div class={styles['part']} role="status">
      <span>{t('versionChanged', date)}</span>
      <span class={styles['choices']}>
        <Button label={t('versionWhatChanged')} onClick={onCompare} />
        <Button label={t('versionKeepNew')} onClick={onKeep} />
      </span>
    </div>
  );
}
