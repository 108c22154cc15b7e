import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { type StringKey, t, tCount, uiLanguage } from '../../ui/strings.ts';
import type { Work } from './portions.ts';
import type { Toast, Told } from './toast.ts';
import { troubleText } from './trouble-text.ts';
import styles from './undo-toast.module.css';

interface UndoToastProps {
  toast: Toast | null;
  /** Something that takes long. */
  work: Work | null;
  /** Another bar lies below. */
  raised: boolean;
  onUndo: () => void;
  onCancel: () => void;
  onClose: () => void;
  onHold: () => void;
  onLetGo: () => void;
}

/** Words for each thing that can be done. */
export const DEEDS: Record<Told['is'], StringKey> = {
  archived: 'listArchived',
  unarchived: 'listUnarchived',
  removed: 'listRemoved',
  favourited: 'listFavourited',
  unfavourited: 'listUnfavourited',
  tagged: 'listTagged',
  'tag-renamed': 'listTagRenamed',
  'tags-merged': 'listTagsMerged',
  'tag-removed': 'listTagRemoved',
  'search-saved': 'listSearchSaved',
  'search-renamed': 'listSearchRenamed',
  'search-removed': 'listSearchRemoved',
  undone: 'listUndone',
};

/** Says what was just done and offers to take it back; goes by itself, but not from under the pointer. */
export function UndoToast(props: UndoToastProps): JSX.Element {
  const { toast, work, raised, onUndo, onCancel, onClose, onHold, onLetGo } = props;
  // Pointer and focus may each be there when the other leaves; where the focus goes is known a turn later.
  const leave = ({ currentTarget }: { currentTarget: HTMLElement }): void => {
    setTimeout(() => {
      if (!currentTarget.matches(':hover, :focus-within')) onLetGo();
    });
  };
  const place = raised ? `${styles['place']} ${styles['raised']}` : styles['place'];
  if (work)
    return (
      <div class={place} role="region" aria-label={t('listSelection')}>
        <Progress work={work} onCancel={onCancel} />
      </div>
    );
  return (
    <div class={place} role="status">
      {toast && (
        <div
          class={styles['toast']}
          onMouseEnter={onHold}
          onMouseLeave={leave}
          onFocusIn={onHold}
          onFocusOut={leave}
        >
          <p class={styles['text']}>
            {toast.is === 'trouble' ? troubleText(toast.reason) : <Words told={toast} />}
          </p>
          {toast.is !== 'trouble' && toast.is !== 'undone' && (
            <Button label={t('undo')} onClick={onUndo} />
          )}
          <Button label={t('listClose')} icon="close" iconOnly onClick={onClose} />
        </div>
      )}
    </div>
  );
}

function Words({ told }: { told: Told }): JSX.Element {
  const { is, title, count } = told;
  return (
    <>
      {t(DEEDS[is])}{' '}
      <bdi class={styles['title']}>
        {count === undefined ? title : tCount('listArticles', count)}
      </bdi>
    </>
  );
}

function Progress({ work, onCancel }: { work: Work; onCancel: () => void }): JSX.Element {
  const [done, of] = [work.done, work.of].map((count) => count.toLocaleString(uiLanguage()));
  return (
    <div class={styles['toast']}>
      <p class={styles['figures']}>{t('listWorking', done!, of!)}</p>
      <progress
        class={styles['progress']}
        value={work.done}
        max={work.of}
        aria-label={t('listWorking', done!, of!)}
      />
      <Button label={t('cancel')} onClick={onCancel} />
    </div>
  );
}
