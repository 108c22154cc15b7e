import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { bodyOf } from '../../article/left-out.ts';
import { ArticleBody } from '../../ui/ArticleBody.tsx';
import { ArticleHeader } from '../../ui/ArticleHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { listenForKeys } from '../../ui/keys.ts';
import type { KeysModel } from '../../ui/keys-model.ts';
import { KeysPanel } from '../../ui/KeysPanel.tsx';
import { LookMenu } from '../../ui/LookMenu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';
import { t } from '../../ui/strings.ts';
import { TagField } from '../../ui/TagField.tsx';
import type { TagsModel } from '../../ui/tags-model.ts';
import { libraryFailureText } from '../failures.ts';
import type { HighlightsHandle } from '../highlights/mount.tsx';
import { LeftOutList } from '../left-out/LeftOutList.tsx';
import { usePlace } from '../place/use-place.ts';
import { CutShortLine, PagesAheadLine } from '../rest/Rest.tsx';
import type { Command } from './keys.ts';
import type { ReaderModel } from './model.ts';
import { MoreMenu } from './MoreMenu.tsx';
import type { AidsProps } from './aids/Aids.tsx';
import type { AloudProps } from './aloud/Aloud.tsx';
import type { ListenCommand } from './aloud/keys.ts';
import type { Door } from './door.ts';
import { blockSaying, wordsAtTop } from './editing/at-top.ts';
import type { EditProps } from './editing/Edit.tsx';
import { EditedLine } from './editing/EditedLine.tsx';
import { PartButton } from './PartButton.tsx';
import { PicturesLine } from './Pictures.tsx';
import { Remembered } from './Remembered.tsx';
import { Difference } from './Difference.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import type { TakeAlongModel } from './take-along.ts';
import { textShown } from './text-shown.ts';
import { Versions, VersionsNote } from './Versions.tsx';
import type { VersionsModel } from './versions.ts';
import { Way } from './way/Way.tsx';
import type { WayModel } from './way/model.ts';
import { useWayKeys } from './way/use-way-keys.ts';
import { WayButtons } from './way/WayButtons.tsx';
import { Waiting } from './Waiting.tsx';
import type { WaitingModel } from './waiting.ts';
import said from './said.module.css';
import styles from './reader.module.css';

interface ReaderScreenProps {
  reader: ReaderModel;
  look: SettingsModel;
  siteRules: SiteRulesModel;
  waiting: WaitingModel;
  versions: VersionsModel;
  way: WayModel;
  tags: TagsModel;
  takeAlong: TakeAlongModel;
  keys: KeysModel<Command>;
  listenKeys: KeysModel<ListenCommand>;
  aloud: Door<AloudProps>;
  aids: Door<AidsProps>;
  editing: Door<EditProps>;
  /** The key of what the page says now, where the person wants to see what changed. */
  compareWith: string | null;
  libraryAddress: string;
  /** Where the settings say what takes up room. */
  storageAddress: string;
  /** What held the article on its site, where the person has just named another part; else null. */
  containerBefore: string | null;
  /** Loaded when the text stands. */
  highlights: ReadonlySignal<HighlightsHandle | null>;
  onText: () => void;
}

