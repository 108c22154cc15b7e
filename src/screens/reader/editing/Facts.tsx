import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleFacts } from '../../../article/article.ts';
import { t } from '../../../ui/strings.ts';
import { dayOf } from './day.ts';
import styles from './editing.module.css';
import type { Copy, EditModel } from './model.ts';

interface FactsProps {
  copy: Copy;
  model: EditModel;
  lang: ArticleFacts['lang'];
  dir: ArticleFacts['dir'];
}

/** Title, byline and date as fields. */
export function Facts({ copy, model, lang, dir }: FactsProps): JSX.Element {
  const title = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (CSS.supports('field-sizing', 'content')) return;
    const { style } = title.current!;
    // As tall as its text, also where the browser cannot do so by itself.
    style.blockSize = 'auto';
    style.blockSize = `${title.current!.scrollHeight}px`;
  }, [copy.title]);
  const ended = { onBlur: model.endTyping };
  return (
    <div class={styles['facts']} dir={dir}>
      <label class={styles['title']}>
        <span>{t('editTitle')}</span>
        <textarea
          {...ended}
          ref={title}
          rows={1}
          dir="auto"
          lang={lang || undefined}
          value={copy.title}
          required
          onInput={({ currentTarget }) =>
            model.correct('title', currentTarget.value.replace(/\s*\n\s*/g, ' '))
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        {copy.title.trim() === '' && <small>{t('editNoTitle')}</small>}
      </label>
      <label class={styles['byline']}>
        <span>{t('editByline')}</span>
        <input
          {...ended}
          type="text"
          dir="auto"
          value={copy.byline}
          onInput={({ currentTarget }) => model.correct('byline', currentTarget.value)}
        />
      </label>
      <label>
        <span>{t('editDate')}</span>
        <input
          {...ended}
          type="date"
          value={dayOf(copy.publishedTime)}
          onInput={({ currentTarget }) => {
            // Half a date is none yet.
            if (!currentTarget.validity.badInput)
              model.correct('publishedTime', currentTarget.value);
          }}
        />
      </label>
    </div>
  );
}
