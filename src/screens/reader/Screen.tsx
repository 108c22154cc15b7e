import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { tinykeys } from 'tinykeys';
import { bodyOf } from '../../article/left-out.ts';
import { ArticleBody } from '../../ui/ArticleBody.tsx';
import { ArticleHeader } from '../../ui/ArticleHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { LookMenu } from '../../ui/LookMenu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';
import { t } from '../../ui/strings.ts';
import { TagField } from '../../ui/TagField.tsx';
import type { TagsModel } from '../../ui/tags-model.ts';
import { libraryFailureText } from '../failures.ts';
import { LeftOutList } from '../left-out/LeftOutList.tsx';
import { CutShortLine, PagesAheadLine } from '../rest/Rest.tsx';
import type { ReaderModel } from './model.ts';
import { PicturesLine } from './Pictures.tsx';
import type { PlaceModel } from './place.ts';
import { Remembered } from './Remembered.tsx';
import { Difference } from './Difference.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { usePlace } from './use-place.ts';
import { Versions, VersionsNote } from './Versions.tsx';
import type { VersionsModel } from './versions.ts';
import { Waiting } from './Waiting.tsx';
import type { WaitingModel } from './waiting.ts';
import styles from './reader.module.css';

interface ReaderScreenProps {
  reader: ReaderModel;
  look: SettingsModel;
  siteRules: SiteRulesModel;
  waiting: WaitingModel;
  versions: VersionsModel;
  place: PlaceModel;
  tags: TagsModel;
  /** The key of what the page says now, where the person wants to see what changed. */
  compareWith: string | null;
  libraryAddress: string;
  /** Where the settings say what takes up room. */
  storageAddress: string;
  /** What held the article on its site, where the person has just named another part; else null. */
  containerBefore: string | null;
}

/** One article with the width of attention. */
export function ReaderScreen({
  reader,
  look,
  siteRules,
  waiting,
  versions,
  place,
  tags,
  compareWith,
  libraryAddress,
  storageAddress,
  containerBefore,
}: ReaderScreenProps): JSX.Element {
  const shown = reader.shown.value;
  const article = shown.is === 'saved' ? shown.article : shown.is === 'draft' ? shown.draft : null;
  useEffect(() => {
    document.title = article?.title ?? t('appName');
  }, [article?.title]);
  const saved = shown.is === 'saved' ? shown.article : null;
  const waitingFor = saved?.waiting ? saved : null;
  const comparing = versions.comparing.value;
  const onShown = usePlace(waitingFor ? null : saved, place);
  useEffect(() => {
    if (saved) tags.show(saved.id, saved.tags);
  }, [saved?.id, saved?.tags]);
  useEffect(() => {
    if (saved && compareWith) void versions.compareNew(saved, compareWith);
  }, [saved?.id]);
  useReaderKeys(reader, libraryAddress, article?.url);
  return (
    <div class={styles['reader']}>
      <ReaderBar
        shown={shown}
        minutesLeft={comparing ? null : place.minutesLeft.value}
        libraryAddress={libraryAddress}
        onSave={() => void reader.save()}
        onArchive={() => void reader.toggleArchive()}
        onFavourite={() => void reader.toggleFavourite()}
        onRemove={() => void reader.remove()}
      >
        <LookMenu look={look} />
      </ReaderBar>
      {reader.trouble.value && (
        <p class={styles['trouble']} role="alert">
          {libraryFailureText(reader.trouble.value)}
        </p>
      )}
      {article && containerBefore !== null && (
        <Remembered url={article.url} before={containerBefore} siteRules={siteRules} />
      )}
      {saved && <VersionsNote article={saved} versions={versions} />}
      <main class={styles['page']}>
        {comparing && article && (
          <Difference
            facts={article}
            comparing={comparing}
            onBack={versions.leave}
            onKeepNew={() => void versions.keepNew()}
          />
        )}
        {waitingFor && <Waiting article={waitingFor} waiting={waiting} />}
        {article && !waitingFor && (
          <article hidden={comparing !== null}>
            <ArticleHeader facts={article} />
            {saved && (
              <div class={styles['tags']}>
                <TagField
                  tags={tags.tags.value}
                  known={tags.known.value}
                  onKnown={tags.askKnown}
                  onAdd={tags.add}
                  onRemove={tags.remove}
                />
              </div>
            )}
            <ArticleBody
              facts={article}
              html={shown.is === 'draft' ? bodyOf(shown.draft) : article.html}
              pictures={shown.is === 'draft' ? 'live' : 'stored'}
              storedPicture={reader.storedPicture}
              missing={reader.pictures.missing.value}
              kept={reader.pictures.album.value?.kept ?? 0}
              onShown={onShown}
            />
            <CutShortLine facts={article} />
            {shown.is === 'saved' && (
              <PicturesLine pictures={reader.pictures} storageAddress={storageAddress} />
            )}
            {saved && <Versions article={saved} versions={versions} />}
            {shown.is === 'draft' && (
              <>
                <PagesAheadLine draft={shown.draft} rest={reader.rest} kind="main" />
                <LeftOutList
                  draft={shown.draft}
                  siteRules={siteRules}
                  onToggle={reader.togglePutBack}
                />
              </>
            )}
          </article>
        )}
        {shown.is === 'missing' && (
          <Notice title={t('readerMissing')} text={t('readerMissingText')}>
            <a href={libraryAddress}>{t('savedArticles')}</a>
          </Notice>
        )}
        {shown.is === 'failed' && (
          <Notice title={t('readerFailed')} text={libraryFailureText(shown.reason)}>
            <Button label={t('tryAgain')} kind="main" onClick={() => void reader.load()} />
          </Notice>
        )}
        {shown.is === 'removed' && (
          <Notice title={t('removed')} text={shown.article.title}>
            <Button label={t('undo')} kind="main" onClick={() => void reader.undoRemove()} />
            <a href={libraryAddress}>{t('savedArticles')}</a>
          </Notice>
        )}
      </main>
    </div>
  );
}

/** The keys of the list work here too; none of them while a menu or a field has the keyboard. */
function useReaderKeys(
  reader: ReaderModel,
  libraryAddress: string,
  original: string | undefined,
): void {
  useEffect(() => {
    const alone = (act: () => void) => (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (!target.closest('input, select, textarea, [popover]')) act();
    };
    return tinykeys(window, {
      e: alone(() => void reader.toggleArchive()),
      f: alone(() => void reader.toggleFavourite()),
      'Shift+#': alone(() => void reader.remove()),
      '#': alone(() => void reader.remove()),
      Delete: alone(() => void reader.remove()),
      z: alone(() => void reader.undoRemove()),
      o: alone(() => original && window.open(original, '_blank', 'noopener')),
      u: alone(() => location.assign(libraryAddress)),
      Escape: alone(() => location.assign(libraryAddress)),
    });
  }, [reader, libraryAddress, original]);
}
