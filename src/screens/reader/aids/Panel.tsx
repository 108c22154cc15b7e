import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FOCUS_LINES } from '../../../article/aids.ts';
import { Button } from '../../../ui/Button.tsx';
import { t, tCount } from '../../../ui/strings.ts';
import type { MachineModel } from './machine-model.ts';
import { MachinePart } from './MachinePart.tsx';
import type { AidsModel } from './model.ts';
import styles from './aids.module.css';

interface PanelProps {
  model: AidsModel;
  machine: MachineModel;
  lang: string;
  onClose: () => void;
}

/** Every aid with its switch. */
export function Panel({ model, machine, lang, onClose }: PanelProps): JSX.Element {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const before = document.activeElement;
    panel.current!.showPopover();
    panel.current!.querySelector('select')?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onClose();
      if (before instanceof HTMLElement) before.focus();
    };
    const onPointer = ({ target }: PointerEvent): void => {
      // The button in the bar closes it by itself.
      const isElsewhere = target instanceof Element && !target.closest('header, [popover]');
      if (isElsewhere) onClose();
    };
    addEventListener('keydown', onKey, { capture: true, signal });
    addEventListener('pointerdown', onPointer, { signal });
    return () => ending.abort();
  }, []);
  const { lines, ruler, paragraph, beginnings } = model.aids.value;
  return (
    <div ref={panel} popover="manual" class={styles['panel']} role="dialog" aria-label={t('aids')}>
      <div class={styles['head']}>
        <h2>{t('aids')}</h2>
        <Button label={t('aidsClose')} icon="close" iconOnly onClick={onClose} />
      </div>
      <label class={styles['line']}>
        {t('aidsLines')}
        <select
          value={String(lines)}
          onChange={({ currentTarget }) => {
            const chosen = FOCUS_LINES.find((count) => String(count) === currentTarget.value);
            model.change({ lines: chosen ?? 0 });
          }}
        >
          {FOCUS_LINES.map((count) => (
            <option key={count} value={String(count)}>
              {count === 0 ? t('aidsOff') : tCount('aidsLineCount', count)}
            </option>
          ))}
        </select>
      </label>
      <Switch label={t('aidsRuler')} isOn={ruler} onSwitch={(on) => model.change({ ruler: on })} />
      <Switch
        label={t('aidsParagraph')}
        isOn={paragraph}
        onSwitch={(on) => model.change({ paragraph: on })}
      />
      <Switch
        label={t('aidsBeginnings')}
        isOn={beginnings}
        onSwitch={(on) => model.change({ beginnings: on })}
      />
      {(lines > 0 || ruler || paragraph) && <p class={styles['note']}>{t('aidsHow')}</p>}
      <MachinePart machine={machine} lang={lang} />
    </div>
  );
}

function Switch({
  label,
  isOn,
  onSwitch,
}: {
  label: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}): JSX.Element {
  return (
    <label class={styles['line']}>
      {label}
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
    </label>
  );
}
