import type { JSX } from 'preact';
import type { SavedArticle, Time } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t } from '../../ui/strings.ts';
import { libraryFailureText } from '../failures.ts';
import type { VersionsModel, VersionsSaid } from './versions.ts';
import styles from './versions.module.css';

interface VersionsProps {
  article: SavedArticle;
  versions: VersionsModel;
}

/** A day, and its hour where there may be several. */
const day = (time: Time): string => dateInWords(new Date(time).toISOString());

/** Below an article: what it was before, folded until asked for. */
export function Versions({ article, versions }: VersionsProps): JSX.Element | null {
  if (!article.versions) return null;
  const list = versions.list.value;
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
            <span>{t('versionSavedOn', day(version.savedAt), day(version.replacedAt))}</span>
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
