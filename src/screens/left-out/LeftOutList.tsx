import type { JSX } from 'preact';
import type { LeftOut } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import styles from './left-out.module.css';
import { leftOutWords } from './reasons.ts';

interface LeftOutListProps {
  blocks: LeftOut[];
  /** BCP 47, of the article. */
  lang: string;
  onToggle: (at: number) => void;
}

/** What the rules took out of the article, closed at its end; each block can be put back where it stood. */
export function LeftOutList({ blocks, lang, onToggle }: LeftOutListProps): JSX.Element | null {
  if (blocks.length === 0) return null;
  return (
    <details class={styles['leftOut']}>
      <summary>{t('leftOut', blocks.length)}</summary>
      <ul role="list">
        {blocks.map(({ reason, text, html, putBack = false }, at) => {
          const words = putBack ? t('takeOutAgain') : t('putBack');
          return (
            <li key={at}>
              <div class={styles['what']}>
                <p>{leftOutWords(reason)}</p>
                <p class={styles['text']} dir="auto" lang={lang || undefined}>
                  {text}
                </p>
              </div>
              {html && (
                <Button label={`${words}: ${text}`} onClick={() => onToggle(at)}>
                  {words}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
