import type { ComponentChildren, JSX } from 'preact';
import type { Lost } from '../../article/library-mark.ts';
import type { LibraryQuery, Shelf } from '../../article/library-query.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t, tCount } from '../../ui/strings.ts';
import { troubleText } from './trouble-text.ts';
import styles from './notices.module.css';
import type { Trouble } from './world.ts';

function Notice({
  title,
  children,
}: {
  title: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={styles['notice']}>
      <h2 class={styles['title']}>{title}</h2>
      {children}
    </section>
  );
}

/** What to do first, while nothing is saved. */
export function EmptyLibrary({
  saveKeys,
  lost,
}: {
  saveKeys: string;
  /** There was something before. */
  lost: boolean;
}): JSX.Element {
  return (
    <Notice title={lost ? t('listBeginAgain') : t('listEmptyLibrary')}>
      <p class={styles['lead']}>
        <img src="/icons/32.png" alt="" width="32" height="32" />
        <span>{t('listEmptyLibraryText')}</span>
      </p>
      {saveKeys && <p>{t('listEmptyLibraryKeys', saveKeys)}</p>}
    </Notice>
  );
}

/** A shelf with nothing on it, while others have something. */
export function EmptyShelf({ shelf }: { shelf: Shelf }): JSX.Element {
  const [title, text] = {
    unread: [t('listEmptyUnread'), t('listEmptyUnreadText')],
    archive: [t('listEmptyArchive'), t('listEmptyArchiveText')],
    favourites: [t('listEmptyFavourites'), t('listEmptyFavouritesText')],
    all: [t('listEmptyLibrary'), t('listEmptyLibraryText')],
  }[shelf];
  return (
    <Notice title={title}>
      <p>{text}</p>
    </Notice>
  );
}

interface NoResultProps {
  query: LibraryQuery;
  onSearchAll: () => void;
  onAnyTime: () => void;
  onClear: () => void;
}

/** A search that found nothing, and where else to look. */
export function NoResult(props: NoResultProps): JSX.Element {
  const { query, onSearchAll, onAnyTime, onClear } = props;
  const { words, minutes, shelf } = query;
  const title = words ? t('listNoResult', words) : t('listNoResultTime', minutes!);
  const sentence = shelf === 'all' ? t('listNoResultAll') : t('listNoResultShelf');
  return (
    <Notice title={title}>
      <p>{words ? sentence : t('listNoResultTimeText')}</p>
      {words && minutes !== undefined && <p>{t('listNoResultTimeToo', minutes)}</p>}
      <p class={styles['buttons']}>
        {minutes !== undefined && (
          <Button label={t('listTimeAny')} kind="main" onClick={onAnyTime} />
        )}
        {shelf !== 'all' && (
          <Button
            label={t('listSearchAll')}
            {...(minutes === undefined && { kind: 'main' as const })}
            onClick={onSearchAll}
          />
        )}
        {words && <Button label={t('listClearSearch')} onClick={onClear} />}
      </p>
    </Notice>
  );
}

/** Why there is no list, and what may help. */
export function FailedList({
  reason,
  onTryAgain,
  children,
}: {
  reason: Trouble;
  onTryAgain: () => void;
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <Notice title={t('listFailed')}>
      <p role="alert">{troubleText(reason)}</p>
      <p class={styles['buttons']}>
        <Button label={t('tryAgain')} kind="main" onClick={onTryAgain} />
      </p>
      {children}
    </Notice>
  );
}

/** The browser lost the library: what there was, and what can be done. */
export function LostLibrary({
  lost,
  restoreAddress,
  onSeen,
}: {
  lost: Lost;
  restoreAddress: string;
  onSeen: () => void;
}): JSX.Element {
  const day = dateInWords(new Date(lost.at).toISOString());
  return (
    <Notice title={t('lostTitle')}>
      <p>{tCount('lostText', lost.articles, day)}</p>
      <p>{t('lostWhatToDo')}</p>
      <p class={styles['buttons']}>
        <a class={styles['link']} href={restoreAddress}>
          {t('lostRestore')}
        </a>
        <Button label={t('lostSeen')} onClick={onSeen} />
      </p>
    </Notice>
  );
}

/** Some articles cannot be read; above the list of the others. */
export function DamagedArticles({ count }: { count: number }): JSX.Element {
  return (
    <p class={styles['damaged']} role="status">
      {tCount('listDamaged', count)}
    </p>
  );
}

/** A backup is due, and cannot be made by itself. */
export function BackupReminder({
  last,
  backupAddress,
  onLater,
}: {
  last: number;
  backupAddress: string;
  onLater: () => void;
}): JSX.Element {
  return (
    <p class={styles['reminder']} role="status">
      <span>
        {last > 0 ? t('backupDue', dateInWords(new Date(last).toISOString())) : t('backupDueFirst')}
      </span>{' '}
      <a class={styles['link']} href={backupAddress}>
        {t('backupMake')}
      </a>
      <Button label={t('backupLater')} onClick={onLater} />
    </p>
  );
}
