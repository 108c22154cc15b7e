import type { JSX } from 'preact';
import { Button } from '../../../ui/Button.tsx';
import { type StringKey, t } from '../../../ui/strings.ts';
import { libraryFailureText } from '../../failures.ts';
import styles from './editing.module.css';
import type { EditModel, EditSaid, EditTrouble } from './model.ts';

interface EditBarProps {
  model: EditModel;
  onDone: () => void;
  onUndo: () => void;
}

const SAID: Record<NonNullable<EditSaid>, StringKey> = {
  removed: 'editRemoved',
  'put-back': 'editIsBack',
  undone: 'editUndone',
  original: 'editIsOriginal',
  kept: 'saved',
};

/** What was just done, the way back, and the way out; always in view. */
export function EditBar({ model, onDone, onUndo }: EditBarProps): JSX.Element {
  const { said, trouble, canUndo, isOriginal } = model;
  return (
    <div class={styles['bar']} role="group" aria-label={t('edit')}>
      {trouble.value === null ? (
        <p role="status" class={styles['said']}>
          {said.value && t(SAID[said.value])}
        </p>
      ) : (
        <p role="alert" class={styles['trouble']}>
          {troubleText(trouble.value)}
        </p>
      )}
      {trouble.value !== null && trouble.value !== 'changed-elsewhere' && (
        <Button label={t('tryAgain')} onClick={() => void model.keep()} />
      )}
      <Button label={t('undo')} disabled={!canUndo.value} onClick={onUndo} />
      <Button
        label={t('editBackToOriginal')}
        disabled={isOriginal.value}
        onClick={model.backToOriginal}
      />
      <Button label={t('editDone')} kind="main" onClick={onDone} />
    </div>
  );
}

const troubleText = (trouble: EditTrouble): string =>
  trouble === 'changed-elsewhere'
    ? t('editChangedElsewhere')
    : `${libraryFailureText(trouble)} ${t('editStillHere')}`;