/** One article with the width of attention. */
export function ReaderScreen({
  reader,
  look,
  siteRules,
  waiting,
  versions,
  way,
  tags,
  takeAlong,
  keys,
  listenKeys,
  aloud,
  aids,
  editing,
  compareWith,
  libraryAddress,
  storageAddress,
  containerBefore,
  highlights,
  onText,
}: ReaderScreenProps): JSX.Element {
  const shown = reader.shown.value;
  const article = shown.is === 'saved' ? shown.article : shown.is === 'draft' ? shown.draft : null;
  useLayoutEffect(() => {
    if (article) look.readHere(article);
  }, [article?.url, article?.lang]);
  useEffect(() => {
    document.title = article?.title ?? t('appName');
  }, [article?.title]);
  const saved = shown.is === 'saved' ? shown.article : null;
  const waitingFor = saved?.waiting ? saved : null;
  const comparing = versions.comparing.value;
  const { place } = way;
  const Edit = saved && !waitingFor && !comparing && editing.isOpen.value && editing.part.value;
  const beforeEditing = useRef('');
  const edit = (): void => {
    if (!saved || waitingFor || comparing || editing.isOpen.value) return;
    beforeEditing.current = wordsAtTop();
    editing.toggle();
  };
  const endEditing = async (at: string): Promise<void> => {
    await reader.load();
    editing.isOpen.value = false;
    // The text begins to stand a turn later.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await textShown(new AbortController().signal);
    const block = blockSaying(at);
    if (block) place.jump(block);
  };
  const followPlace = usePlace(waitingFor ? null : (article?.minutes ?? null), saved, place);
  const marks = highlights.value;
  useEffect(() => {
    if (saved) tags.show(saved.id, saved.tags);
  }, [saved?.id, saved?.tags]);
  useEffect(() => {
    if (saved && compareWith) void versions.compareNew(saved, compareWith);
  }, [saved?.id]);
  const openOriginal = (): void => {
    if (article) window.open(article.url, '_blank', 'noopener');
  };
  const folded: [string, () => void][] = [];
  if (article && !waitingFor && !Edit) folded.push([t('aids'), aids.toggle]);
  if (saved && marks) folded.push([t('markAll'), marks.togglePanel]);
  if (article) folded.push([t('openOriginal'), openOriginal]);
  if (saved) folded.push([t('remove'), () => void reader.remove()]);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const whileReading = <T,>(command: () => T) => (Edit ? () => false : command);
  useReaderKeys(keys, {
    archive: () => void reader.toggleArchive(),
    favourite: () => void reader.toggleFavourite(),
    // Where blocks are taken out by the same key, a slip must not take the article.
    remove: whileReading(() => void reader.remove()),
    undo: () => void reader.undoRemove(),
    edit,
    original: openOriginal,
    larger: () => void stepTextSize(look, 1),
    smaller: () => void stepTextSize(look, -1),
    look: () => document.querySelector<HTMLElement>('#look-panel')?.togglePopover(),
    outline: () => document.querySelector<HTMLElement>('[data-outline-opener]')?.click(),
    find: whileReading(way.find.open),
    // Where words are selected, or a highlight has the focus, `screens/highlights` hears them first.
    highlight: () => false,
    note: () => false,
    listen: whileReading(() => article && aloud.toggle()),
    aids: whileReading(() => article && aids.toggle()),
    copy: () => void takeAlong.copy('markdown'),
    back: whileReading(() => location.assign(libraryAddress)),
    keys: () => setKeysOpen(true),
  });
  const Aids = article && !waitingFor && !comparing && !Edit && aids.part.value;
  const Aloud =
    article && !waitingFor && !comparing && !Edit && aloud.isOpen.value && aloud.part.value;
  useWayKeys(way);
  const onShown = (): void => {
    followPlace();
    onText();
    way.show(document.querySelector('main .article'));
  };
  return (
    <div class={styles['reader']}>
      <ReaderBar
        shown={shown}
        minutesLeft={comparing || Edit ? null : place.minutesLeft.value}
        libraryAddress={libraryAddress}
        onSave={() => void reader.save()}
        onArchive={() => void reader.toggleArchive()}
        onFavourite={() => void reader.toggleFavourite()}
        onRemove={() => void reader.remove()}
        highlights={marks && { count: marks.count.value, toggle: marks.togglePanel }}
        tools={
          article &&
          !Edit && (
            <>
              {!comparing && <WayButtons way={way} />}
              {!waitingFor && (
                <>
                  <PartButton door={aloud} icon="listen" label={t('aloud')} />
                  <span class={styles['roomy']}>
                    <PartButton door={aids} icon="aids" label={t('aids')} />
                  </span>
                </>
              )}
            </>
          )
        }
      >
        <LookMenu look={look} />
        <MoreMenu
          takeAlong={takeAlong}
          onExport={saved && (() => takeAlong.export(saved))}
          onEdit={saved && !waitingFor && !comparing && !Edit ? edit : null}
          onKeys={() => setKeysOpen(true)}
          folded={folded}
        />
      </ReaderBar>
      {article && !comparing && !Edit && <Way way={way} storedPicture={reader.storedPicture} />}
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
          <article hidden={comparing !== null || Boolean(Edit)}>
            <ArticleHeader facts={article} />
            <p class="only-on-paper">{article.url}</p>
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
              onBegun={markBegun}
              onShown={onShown}
            />
            <CutShortLine facts={article} />
            {shown.is === 'saved' && (
              <PicturesLine pictures={reader.pictures} storageAddress={storageAddress} />
            )}
            {saved && <Versions article={saved} versions={versions} />}
            {saved?.edited && <EditedLine onEdit={edit} />}
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
        {Edit && (
          <Edit
            article={saved}
            storedPicture={reader.storedPicture}
            missing={reader.pictures.missing.value}
            kept={reader.pictures.album.value?.kept ?? 0}
            from={beforeEditing.current}
            undoKeys={keys.lines.value.find(({ command }) => command === 'undo')!.keys}
            onDone={(at) => void endEditing(at)}
          />
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
      <p class={said['said']} role="status">
        {takeAlong.said.value && t(takeAlong.said.value)}
      </p>
      {areKeysOpen && (
        <KeysPanel keys={keys} whileListening={listenKeys} onClose={() => setKeysOpen(false)} />
      )}
      {Aids && (
        <Aids
          lang={article.lang}
          html={article.html}
          isOpen={aids.isOpen.value}
          onClose={() => (aids.isOpen.value = false)}
        />
      )}
      {Aloud && (
        <Aloud facts={article} html={article.html} id={saved?.id ?? null} onClose={aloud.toggle} />
      )}
    </div>
  );
}

/** What `measure reading` reads: when the first screen was drawn. */
function markBegun(): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark('lectern:first-screen')));
}

async function stepTextSize(look: SettingsModel, step: 1 | -1): Promise<void> {
  const { createLookEditor } = await look.loadLater();
  createLookEditor(look).stepTextSize(step);
}

/** Listens as long as the reader stands; the commands are always those of the last drawing. */
function useReaderKeys(keys: KeysModel<Command>, commands: Record<Command, () => unknown>): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const ending = new AbortController();
    listenForKeys(
      () => keys.lines.value,
      (command) => latest.current[command](),
      ending.signal,
    );
    return () => ending.abort();
  }, [keys]);
}
