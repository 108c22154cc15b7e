import type { JSX } from 'preact';
import { type AddItem, isFailed, isUnsettled } from '../../article/adding.ts';
import type { ArticleId } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import styles from './add.module.css';
import { outcomeWords } from './words.ts';

interface AddedListProps {
  items: AddItem[];
  settled: number;
  readerAddress: (id: ArticleId) => string;
  onStop: () => void;
  onReadAgain: () => void;
  onKeepRest: () => void;
}

/** How far it is, what became of each address, and what can be done about the rest. */
export function AddedList({
  items,
  settled,
  readerAddress,
  onStop,
  onReadAgain,
  onKeepRest,
}: AddedListProps): JSX.Element {
  const isAtWork = items.some(isUnsettled);
  const hasFailed = items.some(isFailed);
  const hasKept = items.some(({ is }) => is === 'kept');
  return (
    <section aria-label={t('addItems')}>
      <div class={styles['progress']}>
        <p role="status">
          {isAtWork ? t('addProgress', settled, items.length) : tCount('addDone', items.length)}
        </p>
        {isAtWork && (
          <>
            <progress aria-label={t('addItems')} max={items.length} value={settled} />
            <Button label={t('addStop')} onClick={onStop} />
          </>
        )}
        {!isAtWork && (hasFailed || hasKept) && (
          <Button label={hasFailed ? t('addAgain') : t('addReadKept')} onClick={onReadAgain} />
        )}
        {!isAtWork && hasFailed && <Button label={t('addKeepRest')} onClick={onKeepRest} />}
      </div>
      <ul role="list" class={styles['items']}>
        {items.map((item) => (
          <li key={item.url} data-is={item.is}>
            <a
              href={item.id ? readerAddress(item.id) : item.url}
              target="_blank"
              rel="noopener noreferrer"
            >
              <bdi>{item.title || shortAddress(item.url)}</bdi>
            </a>
            <span class={styles['outcome']}>{outcomeWords(item.is)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shortAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
