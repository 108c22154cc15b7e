import type { JSX } from 'preact';
import type { ArticleDraft, ArticleFacts } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import type { ReadingOn, RestModel } from './model.ts';
import styles from './rest.module.css';
import { aheadWords, cutShortWords, missingPageWords } from './words.ts';

interface PagesAheadLineProps {
  draft: ArticleDraft;
  rest: RestModel;
  kind?: 'quiet' | 'main';
}

/** Below an article that goes on over more pages: the way to all of them, or how far it got. */
export function PagesAheadLine({
  draft: { ahead },
  rest,
  kind = 'quiet',
}: PagesAheadLineProps): JSX.Element | null {
  const on = rest.readingOn.value;
  if (!ahead && on.is !== 'reading') return null;
  return (
    <div class={styles['rest']}>
      <p role="status">{wordsOf(on, ahead)}</p>
      {on.is === 'reading' ? (
        <Button label={t('cancel')} onClick={rest.cancel} />
      ) : (
        <Button
          label={on.is === 'stopped' ? t('tryAgain') : t('readAllPages')}
          kind={kind}
          onClick={() => void rest.readAll()}
        />
      )}
    </div>
  );
}

function wordsOf(on: ReadingOn, ahead: ArticleDraft['ahead']): string {
  if (on.is === 'stopped') return missingPageWords(on.page, on.reason);
  if (on.is === 'reading')
    return on.of > 0 ? t('pageOfPages', on.page, on.of) : t('pageNumber', on.page);
  return ahead ? aheadWords(ahead) : '';
}

interface CutShortLineProps {
  facts: Pick<ArticleFacts, 'cutShort' | 'siteName' | 'url'>;
  /** Reads the page once more, where it is at hand. */
  onReadAgain?: () => void;
}

/** Below an article that is not all of it: why, in one line. */
export function CutShortLine({ facts, onReadAgain }: CutShortLineProps): JSX.Element | null {
  if (!facts.cutShort) return null;
  return (
    <div class={styles['rest']}>
      <p>{cutShortWords(facts)}</p>
      {facts.cutShort === 'loading' && onReadAgain && (
        <Button label={t('readAgain')} onClick={onReadAgain} />
      )}
    </div>
  );
}
