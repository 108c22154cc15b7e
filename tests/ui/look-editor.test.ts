// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { parseSettings, type Settings } from '../../src/article/settings.ts';
import { createLookEditor } from '../../src/ui/look-editor.ts';
import { createSettingsModel } from '../../src/ui/settings-model.ts';

const URL = 'https://www.lane.example/clock';
const page = document.documentElement;

// The model asks for it by itself, and a test may be over before it has come.
beforeAll(() => import('../../src/ui/look-later.ts'));
beforeEach(() => {
  localStorage.clear();
  // jsdom has neither.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  Object.assign(document, { fonts: new EventTarget() });
});

function looking(stored: object = {}) {
  let kept = parseSettings(stored);
  let tell: (settings: Settings) => void = () => undefined;
  const model = createSettingsModel({
    load: () => Promise.resolve(kept),
    save: (settings) => Promise.resolve(void (kept = settings)),
    onChange: (listener) => (tell = listener),
  });
  return {
    model,
    editor: createLookEditor(model),
    kept: () => kept,
    tell: (settings: object) => tell(parseSettings(settings)),
  };
}

it('applies and keeps what is changed, and follows other pages', async () => {
  const { model, editor, kept, tell } = looking({ theme: 'sepia' });
  await vi.waitFor(() => expect(page.dataset['theme']).toBe('sepia'));
  editor.change({ font: 'literata', paragraphSpacing: 50 });
  expect(page.style.getPropertyValue('--paragraph-gap')).toBe('0.5em');
  expect(document.querySelectorAll('link[href="/fonts/literata.css"]')).toHaveLength(1);
  await vi.waitFor(() => expect(kept()).toMatchObject({ font: 'literata', theme: 'sepia' }));
  tell({ theme: 'grey' });
  expect(model.look.value.theme).toBe('grey');
  expect(page.dataset['theme']).toBe('grey');
});

it('changes one site alone once it has its own look, with a way back', () => {
  const { model, editor } = looking();
  editor.setOnlyHere(true);
  expect(model.isOnlyHere.value).toBe(false);
  model.readHere({ url: URL, lang: 'en' });
  editor.setOnlyHere(true);
  editor.change({ theme: 'black' });
  expect(model.settings.value).toMatchObject({
    theme: 'system',
    sites: { 'lane.example': { theme: 'black' } },
  });
  expect(page.dataset['theme']).toBe('black');
  model.readHere({ url: 'https://weir.example/', lang: 'en' });
  expect(page.dataset['theme']).toBe('light');
  model.readHere({ url: URL, lang: 'en' });
  editor.setOnlyHere(false);
  expect(page.dataset['theme']).toBe('light');
  editor.undo();
  expect(page.dataset['theme']).toBe('black');
  expect(editor.canUndo.value).toBe(false);
});

it('resets the look in one step, of the site where it has its own, and takes that back', () => {
  const { model, editor } = looking();
  editor.change({ theme: 'dark', weight: 500 });
  editor.reset();
  expect(model.look.value).toMatchObject({ theme: 'system', weight: 400 });
  editor.undo();
  expect(model.look.value).toMatchObject({ theme: 'dark', weight: 500 });
  model.readHere({ url: URL, lang: '' });
  editor.setOnlyHere(true);
  editor.reset();
  expect(model.look.value.theme).toBe('system');
  expect(model.settings.value.theme).toBe('dark');
  editor.removeSite('lane.example');
  expect(editor.removedSite.value).toBe('lane.example');
  expect(model.look.value.theme).toBe('dark');
});

it('stays at the ends of the sizes', () => {
  const { model, editor } = looking();
  for (let step = 0; step < 40; step += 1) editor.stepTextSize(1);
  expect(model.look.value.textSize).toBe(40);
  for (let step = 0; step < 40; step += 1) editor.stepTextSize(-1);
  expect(model.look.value.textSize).toBe(12);
});

it('opens with the look of last time before storage has answered', () => {
  const first = looking();
  first.editor.change({ theme: 'black', textSize: 30 });
  delete page.dataset['theme'];
  looking();
  expect(page.dataset['theme']).toBe('black');
  expect(page.style.getPropertyValue('--text-size')).toBe('30px');
});

it('runs lines down the page only where the script can', () => {
  const { model, editor } = looking();
  editor.change({ lines: 'down' });
  for (const [lang, lines] of [
    ['en', 'across'],
    ['ja', 'down'],
    ['zh-Hant', 'down'],
    ['ko', 'across'],
  ] as const) {
    model.readHere({ url: URL, lang });
    expect(page.dataset['lines'], lang).toBe(lines);
  }
  editor.change({ lines: 'usual' });
  model.readHere({ url: URL, lang: 'mn-Mong' });
  expect(page.dataset['lines']).toBe('down');
});
