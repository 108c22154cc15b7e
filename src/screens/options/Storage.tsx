import type { JSX } from 'preact';
import type { LargeArticle, Room } from '../../article/album.ts';
import { bytesInWords } from '../../ui/bytes-in-words.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import type { StorageModel } from './storage-model.ts';
import styles from './options.module.css';
import own from './storage.module.css';

/** What the library takes up on disk, what is largest, and how to make room. */
export function Storage({ storage }: { storage: StorageModel }): JSX.Element {
  const measuring = storage.measuring.value;
  return (
    <section id="storage">
      <h2>{t('storageTitle')}</h2>
      {measuring.is === 'measuring' && (
        <p role="status">
          {measuring.articles > 0
            ? tCount('storageMeasured', measuring.articles)
            : t('storageMeasuring')}
        </p>
      )}
      {measuring.is === 'failed' && (
        <div class={styles['actions']}>
          <span role="alert">{t('storageFailed')}</span>
          <Button label={t('tryAgain')} onClick={() => void storage.measure()} />
        </div>
      )}
      {measuring.is === 'measured' && (
        <>
          <Parts room={measuring.room} rest={measuring.rest} />
          <Largest storage={storage} articles={measuring.room.largest} />
          <Archived storage={storage} room={measuring.room} />
        </>
      )}
      <Promised storage={storage} />
    </section>
  );
}

function Parts({ room, rest }: { room: Room; rest: number }): JSX.Element {
  const parts = [
    ['pictures', t('storagePictures'), room.pictures.bytes],
    ['texts', t('storageTexts'), room.text],
    // Browsers may say too little, and then there is nothing to tell.
    ...(rest > 0 ? [['rest', t('storageRest'), rest] as const] : []),
  ] as const;
  const total = parts.reduce((sum, [, , bytes]) => sum + bytes, 0);
  const removed = room.removed > 0 ? ` ${tCount('storageRemovedNow', room.removed)}` : '';
  return (
    <>
      <p>
        {room.articles > 0
          ? tCount('storageTakes', room.articles, bytesInWords(total))
          : t('storageNothing')}
      </p>
      {room.articles + room.removed > 0 && (
        <>
          <svg class={own['bar']} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            {parts.map(([name, , bytes], at) => {
              const before = parts.slice(0, at).reduce((sum, [, , part]) => sum + part, 0);
              return (
                <rect
                  key={name}
                  class={own[name]}
                  x={(before / total) * 100}
                  width={(bytes / total) * 100}
                  height="1"
                />
              );
            })}
          </svg>
          <dl class={own['parts']}>
            {parts.map(([name, label, bytes]) => (
              <div key={name}>
                <dt>
                  <span class={`${own['dot']} ${own[name]}`} />
                  {label}
                </dt>
                <dd>{bytesInWords(bytes)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p class={own['note']}>{t('storageRemoved') + removed}</p>
    </>
  );
}

function Largest({
  storage,
  articles,
}: {
  storage: StorageModel;
  articles: LargeArticle[];
}): JSX.Element | null {
  if (articles.length === 0) return null;
  return (
    <>
      <h3>{t('storageLargest')}</h3>
      <ol class={own['largest']}>
        {articles.map(({ id, title, bytes, pictureBytes }) => (
          <li key={id}>
            <a href={storage.readerAddress(id)}>{title}</a>
            <span class={own['size']}>{bytesInWords(bytes)}</span>
            {pictureBytes > 0 && (
              <Button
                label={t('storageRemovePicturesOf', bytesInWords(pictureBytes), title)}
                onClick={() => void storage.removePictures(id)}
              >
                {t('storageRemovePictures', bytesInWords(pictureBytes))}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Archived({ storage, room }: { storage: StorageModel; room: Room }): JSX.Element {
  const clearing = storage.clearing.value;
  const { pictures, bytes } = room.archivedPictures;
  if (clearing.is === 'asked')
    return (
      <div class={styles['actions']}>
        <span>
          {tCount('storageAsk', pictures, bytesInWords(bytes))} {t('storageAskText')}
        </span>
        <Button label={t('storageClear')} kind="main" onClick={() => void storage.clear()} />
        <Button label={t('cancel')} onClick={storage.cancel} />
      </div>
    );
  return (
    <div class={styles['actions']}>
      {clearing.is === 'not' && pictures > 0 && (
        <Button label={t('storageArchived')} onClick={storage.askToClear} />
      )}
      {clearing.is === 'not' && pictures === 0 && room.articles > 0 && (
        <span>{t('storageArchivedNone')}</span>
      )}
      <span role="status">
        {clearing.is === 'clearing' && tCount('storageClearing', clearing.gone.pictures)}
        {clearing.is === 'cleared' &&
          tCount('storageCleared', clearing.gone.pictures, bytesInWords(clearing.gone.bytes))}
      </span>
    </div>
  );
}

function Promised({ storage }: { storage: StorageModel }): JSX.Element {
  const promised = storage.promised.value;
  return (
    <>
      <h3>{t('storagePromise')}</h3>
      <p role="status">
        {promised === 'yes' && t('storagePromiseYes')}
        {promised === 'no' && t('storagePromiseNo')}
        {promised === 'refused' && t('storagePromiseRefused')}
      </p>
      {(promised === 'no' || promised === 'refused') && (
        <div class={styles['actions']}>
          <Button label={t('storagePromiseAsk')} onClick={() => void storage.askForPromise()} />
        </div>
      )}
    </>
  );
}
