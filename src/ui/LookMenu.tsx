import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import styles from './look-menu.module.css';
import type { SettingsModel } from './settings-model.ts';
import { providedStrings, t } from './strings.ts';

const PANEL = 'look-panel';

/** Everything about the look, behind one button; loaded when it is first wanted. */
export function LookMenu({ look }: { look: SettingsModel }): JSX.Element {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = panel.current!;
    let unmount: (() => void) | undefined;
    const fill = (): void => {
      void look.loadLater().then(({ createLookEditor, mountLookPanel }) => {
        unmount ??= mountLookPanel(host, look, createLookEditor(look), providedStrings());
      });
    };
    // The click may have come first.
    if (host.matches(':popover-open')) fill();
    else host.addEventListener('beforetoggle', fill, { once: true });
    return () => {
      host.removeEventListener('beforetoggle', fill);
      unmount?.();
    };
  }, [look]);
  return (
    <div class={styles['menu']}>
      <button
        type="button"
        class={styles['opener']}
        popovertarget={PANEL}
        aria-label={t('look')}
        title={t('look')}
        onPointerEnter={() => void look.loadLater()}
      >
        <Icon name="look" />
      </button>
      <div
        ref={panel}
        id={PANEL}
        popover="auto"
        class={styles['panel']}
        role="group"
        aria-label={t('look')}
      />
    </div>
  );
}
