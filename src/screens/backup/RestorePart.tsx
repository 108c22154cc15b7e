import type { JSX } from 'preact';
import { bytesInWords } from '../../ui/bytes-in-words.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t, tCount } from '../../ui/strings.ts';
import sheet from '../../ui/sheet.module.css';
import styles from './backup.module.css';
import type { BackupModel, In } from './model.ts';
import { whyNot } from './words.ts';

/** The way back: a file, what it would change, and then the work. */
export function RestorePart({ backup }: { backup: BackupModel }): JSX.Element {
  const into = backup.into.value;
  return (
    <section id="restore" aria-labelledby="restore-title">
      <h2 id="restore-title">{t('restoreTitle')}</h2>
      {(into.is === 'idle' || into.is === 'refused') && (
        <>
          <p id="restore-text">{t('restoreText')}</p>
          <input
            class={styles['chosen']}
            type="file"
            accept=".zip,application/zip"
            aria-label={t('restoreChoose')}
            aria-describedby="restore-text"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void backup.choose(file);
            }}
          />
        </>
      )}
      {into.is === 'refused' && (
        <p class={sheet['trouble']} role="alert">
          {whyNot(into.why)}
        </p>
      )}
      <Working into={into} onCancel={backup.cancel} />
      {(into.is === 'shown' || into.is === 'ready') && <Shown backup={backup} into={into} />}
      {into.is === 'done' && <Done backup={backup} into={into} />}
    </section>
  );
}

function Working({ into, onCancel }: { into: In; onCancel: () => void }): JSX.Element | null {
  if (into.is !== 'reading' && into.is !== 'going' && into.is !== 'saving-first') return null;
  const words = {
    reading: t('restoreReading'),
    going: t('restoreGoing'),
    'saving-first': t('restoreSavingFirst'),
  }[into.is];
  return (
    <div class={styles['progress']}>
      <p role="status">{words}</p>
      <progress value={into.part} max={1} aria-label={words} />
      <Button label={t('cancel')} onClick={onCancel} />
    </div>
  );
}

type Seen = Extract<In, { is: 'shown' | 'ready' }>;

function Shown({ backup, into }: { backup: BackupModel; into: Seen }): JSX.Element {
  const { backup: file, comparison: one, name } = into;
  const made = dateInWords(file.head.made);
  return (
    <>
      <p class={styles['file']}>
        <strong>{name}</strong>{' '}
        <span>{[made, bytesInWords(file.size)].filter(Boolean).join(' · ')}</span>
      </p>
      <dl class={styles['facts']}>
        <dt>{t('restoreInFile')}</dt>
        <dd>
          {tCount('restoreArticles', one.articles)}, {tCount('restoreHighlights', one.highlights)},{' '}
          {tCount('restorePictures', one.pictures)}
        </dd>
        <dt>{t('restoreHere')}</dt>
        <dd>{tCount('restoreArticles', one.here)}</dd>
        {one.here > 0 && (
          <>
            <dt>{t('restoreMerge')}</dt>
            <dd>{t('restoreMergeText', one.fresh, one.later, one.laterHere, one.same)}</dd>
            <dt>{t('restoreReplace')}</dt>
            <dd>{tCount('restoreReplaceText', one.onlyHere.length)}</dd>
          </>
        )}
      </dl>
      {(file.isCut || one.faults.length > 0) && (
        <p class={sheet['trouble']} role="alert">
          {file.isCut ? t('restoreCut') : tCount('restoreFaults', one.faults.length)}{' '}
          {one.faults.length > 0 && (
            <Button label={t('restoreSaveFaults')} onClick={() => backup.saveFaults(one.faults)} />
          )}
        </p>
      )}
      <label class={styles['check']}>
        <input
          type="checkbox"
          checked={backup.withSettings.value}
          onChange={({ currentTarget }) => backup.setWithSettings(currentTarget.checked)}
        />
        <span>{t('restoreSettings')}</span>
      </label>
      {into.is === 'ready' ? (
        <>
          <p role="status">{t('restoreReady', into.way)}</p>
          <div class={sheet['actions']}>
            <Button
              label={t('restoreReplaceNow')}
              kind="main"
              onClick={() => void backup.replace()}
            />
            <Button label={t('cancel')} onClick={backup.forget} />
          </div>
        </>
      ) : (
        <div class={sheet['actions']}>
          <Button
            label={one.here > 0 ? t('restoreMerge') : t('restoreNow')}
            kind="main"
            onClick={() => void backup.merge()}
          />
          {one.here > 0 && (
            <Button label={t('restorePrepare')} onClick={() => void backup.prepareReplace()} />
          )}
          <Button label={t('cancel')} onClick={backup.forget} />
        </div>
      )}
    </>
  );
}

function Done({
  backup,
  into,
}: {
  backup: BackupModel;
  into: Extract<In, { is: 'done' }>;
}): JSX.Element {
  const { added, changed, same, pictures, lostPictures, removed, faults } = into.result;
  return (
    <>
      {into.why && (
        <p class={sheet['trouble']} role="alert">
          {into.why === 'cancelled' ? t('restoreStopped') : whyNot(into.why)}
        </p>
      )}
      <p role="status">
        {t('restoreDone', added, changed, same)} {tCount('restoreDonePictures', pictures)}
        {removed > 0 && ` ${tCount('restoreRemoved', removed)}`}
        {lostPictures > 0 && ` ${tCount('restoreLostPictures', lostPictures)}`}
      </p>
      {faults.length > 0 && (
        <p class={sheet['trouble']}>
          {tCount('restoreFaults', faults.length)}{' '}
          <Button label={t('restoreSaveFaults')} onClick={() => backup.saveFaults(faults)} />
        </p>
      )}
      <div class={sheet['actions']}>
        <Button label={t('restoreAnother')} onClick={backup.forget} />
      </div>
    </>
  );
}
