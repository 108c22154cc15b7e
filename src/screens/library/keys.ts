import type { StringKey } from '../../ui/strings.ts';

export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'original'
  | 'archive'
  | 'favourite'
  | 'remove'
  | 'tags'
  | 'mark'
  | 'next-marking'
  | 'previous-marking'
  | 'mark-all'
  | 'mark-none'
  | 'undo'
  | 'search'
  | 'keys'
  | 'unread-shelf'
  | 'archive-shelf'
  | 'favourites-shelf'
  | 'all-shelf';

interface KeyLine {
  command: Command;
  name: StringKey;
  /** Values of `KeyboardEvent.key`; two with a space between are pressed one after the other. */
  keys: readonly string[];
}

/** Every key of the list. The listener and the panel that explains them both read this. */
export const KEYS: readonly KeyLine[] = [
  { command: 'next', name: 'listKeyNext', keys: ['j', 'ArrowDown'] },
  { command: 'previous', name: 'listKeyPrevious', keys: ['k', 'ArrowUp'] },
  { command: 'open', name: 'listKeyOpen', keys: ['Enter'] },
  { command: 'original', name: 'listOpenOriginal', keys: ['o'] },
  { command: 'archive', name: 'listKeyArchive', keys: ['e'] },
  { command: 'favourite', name: 'listFavourite', keys: ['f'] },
  { command: 'remove', name: 'removeFromSaved', keys: ['#', 'Delete'] },
  { command: 'tags', name: 'listEditTags', keys: ['t', 'l'] },
  { command: 'mark', name: 'listKeyMark', keys: ['x'] },
  { command: 'next-marking', name: 'listKeyNextMarking', keys: ['Shift+j', 'Shift+ArrowDown'] },
  {
    command: 'previous-marking',
    name: 'listKeyPreviousMarking',
    keys: ['Shift+k', 'Shift+ArrowUp'],
  },
  { command: 'mark-all', name: 'listMarkAll', keys: ['* a', 'Ctrl+a'] },
  { command: 'mark-none', name: 'listMarkNone', keys: ['* n', 'Escape'] },
  { command: 'undo', name: 'undo', keys: ['z', 'Ctrl+z'] },
  { command: 'search', name: 'listKeySearch', keys: ['/'] },
  { command: 'unread-shelf', name: 'listUnread', keys: ['g u'] },
  { command: 'archive-shelf', name: 'listArchive', keys: ['g a'] },
  { command: 'favourites-shelf', name: 'listFavourites', keys: ['g f'] },
  { command: 'all-shelf', name: 'listAll', keys: ['g l'] },
  { command: 'keys', name: 'listKeys', keys: ['?'] },
];

const COMMANDS = new Map(KEYS.flatMap(({ command, keys }) => keys.map((key) => [key, command])));
const HELD = new Set<Command>(['next', 'previous', 'next-marking', 'previous-marking']);
const TYPING =
  'input:not([type=checkbox]), select, textarea, [contenteditable]:not([contenteditable="false"])';
const OWN_LAYER = 'dialog, [popover]';
const SEQUENCE = 1000;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/** Listens for the keys above until `ending`; keys meant for a field, a panel or a control are left to it. */
export function listenForKeys(run: (command: Command) => void, ending: AbortSignal): void {
  let before = '';
  let beforeAt = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
    // On its way to a sign such as "*", Shift is a key press of its own.
    if (MODIFIERS.has(event.key)) return;
    const key = nameOf(event);
    const sequence = event.timeStamp - beforeAt < SEQUENCE && COMMANDS.get(`${before} ${key}`);
    before = key;
    beforeAt = event.timeStamp;
    const command = sequence || COMMANDS.get(key);
    if (!command || (event.repeat && !HELD.has(command))) return;
    event.preventDefault();
    before = '';
    run(command);
  };
  document.addEventListener('keydown', onKey, { signal: ending });
}

function isElsewhere(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  // Enter belongs to the link or button that has the focus.
  if (key === 'Enter' && target.closest('a, button, summary')) return true;
  return target.closest(TYPING) !== null || target.closest(OWN_LAYER) !== null;
}

/** The key as `KEYS` writes it. By meaning, not place: "#" and "?" lie elsewhere on every keyboard. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = /^\p{L}$/u.test(key);
  // Caps lock makes a capital, and is no intention. Signs need Shift on some keyboards and not on others.
  const name = isLetter ? key.toLowerCase() : key;
  const shifted = shiftKey && (isLetter || key.length > 1) ? `Shift+${name}` : name;
  if (altKey) return `Alt+${shifted}`;
  return ctrlKey || metaKey ? `Ctrl+${shifted}` : shifted;
}
