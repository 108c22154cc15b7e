import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../ui/strings.ts';
import { LargeDialog } from './LargeDialog.tsx';
import styles from './large.module.css';

/** A table or code of the article with the whole window; a copy of what is in the page already. */
export function LargeCopy(props: { of: HTMLElement; onClose: () => void }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const article = props.of.closest('.article');
  useLayoutEffect(() => {
    const copy = props.of.cloneNode(true) as HTMLElement;
    for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
    copy.removeAttribute('tabindex');
    box.current!.replaceChildren(copy);
  }, [props.of]);
  return (
    <LargeDialog
      label={t(props.of.matches('table') ? 'largeTable' : 'largeCode')}
      onClose={props.onClose}
    >
      {/* It scrolls, so the keyboard must reach it. */}
      <div
        ref={box}
        class={`article ${styles['copy']}`}
        lang={article?.getAttribute('lang') ?? undefined}
        dir={article && getComputedStyle(article).direction === 'rtl' ? 'rtl' : 'ltr'}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      />
    </LargeDialog>
  );
}
