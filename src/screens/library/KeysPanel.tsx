import type { JSX } from 'preact';
import { t } from '../../ui/strings.ts';
import { Dialog } from './Dialog.tsx';
import { KEYS } from './keys.ts';
import styles from './keys-panel.module.css';

/** All keys of this page. */
export function KeysPanel({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={t('listKeys')} onClose={onClose}>
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
    </Dialog>
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
    case 'Shift':
      return t('listCapShift');
    case 'Escape':
      return t('listCapEscape');
    default:
      return cap;
  }
}
