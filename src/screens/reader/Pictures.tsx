import type { JSX } from 'preact';
import type { AlbumState, PictureFailure } from '../../article/album.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import restStyles from '../rest/rest.module.css';
import type { PicturesModel } from './pictures-model.ts';
import styles from './reader.module.css';

interface PicturesLineProps {
  pictures: PicturesModel;
  storageAddress: string;
}

/** Below a saved article: how far its pictures are, or which are missing and what can be done. */
export function PicturesLine({ pictures, storageAddress }: PicturesLineProps): JSX.Element | null {
  const album = pictures.album.value;
  if (!album || album.waiting + album.missing.length === 0) return null;
  const isComing = album.waiting > 0;
  const reasons = new Set(album.missing.map(({ reason }) => reason));
  return (
    <div class={restStyles['rest']}>
      <p role="status">
        {isComing ? progressOf(album) : missingWords(album.missing.length, reasons)}
      </p>
      {!isComing && (
        <span class={styles['ways']}>
          {reasons.has('no-room') && <a href={storageAddress}>{t('storageTitle')}</a>}
          {reasons.has('no-grant') && (
            <Button label={t('picturesAllSites')} onClick={() => void pictures.keepOfAllSites()} />
          )}
          <Button label={t('tryAgain')} onClick={() => void pictures.tryAgain()} />
        </span>
      )}
    </div>
  );
}

const progressOf = ({ kept, waiting, missing }: AlbumState): string =>
  t('picturesProgress', kept, kept + waiting + missing.length);

/** How many are missing, and the one reason the person can do most about. */
function missingWords(count: number, reasons: ReadonlySet<PictureFailure>): string {
  const missing = tCount('picturesMissing', count);
  if (reasons.has('no-room')) return `${missing} ${t('picturesNoRoom')}`;
  if (reasons.has('no-grant')) return `${missing} ${t('picturesNoGrant')}`;
  if (reasons.has('no-answer')) return `${missing} ${t('picturesNoAnswer')}`;
  if (reasons.has('removed')) return `${missing} ${t('picturesRemoved')}`;
  if (reasons.has('too-large')) return `${missing} ${t('picturesTooLarge')}`;
  return `${missing} ${t('picturesNotKeepable')}`;
}
