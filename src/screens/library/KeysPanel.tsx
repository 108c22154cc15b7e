import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import { KEYS } from './keys.ts';
import styles from './keys-panel.module.css';

interface KeysPanelProps {
  open: boolean;
  onClose: () => void;
}

/** All keys of this page, in a dialog that Escape closes. */
export function KeysPanel({ open, onClose }: KeysPanelProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (open) dialog.current!.showModal();
    else dialog.current!.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class={styles['panel']}
      aria-labelledby="keys-title"
      onClose={onClose}
      closedby="any"
    >
      <div class={styles['inside']}>
        <header class={styles['head']}>
          <h2 id="keys-title">{t('listKeys')}</h2>
          <Button label={t('listClose')} icon="close" iconOnly onClick={onClose} />
        </header>
        <dl class={styles['keys']}>
          {KEYS.map(({ command, name, keys }) => (
            <div key={command}>
              <dt>{t(name)}</dt>
              <dd>
                {keys.map((key) => (
                  <Caps key={key} keyName={key} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}

function Caps({ keyName }: { keyName: string }): JSX.Element {
  return (
    <span class={styles['caps']}>
      {keyName.split(/[ +]/).map((cap) => (
        <kbd key={cap}>{capText(cap)}</kbd>
      ))}
    </span>
  );
}

function capText(cap: string): string {
  switch (cap) {
    case 'ArrowDown':
      return '↓';
    case 'ArrowUp':
      return '↑';
    case 'Enter':
      return t('listCapEnter');
    case 'Delete':
      return t('listCapDelete');
    case 'Ctrl':
      return t('listCapCtrl');
    default:
      return cap;
  }
}
