import type { JSX } from 'preact';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import styles from './edited-line.module.css';

/** Below an article: that this is the person's own copy. */
export function EditedLine({ onEdit }: { onEdit: () => void }): JSX.Element {
  return (
    <p class={styles['line']}>
      <span>{t('editedCopy')}</span>
      <Button label={t('edit')} onClick={onEdit} />
    </p>
  );
}
