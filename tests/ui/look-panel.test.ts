// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { LOOK, type LookName } from '../../src/article/look.ts';
import { parseSettings } from '../../src/article/settings.ts';
import { createLookEditor } from '../../src/ui/look-editor.ts';
import { mountLookPanel } from '../../src/ui/look-panel.tsx';
import { createSettingsModel } from '../../src/ui/settings-model.ts';

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;
const words = {
  look: (key: string, values: string[]) =>
    (messages[key]?.message ?? `no ${key}`).replace(/\$(\d)/g, (_, at) => values[Number(at) - 1]!),
  language: 'en',
  dir: 'ltr',
};

beforeEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined }));
  Object.assign(document, { fonts: new EventTarget() });
});

async function panel(stored: object = {}, lang = 'ja') {
  const model = createSettingsModel({
    load: () => Promise.resolve(parseSettings(stored)),
    save: () => Promise.resolve(),
    onChange: () => undefined,
  });
  await Promise.resolve();
  model.readHere({ url: 'https://lane.example/', lang });
  const host = document.body.appendChild(document.createElement('div'));
  mountLookPanel(host, model, createLookEditor(model), words);
  const named = (name: string): HTMLInputElement[] =>
    [...host.querySelectorAll<HTMLInputElement>('input, button')].filter(
      ({ labels, textContent }) =>
        [...(labels ?? []), { textContent }].some((label) => label.textContent?.includes(name)),
    );
  const click = (name: string): void => named(name)[0]!.click();
  return { model, host, named, click };
}

it('has a field with a name for every setting of the table', async () => {
  const { host } = await panel();
  const fields = [...host.querySelectorAll('input')];
  expect(fields.filter(({ labels }) => !labels?.[0]?.textContent)).toEqual([]);
  expect(host.textContent).not.toMatch(/no \w+[A-Z]/);
  const count = (is: 'range' | 'choice'): LookName[] =>
    (Object.keys(LOOK) as LookName[]).filter((name) => LOOK[name].is === is);
  expect(fields.filter(({ type }) => type === 'range')).toHaveLength(count('range').length);
  expect(host.querySelectorAll('fieldset')).toHaveLength(count('choice').length);
  expect(host.querySelectorAll('fieldset > legend:first-child')).toHaveLength(
    count('choice').length,
  );
});

it('offers lines down the page for no script but those', async () => {
  const { host } = await panel({}, 'de');
  expect(host.textContent).not.toContain('Down');
});

it('changes the look, says the value in words, and turns its last button into Undo', async () => {
  const { model, host, named, click } = await panel();
  const [size] = named('Text size');
  size!.value = '24';
  size!.dispatchEvent(new Event('input', { bubbles: true }));
  expect(model.look.value.textSize).toBe(24);
  expect(size!.getAttribute('aria-valuetext')).toBe('24 px');
  click('Sepia');
  expect(model.look.value.theme).toBe('sepia');
  click('Back to the default');
  expect(model.look.value).toMatchObject({ theme: 'system', textSize: 18 });
  click('Undo');
  expect(model.look.value).toMatchObject({ theme: 'sepia', textSize: 24 });
  expect(host.textContent).toContain('Back to the default');
});

it('says when own colours are too faint, and mends them in one click', async () => {
  const { model, host, click } = await panel({
    theme: 'own',
    ownPaper: '#ffffff',
    ownInk: '#888888',
  });
  expect(host.querySelector('[role=status]')!.textContent).toContain('Too faint');
  expect(host.querySelector('[role=status]')!.textContent).toContain('3.5 to 1');
  click('Use the nearest colours');
  expect(model.look.value.ownInk).toBe('#585858');
  expect(host.querySelector('[role=status]')!.textContent).toBe('Contrast of the text: 7.1 to 1.');
});
