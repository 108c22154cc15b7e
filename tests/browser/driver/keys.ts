/** One key press in the terms that both browsers' protocols share. */
export interface Key {
  key: string;
  code: string;
  keyCode: number;
  /** What it would type, with no modifier but Shift held. */
  text: string;
  modifiers: { alt: boolean; control: boolean; meta: boolean; shift: boolean };
}

const named: Record<string, [code: string, keyCode: number, text?: string]> = {
  Enter: ['Enter', 13, '\r'],
  Escape: ['Escape', 27],
  Tab: ['Tab', 9],
  Backspace: ['Backspace', 8],
  Delete: ['Delete', 46],
  ' ': ['Space', 32, ' '],
  ArrowLeft: ['ArrowLeft', 37],
  ArrowUp: ['ArrowUp', 38],
  ArrowRight: ['ArrowRight', 39],
  ArrowDown: ['ArrowDown', 40],
  PageUp: ['PageUp', 33],
  PageDown: ['PageDown', 34],
  End: ['End', 35],
  Home: ['Home', 36],
};

// The US layout: what a key types plain and with Shift.
const symbols: [plain: string, shifted: string, code: string, keyCode: number][] = [
  ...[...')!@#$%^&*('].map((shifted, digit): [string, string, string, number] => [
    String(digit),
    shifted,
    `Digit${String(digit)}`,
    48 + digit,
  ]),
  [';', ':', 'Semicolon', 186],
  ['=', '+', 'Equal', 187],
  [',', '<', 'Comma', 188],
  ['-', '_', 'Minus', 189],
  ['.', '>', 'Period', 190],
  ['/', '?', 'Slash', 191],
  ['`', '~', 'Backquote', 192],
  ['[', '{', 'BracketLeft', 219],
  ['\\', '|', 'Backslash', 220],
  [']', '}', 'BracketRight', 221],
  ["'", '"', 'Quote', 222],
];

/** Reads 'j', '?', 'Enter', 'Shift+Tab' or 'Control+k' as a press on a US keyboard: '?' holds Shift, as it does there. */
export function parseKey(press: string): Key {
  const parts = press === '+' ? ['+'] : press.replace(/\+\+$/, '+\0').split('+');
  const key = (parts.pop() ?? '').replace('\0', '+').replace(/^Space$/, ' ');
  const held = (name: string) => parts.includes(name);
  const symbol = symbols.find(([plain, shifted]) => plain === key || shifted === key);
  const shift = held('Shift') || symbol?.[1] === key || /^[A-Z]$/.test(key);
  const modifiers = { alt: held('Alt'), control: held('Control'), meta: held('Meta'), shift };
  const special = named[key];
  if (special)
    return { key, code: special[0], keyCode: special[1], text: special[2] ?? '', modifiers };
  const plain = modifiers.alt || modifiers.control || modifiers.meta;
  const text = plain ? '' : key;
  if (symbol) return { key, code: symbol[2], keyCode: symbol[3], text, modifiers };
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : undefined;
  return {
    key,
    code: letter ? `Key${letter}` : '',
    keyCode: letter?.charCodeAt(0) ?? 0,
    text,
    modifiers,
  };
}
