import type { JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { ArticleId } from '../../article/article.ts';
import { bodyOf } from '../../article/left-out.ts';
import { ArticleBody } from '../../ui/ArticleBody.tsx';
import { ArticleHeader, TitleWaiting } from '../../ui/ArticleHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { LookMenu } from '../../ui/LookMenu.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';
import { t } from '../../ui/strings.ts';
import { Bar } from './Bar.tsx';
import { ChangedLine } from './ChangedLine.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { libraryFailureText, readFailureWords } from '../failures.ts';
import { LeftOutList } from '../left-out/LeftOutList.tsx';
import { CutShortLine, PagesAheadLine } from '../rest/Rest.tsx';
import type { PopupModel } from './model.ts';
import styles from './popup.module.css';

interface PopupScreenProps {
  popup: PopupModel;
  look: SettingsModel;
  siteRules: SiteRulesModel;
  onShown: () => void;
  /** Keeps the place in a saved article until the signal. */
  onSaved: (id: ArticleId, signal: AbortSignal) => void;
}

/** As it is now, whatever advises against it. */
const ANYWAY = { evenIfLoading: true, evenIfLarge: true };

/** The popup: a quiet bar, and the article alone. */
export function PopupScreen({
  popup,
  look,
  siteRules,
  onShown,
  onSaved,
}: PopupScreenProps): JSX.Element {
  const reading = popup.reading.value;
  const saving = popup.saving.value;
  const tab = popup.tab.value;
  const savedId = popup.painted.value && saving.is === 'saved' ? saving.id : null;
  useEffect(() => {
    if (!savedId) return;
    const ending = new AbortController();
    onSaved(savedId, ending.signal);
    return () => ending.abort();
  }, [savedId]);
  const article = reading?.ok ? reading.value : null;
  useLayoutEffect(() => {
    if (article) look.readHere(article);
  }, [article?.url, article?.lang]);
  return (
    <div class={styles['popup']}>
      <Bar
        saving={saving}
        canSave={reading?.ok === true}
        nothingToSave={reading?.ok === false}
        savedCount={popup.savedCount.value}
        onSave={() => void popup.save()}
        onUndo={() => void popup.undo()}
        onPick={() => void popup.pick()}
        onOpenReader={() => void popup.openReader()}
        onOpenLibrary={popup.openLibrary}
      >
        <LookMenu look={look} />
      </Bar>
      {saving.is === 'failed' && (
        <p class={styles['trouble']} role="alert">
          {libraryFailureText(saving.reason)}
        </p>
      )}
      {popup.changed.value && (
        <ChangedLine
          changed={popup.changed.value}
          onCompare={() => void popup.openChanges()}
          onKeep={() => void popup.keepNew()}
        />
      )}
      {reading?.ok && reading.value.part && (
        <div class={styles['part']} role="status">
          <span>{reading.value.part === 'picked' ? t('onlyPicked') : t('onlySelection')}</span>
          <Button
            label={reading.value.part === 'picked' ? t('readWholeArticle') : t('readWholePage')}
            onClick={() => void popup.readWholePage()}
          />
        </div>
      )}
      <div data-line />
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main class={styles['page']} tabIndex={0}>
        {reading === null && <TitleWaiting title={tab?.title ?? ''} />}
        {reading?.ok === false && (
          <FailureNotice
            words={readFailureWords(reading.reason)}
            onPick={() => void popup.pick()}
            onReadAgain={(options) => void popup.readAgain(options)}
          />
        )}
        {reading?.ok && (
          <article>
            <ArticleHeader facts={reading.value} />
            <ArticleBody
              facts={reading.value}
              html={bodyOf(reading.value)}
              pictures="live"
              onShown={onShown}
            />
            {popup.painted.value && (
              <>
                <CutShortLine
                  facts={reading.value}
                  onReadAgain={() => void popup.readAgain(ANYWAY)}
                />
                <PagesAheadLine draft={reading.value} rest={popup.rest} />
                <LeftOutList
                  draft={reading.value}
                  siteRules={siteRules}
                  onToggle={popup.togglePutBack}
                />
              </>
            )}
          </article>
        )}
      </main>
      {saving.is === 'saved' && <footer class={styles['tags']} data-tags />}
      {tab?.isPrivate && reading?.ok && <p class={styles['note']}>{t('privateWindowNote')}</p>}
    </div>
  );
}
