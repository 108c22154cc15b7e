import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import type { Saving } from './model.ts';
import styles from './popup.module.css';

interface BarProps {
  saving: Saving;
  canSave: boolean;
  /** There is no article, and none is on its way. */
  nothingToSave: boolean;
  /** Null while it is not known. */
  savedCount: number | null;
  onSave: () => void;
  onUndo: () => void;
  onPick: () => void;
  onOpenReader: () => void;
  onOpenLibrary: () => void;
  children: ComponentChildren;
}

/** What one can do with the article: save, read in a tab, go to the saved ones, change the look. */
export function Bar({
  saving,
  canSave,
  nothingToSave,
  savedCount,
  onSave,
  onUndo,
  onPick,
  onOpenReader,
  onOpenLibrary,
  children,
}: BarProps): JSX.Element {
  const label = savedCount === null ? t('savedArticles') : tCount('savedArticlesCount', savedCount);
  return (
    <header>
      <div class={styles['bar']} role="toolbar" aria-label={t('articleActions')}>
        {saving.is === 'saved' || saving.is === 'removed' ? (
          <>
            <span class={styles['saved']} role="status">
              {saidOf(saving)}
            </span>
            <Button
              label={saving.is === 'saved' && saving.before ? t('removeFromSaved') : t('undo')}
              onClick={onUndo}
            />
          </>
        ) : (
          !nothingToSave && (
            <Button
              label={saving.is === 'saving' ? t('saving') : t('save')}
              icon="save"
              kind="main"
              disabled={!canSave || saving.is === 'saving'}
              onClick={onSave}
            />
          )
        )}
        <span class={styles['gap']} />
        {children}
        <Button label={t('pickByHand')} icon="pick" iconOnly disabled={!canSave} onClick={onPick} />
        <Button
          label={t('openInTab')}
          icon="tab"
          iconOnly
          disabled={!canSave}
          onClick={onOpenReader}
        />
        <Button label={label} icon="list" onClick={onOpenLibrary}>
          <span class={styles['count']}>{savedCount ?? ''}</span>
        </Button>
      </div>
    </header>
  );
}

function saidOf(saving: Saving): string {
  if (saving.is === 'removed') return t('removed');
  return saving.is === 'saved' && saving.before && !saving.replaced
    ? t('alreadySaved')
    : t('saved');
}
