import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { type KeyLine, keyName } from './keys.ts';
import type { Chosen, KeysModel } from './keys-model.ts';
import styles from './keys-panel.module.css';
import { t } from './strings.ts';

interface KeysPanelProps<Command extends string, Listening extends string> {
  keys: KeysModel<Command>;
  /** The keys of the bar that reads aloud, where there is one. */
  whileListening?: KeysModel<Listening>;
  onClose: () => void;
}

/** All keys of a screen, each to be changed by pressing another. */
export function KeysPanel<Command extends string, Listening extends string>({
  keys,
  whileListening,
  onClose,
}: KeysPanelProps<Command, Listening>): JSX.Element {
  return (
    <Dialog title={t('listKeys')} onClose={onClose}>
      <label class={styles['switch']}>
        <input
          type="checkbox"
          checked={!keys.isOff.value}
          onChange={({ currentTarget }) => keys.turn(!currentTarget.checked)}
        />
        {t('keysOn')}
      </label>
      <Keys keys={keys} />
      {whileListening && (
        <>
          <h3 class={styles['part']}>{t('keysWhileListening')}</h3>
          <Keys keys={whileListening} />
        </>
      )}
    </Dialog>
  );
}

function Keys<Command extends string>({ keys }: { keys: KeysModel<Command> }): JSX.Element {
  const [choosing, setChoosing] = useState<Command | null>(null);
  const [chosen, setChosen] = useState<Chosen<Command> | null>(null);
  const lines = keys.lines.value;
  const nameOf = (command: Command): string =>
    t(lines.find((line) => line.command === command)!.name);
  const onKey = (command: Command, key: string): void => {
    const outcome = keys.choose(command, key);
    setChosen(outcome);
    if (outcome.is === 'chosen') setChoosing(null);
  };
  return (
    <>
      <p class={styles['said']} role="status">
        {chosen ? saidOf(chosen, nameOf) : t('keysHow')}
      </p>
      <dl class={styles['keys']}>
        {lines.map((line) => (
          <Line
            key={line.command}
            line={line}
            isChoosing={choosing === line.command}
            isChanged={keys.changed.value.has(line.command)}
            onChoose={() => {
              setChosen(null);
              setChoosing(line.command);
            }}
            onKey={(key) => onKey(line.command, key)}
            onLeave={() => setChoosing(null)}
            onReset={() => keys.reset(line.command)}
          />
        ))}
      </dl>
      <div class={styles['ways']}>
        {keys.canUndo.value && <Button label={t('undo')} onClick={keys.undo} />}
        {keys.changed.value.size > 0 && <Button label={t('keysAllOwn')} onClick={keys.resetAll} />}
      </div>
    </>
  );
}

function saidOf<Command>(chosen: Chosen<Command>, nameOf: (command: Command) => string): string {
  if (chosen.is === 'refused') return t('keysRefused');
  return chosen.takenFrom === null ? t('keysChosen') : t('keysTaken', nameOf(chosen.takenFrom));
}

interface LineProps {
  line: KeyLine<string>;
  isChoosing: boolean;
  isChanged: boolean;
  onChoose: () => void;
  onKey: (key: string) => void;
  onLeave: () => void;
  onReset: () => void;
}

function Line({
  line: { name, keys },
  isChoosing,
  isChanged,
  onChoose,
  onKey,
  onLeave,
  onReset,
}: LineProps): JSX.Element {
  const change = useRef<HTMLButtonElement>(null);
  const wasChoosing = useRef(false);
  // The field for the key is gone, and the focus with it: at once, or the next key is the page's.
  useLayoutEffect(() => {
    if (wasChoosing.current && !isChoosing) change.current?.focus();
    wasChoosing.current = isChoosing;
  }, [isChoosing]);
  return (
    <div>
      <dt id={`key-${name}`}>{t(name)}</dt>
      <dd>
        {isChoosing ? (
          <KeyField onKey={onKey} onLeave={onLeave} />
        ) : (
          <>
            {isChanged && <Button label={t('keysOwn')} onClick={onReset} />}
            <button
              ref={change}
              type="button"
              class={styles['change']}
              id={`change-${name}`}
              aria-labelledby={`key-${name} change-${name}`}
              title={t('keysChangeTitle')}
              onClick={onChoose}
            >
              {keys.length === 0
                ? t('keysNone')
                : keys.map((key) => [<Caps key={key} of={key} />, ' '])}
            </button>
          </>
        )}
      </dd>
    </div>
  );
}

/** Waits for the one key that is to be taken. */
function KeyField({ onKey, onLeave }: Pick<LineProps, 'onKey' | 'onLeave'>): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current!.focus(), []);
  return (
    <input
      ref={field}
      class={styles['field']}
      readOnly
      value=""
      placeholder={t('keysPress')}
      aria-label={t('keysPress')}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Tab' || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') onLeave();
        else onKey(keyName(event));
      }}
    />
  );
}

function Caps({ of }: { of: string }): JSX.Element {
  return (
    <span class={styles['caps']}>
      {partsOf(of).map((cap) => (
        <kbd key={cap}>{capText(cap)}</kbd>
      ))}
    </span>
  );
}

const partsOf = (key: string): string[] => (key.length === 1 ? [key] : key.split(/[ +]/));

function capText(cap: string): string {
  switch (cap) {
    case 'ArrowDown':
      return '↓';
    case 'ArrowUp':
      return '↑';
    case 'ArrowLeft':
      return '←';
    case 'ArrowRight':
      return '→';
    case ' ':
      return t('listCapSpace');
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
