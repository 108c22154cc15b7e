import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/Icon.tsx';
import { t, tCount } from '../../ui/strings.ts';
import type { Shown } from './model.ts';
import styles from './reader.module.css';

interface ReaderBarProps {
  shown: Shown;
  /** Null while it is not known. */
  minutesLeft: number | null;
  libraryAddress: string;
  onSave: () => void;
  onArchive: () => void;
  onFavourite: () => void;
  onRemove: () => void;
  /** How many highlights the article has, and the way to their list; null until that is there. */
  highlights: { count: number; toggle: () => void } | null;
  /** What helps to read: it comes first. */
  tools: ComponentChildren;
  /** The menus, at the end. */
  children: ComponentChildren;
}

/**
 * Back; what helps to read; what becomes of the article; the menus. In a narrow window what is needed
 * now and then (`.roomy`) stands in the menu instead.
 */
export function ReaderBar({
  shown,
  minutesLeft,
  libraryAddress,
  onSave,
  onArchive,
  onFavourite,
  onRemove,
  highlights,
  tools,
  children,
}: ReaderBarProps): JSX.Element {
  const saved = shown.is === 'saved' ? shown.article : null;
  const original = saved?.url ?? (shown.is === 'draft' ? shown.draft.url : null);
  const archived = saved?.place === 'archive';
  return (
    <header class={styles['bar']} data-reader-bar>
      <a class={controls['button']} href={libraryAddress} aria-label={t('savedArticles')}>
        <Icon name="back" />
        <span class={styles['back']}>{t('savedArticles')}</span>
      </a>
      <span class={styles['gap']}>
        {minutesLeft !== null && minutesLeft > 0 && tCount('placeMinutesLeft', minutesLeft)}
      </span>
      {shown.is === 'draft' && (
        <Button label={t('save')} icon="save" kind="main" onClick={onSave} />
      )}
      {tools}
      {saved && highlights && (
        <span class={styles['roomy']}>
          <Button label={t('markAll')} icon="mark" iconOnly onClick={highlights.toggle} />
        </span>
      )}
      <span class={styles['apart']} />
      {saved && (
        <>
          <Button
            label={archived ? t('unarchive') : t('archive')}
            icon={archived ? 'unarchive' : 'archive'}
            iconOnly
            onClick={onArchive}
          />
          <Button
            label={t('favourite')}
            icon="star"
            iconOnly
            pressed={saved.favourite}
            filled={saved.favourite}
            onClick={onFavourite}
          />
          <span class={styles['roomy']}>
            <Button label={t('remove')} icon="remove" iconOnly onClick={onRemove} />
          </span>
        </>
      )}
      {original && (
        <a
          class={`${controls['button']} ${styles['roomy']}`}
          href={original}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('openOriginal')}
          title={t('openOriginal')}
        >
          <Icon name="tab" />
        </a>
      )}
      <span class={styles['apart']} />
      {children}
    </header>
  );
}
