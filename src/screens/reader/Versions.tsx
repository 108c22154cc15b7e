import type { JSX } from 'preact';
import type { SavedArticle, Time } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t, uiLanguage } from '../../ui/strings.ts';
import { libraryFailureText } from '../failures.ts';
import type { VersionsModel, VersionsSaid } from './versions.ts';
import styles from './versions.module.css';

interface VersionsProps {
  article: SavedArticle;
  versions: VersionsModel;
}

const day = (time: Time): string => dateInWords(new Date(time).toISOString());

/** A day, and the time of day where several of the times fall on it. */
function whenOf(times: readonly Time[]): (time: Time) => string {
  const days = times.map(day);
  const clock = new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'short' });
  return (time) => {
    const isShared = days.filter((one) => one === day(time)).length > 1;
    return isShared ? t('versionDayAndTime', day(time), clock.format(time)) : day(time);
  };
}

/** Below an article: what it was before, folded until asked for. */
export function Versions({ article, versions }: VersionsProps): JSX.Element | null {
  if (!article.versions) return null;
  const list = versions.list.value;
  const when = whenOf([...new Set((list ?? []).flatMap((one) => [one.savedAt, one.replacedAt]))]);
  return (
    <details
      class={styles['versions']}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !list) void versions.load(article);
      }}
    >
      <summary>{t('versionEarlier', article.versions)}</summary>
      {list?.length === 0 && <p>{t('versionsNone')}</p>}
      <ul role="list">
        {list?.map((version) => (
          <li key={version.savedAt}>
            <span>
              {t(
                version.edited ? 'versionEditedOn' : 'versionSavedOn',
                when(version.savedAt),
                when(version.replacedAt),
              )}
            </span>
            <span class={styles['actions']}>
              <Button
                label={t('versionWhatChanged')}
                onClick={() => void versions.compare(article, version)}
              />
              <Button
                label={t('versionBringBack')}
                onClick={() => void versions.bringBack(article, version.savedAt)}
              />
            </span>
          </li>
        ))}
      </ul>
      <p>{t('versionsKept')}</p>
    </details>
  );
}

/** Above the article: what was just done with its versions, and the way back. */
export function VersionsNote({ article, versions }: VersionsProps): JSX.Element | null {
  const said = versions.said.value;
  if (!said) return null;
  return (
    <div class={styles['note']} role="status">
      <span>{wordsOf(said)}</span>
      {versions.canUndo.value && (
        <Button label={t('undo')} onClick={() => void versions.undo(article)} />
      )}
    </div>
  );
}

function wordsOf(said: NonNullable<VersionsSaid>): string {
  switch (said) {
    case 'kept':
      return t('versionKept');
    case 'brought-back':
      return t('versionBroughtBack');
    case 'new-gone':
      return t('versionNewGone');
    case 'storage-full':
    case 'newer-library':
    case 'storage-broken':
    case 'not-an-article':
      return libraryFailureText(said);
  }
}
