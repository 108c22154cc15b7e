import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { t } from './strings.ts';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog that is open as long as it is drawn. Escape and a click beside it close it; the focus goes back. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    current!.showModal();
    current!.querySelector<HTMLElement>('[data-focus]')?.focus();
    return () => current!.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? `${styles['panel']} ${styles['wide']}` : styles['panel']}
      aria-labelledby={titleId}
      onClose={onClose}
      closedby="any"
    >
      <div class={styles['inside']}>
        <header class={styles['head']}>
          <h2 id={titleId}>{title}</h2>
          <Button label={t('listClose')} icon="close" iconOnly onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
