import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { type StringKey, t } from '../../ui/strings.ts';
import type { Deed, Toast } from './actions.ts';
import { troubleText } from './trouble-text.ts';
import styles from './undo-toast.module.css';

interface UndoToastProps {
  toast: Toast | null;
  onUndo: () => void;
  onClose: () => void;
  onHold: () => void;
  onLetGo: () => void;
}

/** Words for each thing that can be done to an article. */
export const DEEDS: Record<Deed | 'undone', StringKey> = {
  archived: 'listArchived',
  unarchived: 'listUnarchived',
  removed: 'listRemoved',
  favourited: 'listFavourited',
  unfavourited: 'listUnfavourited',
  undone: 'listUndone',
};

/** Says what was just done and offers to take it back; goes by itself, but not from under the pointer. */
export function UndoToast({
  toast,
  onUndo,
  onClose,
  onHold,
  onLetGo,
}: UndoToastProps): JSX.Element {
  // Pointer and focus may each be there when the other leaves; where the focus goes is known a turn later.
  const leave = ({ currentTarget }: { currentTarget: HTMLElement }): void => {
    setTimeout(() => {
      if (!currentTarget.matches(':hover, :focus-within')) onLetGo();
    });
  };
  return (
    <div class={styles['place']} role="status">
      {toast && (
        <div
          class={styles['toast']}
          onMouseEnter={onHold}
          onMouseLeave={leave}
          onFocusIn={onHold}
          onFocusOut={leave}
        >
          {toast.is === 'trouble' ? (
            <p class={styles['text']}>{troubleText(toast.reason)}</p>
          ) : (
            <p class={styles['text']}>
              {t(DEEDS[toast.is])} <bdi class={styles['title']}>{toast.title}</bdi>
            </p>
          )}
          {toast.is !== 'trouble' && toast.is !== 'undone' && (
            <Button label={t('undo')} onClick={onUndo} />
          )}
          <Button label={t('listClose')} icon="close" iconOnly onClick={onClose} />
        </div>
      )}
    </div>
  );
}
