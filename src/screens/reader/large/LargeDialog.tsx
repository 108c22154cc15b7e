import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import styles from './large.module.css';

interface LargeDialogProps {
  label: string;
  /** In the bar at the top, before the button that closes. */
  head?: ComponentChildren;
  onKeyDown?: (event: KeyboardEvent) => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** One thing of the article with the whole window. Escape and a click beside it close it. */
export function LargeDialog(props: LargeDialogProps): JSX.Element {
  const { label, head, onKeyDown, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current!.showModal();
    return () => current!.close();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    // Its keys are those of what it shows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      class={styles['large']}
      aria-label={label}
      onClose={onClose}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        // The reader's own keys rest.
        event.stopPropagation();
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.matches('dialog, [data-beside]')) close();
      }}
    >
      <header class={styles['head']}>
        <span class={styles['said']}>{head}</span>
        <Button label={t('largeClose')} icon="close" iconOnly onClick={close} />
      </header>
      {children}
    </dialog>
  );
}
