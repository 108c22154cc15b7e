import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { SiteRule } from '../../../src/article/site-rules.ts';
import { createRulesEditor } from '../../../src/screens/options/model.ts';

const rule = (host: string): SiteRule => ({
  host,
  keep: ['.note'],
  drop: [],
  container: '',
  next: '',
});

function editing() {
  const rules = signal([rule('a.example'), rule('b.example')]);
  const editor = createRulesEditor({
    rules,
    save: (value) => (rules.value = value),
    isKept: () => false,
    toggleKept: () => undefined,
    containerOn: () => '',
    setContainer: () => undefined,
  });
  return { editor, hosts: () => rules.value.map(({ host }) => host) };
}

it('removes a rule or all of them, and brings them back where they were', () => {
  const { editor, hosts } = editing();
  editor.remove('a.example');
  expect(hosts()).toEqual(['b.example']);
  editor.undo();
  expect(hosts()).toEqual(['a.example', 'b.example']);
  editor.removeAll();
  expect(hosts()).toEqual([]);
  editor.undo();
  expect(hosts()).toEqual(['a.example', 'b.example']);
  expect(editor.canUndo.value).toBe(false);
});

it('offers the way back for a rule that was emptied too, but for no other change', () => {
  const { editor, hosts } = editing();
  editor.change({ ...rule('a.example'), container: 'main' });
  expect(editor.canUndo.value).toBe(false);
  editor.change({ ...rule('b.example'), keep: [''] });
  expect(hosts()).toEqual(['a.example']);
  editor.undo();
  expect(hosts()).toEqual(['a.example', 'b.example']);
});

it('exports the rules as they are', () => {
  const { editor } = editing();
  expect(JSON.parse(editor.exported())).toEqual([rule('a.example'), rule('b.example')]);
});

it('adds a rule that was written, for a host or an address, once it says something', () => {
  const { editor, hosts } = editing();
  editor.writeFresh({ ...rule('https://www.c.example/story'), keep: [''] });
  expect(editor.canAdd.value).toBe(false);
  editor.add();
  editor.writeFresh({ ...editor.fresh.value, container: 'main' });
  expect(editor.canAdd.value).toBe(true);
  editor.add();
  expect(hosts()).toEqual(['a.example', 'b.example', 'c.example']);
  expect(editor.fresh.value.host).toBe('');
  editor.writeFresh({ ...rule('c.example'), keep: ['.x'] });
  editor.add();
  expect(editor.rules.value[2]).toMatchObject({ keep: ['.x'], container: 'main' });
});
