import type { KeyChoices } from '../article/key-choices.ts';
import type { StringKey } from './strings.ts';

/** A command of a screen and the keys that run it. */
export interface KeyLine<Command extends string> {
  command: Command;
  name: StringKey;
  /** Values of `KeyboardEvent.key`; two with a space between are pressed one after the other. */
  keys: readonly string[];
  /** May be held down to go on. */
  repeats?: true;
}

const TYPING =
  'input:not([type=checkbox]), select, textarea, [contenteditable]:not([contenteditable="false"])';
const OWN_LAYER = 'dialog, [popover]';
const SEQUENCE = 1000;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/** The lines of a screen with what the person chose; a key that was chosen is taken from the command that had it. */
export function withChoices<Command extends string>(
  screen: string,
  lines: readonly KeyLine<Command>[],
  { isOff, chosen }: KeyChoices,
): readonly KeyLine<Command>[] {
  const choiceOf = (command: Command): string | undefined => chosen[`${screen}.${command}`];
  const taken = new Set(lines.map(({ command }) => choiceOf(command)).filter(Boolean));
  return lines.map((line) => {
    const choice = choiceOf(line.command);
    const kept =
      choice === undefined
        ? line.keys
        : [choice, ...line.keys.filter((key) => !writes(key))].filter(Boolean);
    const keys = kept.filter((key) => key === choice || !taken.has(key));
    return { ...line, keys: isOff ? keys.filter((key) => !writes(key)) : keys };
  });
}

/** Whether a key by itself writes a sign into a text: those are what people hit, or say, by mistake. */
const writes = (key: string): boolean => /^(?:Shift\+)?\S(?: \S)?$/u.test(key);

/**
 * Runs the commands of `lines` until `ending`; keys meant for a field, a panel or a control are left to it.
 * `run` may answer false: the key was not wanted, and goes on to the page.
 */
export function listenForKeys<Command extends string>(
  lines: () => readonly KeyLine<Command>[],
  run: (command: Command) => unknown,
  ending: AbortSignal,
): void {
  let before = '';
  let beforeAt = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
    // On its way to a sign such as "*", Shift is a key press of its own.
    if (MODIFIERS.has(event.key)) return;
    const key = keyName(event);
    const lineOf = (wanted: string) => lines().find(({ keys }) => keys.includes(wanted));
    const sequence = event.timeStamp - beforeAt < SEQUENCE && lineOf(`${before} ${key}`);
    before = key;
    beforeAt = event.timeStamp;
    const line = sequence || lineOf(key);
    if (!line || (event.repeat && !line.repeats) || run(line.command) === false) return;
    event.preventDefault();
    before = '';
  };
  document.addEventListener('keydown', onKey, { signal: ending });
}

function isElsewhere(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  // Escape closes what is open, wherever the focus is.
  if (key === 'Escape' && document.querySelector(':popover-open')) return true;
  // Enter belongs to the link or button that has the focus.
  if (key === 'Enter' && target.closest('a, button, summary')) return true;
  return target.closest(TYPING) !== null || target.closest(OWN_LAYER) !== null;
}

/** The key as a line writes it. By meaning, not place: "#" and "?" lie elsewhere on every keyboard. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = /^\p{L}$/u.test(key);
  // Caps lock makes a capital, and is no intention. Signs need Shift on some keyboards and not on others.
  const name = isLetter ? key.toLowerCase() : key;
  const shifted = shiftKey && (isLetter || key.length > 1) ? `Shift+${name}` : name;
  if (altKey) return `Alt+${shifted}`;
  return ctrlKey || metaKey ? `Ctrl+${shifted}` : shifted;
}
