import type { JSX } from 'preact';
import type { ArticleDraft, LeftOut } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';
import { t } from '../../ui/strings.ts';
import styles from './left-out.module.css';
import { leftOutWords } from './reasons.ts';

interface LeftOutListProps {
  draft: ArticleDraft;
  siteRules: Pick<SiteRulesModel, 'isKept' | 'toggleKept'>;
  onToggle: (at: number) => void;
}

/** What the rules took out of the article, closed at its end; each block can be put back where it stood. */
export function LeftOutList({ draft, siteRules, onToggle }: LeftOutListProps): JSX.Element | null {
  const { leftOut = [], unusedRules = [], url, lang } = draft;
  if (leftOut.length + unusedRules.length === 0) return null;
  const isAlways = ({ selector }: LeftOut): boolean =>
    Boolean(selector) && siteRules.isKept(url, selector!);
  const toggle = (block: LeftOut, at: number): void => {
    if (block.putBack && isAlways(block)) siteRules.toggleKept(url, block.selector!);
    onToggle(at);
  };
  return (
    <details class={styles['leftOut']}>
      <summary>{t('leftOut', leftOut.length)}</summary>
      <ul role="list">
        {leftOut.map((block, at) => {
          const { reason, text, html, selector, putBack = false } = block;
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
                <div class={styles['actions']}>
                  <Button label={`${words}: ${text}`} onClick={() => toggle(block, at)}>
                    {words}
                  </Button>
                  {putBack && selector && (
                    <Button
                      label={t('alwaysForSite')}
                      pressed={isAlways(block)}
                      onClick={() => siteRules.toggleKept(url, selector)}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {unusedRules.map((selector) => (
        <p key={selector}>{t('ruleUnused', selector)}</p>
      ))}
    </details>
  );
}
