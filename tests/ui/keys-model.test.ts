import { expect, it } from 'vitest';
import { type KeyChoices, parseKeyChoices } from '../../src/article/key-choices.ts';
import { createKeysModel } from '../../src/ui/keys-model.ts';

type Command = 'next' | 'archive' | 'unread' | 'remove';
const LINES = [
  { command: 'next', name: 'listKeyNext', keys: ['j', 'ArrowDown'] },
  { command: 'archive', name: 'listKeyArchive', keys: ['e'] },
  { command: 'unread', name: 'listUnread', keys: ['g u'] },
  { command: 'remove', name: 'remove', keys: ['#', 'Delete'] },
] as const;

function start() {
  const kept: KeyChoices[] = [];
  const model = createKeysModel<Command>('list', LINES, {
    load: () => new Promise(() => {}),
    save: async (choices) => void kept.push(parseKeyChoices(JSON.parse(JSON.stringify(choices)))),
    onChange: () => {},
  });
  const keysOf = (command: Command) =>
    model.lines.value.find((line) => line.command === command)!.keys;
  return { model, keysOf, kept };
}

it('takes a key, and leaves those that write nothing', () => {
  const { model, keysOf, kept } = start();
  expect(model.choose('next', 'n')).toEqual({ is: 'chosen', key: 'n', takenFrom: null });
  expect(keysOf('next')).toEqual(['n', 'ArrowDown']);
  expect(kept.at(-1)!.chosen).toEqual({ 'list.next': 'n' });
  model.reset('next');
  expect(keysOf('next')).toEqual(['j', 'ArrowDown']);
});

it('says whose key it took, be it an own or a chosen one, and takes it back', () => {
  const { model, keysOf } = start();
  expect(model.choose('archive', 'j')).toMatchObject({ takenFrom: 'next' });
  expect(keysOf('next')).toEqual(['ArrowDown']);
  expect(model.choose('remove', 'j')).toMatchObject({ takenFrom: 'archive' });
  expect(keysOf('archive')).toEqual([]);
  expect(keysOf('remove')).toEqual(['j', 'Delete']);
  model.undo();
  expect(keysOf('archive')).toEqual(['j']);
  expect(keysOf('remove')).toEqual(['#', 'Delete']);
  model.resetAll();
  expect(keysOf('next')).toEqual(['j', 'ArrowDown']);
});

it.each(['Ctrl+t', 'Tab', ' ', 'Enter', 'F5', 'Alt+d', 'ArrowUp', 'g'])(
  'leaves %s to the browser, the page, or the keys that begin with it',
  (key) => {
    const { model, kept } = start();
    expect(model.choose('archive', key).is).toBe('refused');
    expect(kept).toEqual([]);
  },
);

it('keeps what was chosen elsewhere meanwhile, and undoes none of it', () => {
  let kept = parseKeyChoices(null);
  const listeners: ((choices: KeyChoices) => void)[] = [];
  const area = {
    load: () => new Promise<KeyChoices>(() => {}),
    save: async (choices: KeyChoices) => {
      kept = choices;
      for (const listener of listeners) listener(choices);
    },
    onChange: (listener: (choices: KeyChoices) => void) => void listeners.push(listener),
  };
  const here = createKeysModel<Command>('list', LINES, area);
  const elsewhere = createKeysModel<Command>('other', LINES, area);
  here.choose('next', 'n');
  elsewhere.choose('next', 'm');
  expect(here.canUndo.value).toBe(false);
  here.choose('archive', 'x');
  expect(kept.chosen).toEqual({ 'list.next': 'n', 'other.next': 'm', 'list.archive': 'x' });
  here.undo();
  expect(kept.chosen).toEqual({ 'list.next': 'n', 'other.next': 'm' });
});

it('turns off what a cat or a voice may press', () => {
  const { model, keysOf } = start();
  model.turn(true);
  expect(keysOf('next')).toEqual(['ArrowDown']);
  expect(keysOf('unread')).toEqual([]);
  expect(keysOf('remove')).toEqual(['Delete']);
});

it('reads whatever is stored', () => {
  expect(
    parseKeyChoices({
      isOff: 'yes',
      chosen: { 'list.next': 'Ctrl+w', x: 'y', 'list.archive': 'q' },
    }),
  ).toEqual({
    isOff: false,
    chosen: { 'list.archive': 'q' },
  });
  expect(parseKeyChoices('broken').chosen).toEqual({});
});
