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
  children: ComponentChildren;
}

/** Back, original, archive, favourite, remove; or Save for an article that is not saved yet. */
export function ReaderBar({
  shown,
  minutesLeft,
  libraryAddress,
  onSave,
  onArchive,
  onFavourite,
  onRemove,
  children,
}: ReaderBarProps): JSX.Element {
  const saved = shown.is === 'saved' ? shown.article : null;
  const original = saved?.url ?? (shown.is === 'draft' ? shown.draft.url : null);
  const archived = saved?.place === 'archive';
  return (
    <header class={styles['bar']}>
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
      {original && (
        <a
          class={controls['button']}
          href={original}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('openOriginal')}
          title={t('openOriginal')}
        >
          <Icon name="tab" />
        </a>
      )}
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
          <Button label={t('remove')} icon="remove" iconOnly onClick={onRemove} />
        </>
      )}
      {children}
    </header>
  );
}
