import type { JSX } from 'preact';
import type { SavedArticle } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { t } from '../../ui/strings.ts';
import { outcomeWords } from '../add/words.ts';
import type { WaitingModel, WaitingState } from './waiting.ts';
import styles from './waiting.module.css';

interface WaitingProps {
  article: SavedArticle;
  waiting: WaitingModel;
}

/** In the place of an article of which only the address is there: two ways to its text. */
export function Waiting({ article, waiting }: WaitingProps): JSX.Element {
  const state = waiting.state.value;
  const isAtWork = state === 'queued' || state === 'reading';
  return (
    <section class={styles['waiting']} aria-labelledby="waiting-title">
      <p class={styles['site']}>{article.siteName}</p>
      <h1 id="waiting-title" dir="auto">
        {article.title}
      </h1>
      <p class={styles['what']}>{t('addWaiting')}</p>
      <p>{t('addWaitingText')}</p>
      <div class={styles['actions']}>
        <a
          class={`${controls['button']} ${controls['main']}`}
          href={article.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('addWaitingOpen')}
        </a>
        <Button
          label={t('addWaitingRead')}
          disabled={isAtWork}
          onClick={() => void waiting.read(article)}
        />
      </div>
      <p class={styles['state']} role="status">
        {stateWords(state)}
      </p>
    </section>
  );
}

function stateWords(state: WaitingState): string {
  if (state === 'idle' || state === 'saved' || state === 'already') return '';
  if (state === 'refused' || state === 'kept') return t('addWaitingRefused');
  if (state === 'queued' || state === 'reading') return outcomeWords('reading');
  return t('addWaitingFailed', outcomeWords(state));
}
