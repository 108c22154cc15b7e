import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_LOOK, LOOK, type LookName, propertiesOf } from '../../src/article/look.ts';
import { lookOn, parseSettings } from '../../src/article/settings.ts';

const names = Object.keys(LOOK) as LookName[];

const valid = fc.record(
  Object.fromEntries(
    names.map((name) => {
      const setting = LOOK[name];
      if (setting.is === 'choice') return [name, fc.constantFrom<unknown>(...setting.values)];
      if (setting.is === 'colour')
        return [name, fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${hex(n)}`)];
      const steps = (setting.max - setting.min) / setting.step;
      return [name, fc.integer({ min: 0, max: steps }).map((n) => setting.min + n * setting.step)];
    }),
  ),
  { requiredKeys: [] },
);
const hex = (n: number): string => n.toString(16).padStart(6, '0');

it('keeps every value that there is, also in storage', () => {
  fc.assert(
    fc.property(valid, valid, (look, own) => {
      const stored: unknown = JSON.parse(JSON.stringify({ ...look, sites: { 'a.example': own } }));
      expect(parseSettings(stored)).toEqual({
        ...DEFAULT_LOOK,
        ...look,
        sites: { 'a.example': own },
      });
    }),
  );
});

it('makes settings of anything, and the same of them again', () => {
  const hostile = fc.record(
    Object.fromEntries([...names, 'sites', '__proto__'].map((name) => [name, fc.anything()])),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), hostile), (stored) => {
      const settings = parseSettings(stored);
      expect(Object.keys(settings).sort()).toEqual([...names, 'sites'].sort());
      for (const name of names) {
        const [setting, value] = [LOOK[name], settings[name]];
        if (setting.is === 'choice') expect(setting.values).toContain(value);
        if (setting.is === 'colour') expect(value).toMatch(/^#[\da-f]{6}$/);
        if (setting.is !== 'range') continue;
        expect(value).toBeGreaterThanOrEqual(setting.min);
        expect(value).toBeLessThanOrEqual(setting.max);
      }
      expect(parseSettings(settings)).toEqual(settings);
      for (const [, value] of propertiesOf(settings)) expect(value).toMatch(/^[\w.#]+$/);
    }),
  );
});

it('reads what was stored before there was more than theme and size', () => {
  expect(parseSettings({ theme: 'sepia', textSize: 22 })).toMatchObject({
    theme: 'sepia',
    textSize: 22,
    font: 'serif',
  });
  expect(parseSettings({ theme: 'blue', textSize: '22' })).toEqual(parseSettings(null));
});

it('begins with a value of its own kind for each setting, and ends that its steps reach', () => {
  expect(parseSettings(DEFAULT_LOOK)).toEqual({ ...DEFAULT_LOOK, sites: {} });
  for (const setting of Object.values(LOOK))
    if (setting.is === 'range') expect((setting.max - setting.min) % setting.step).toBe(0);
});

it('gives a site what it has of its own, and the rest as everywhere', () => {
  const settings = parseSettings({
    theme: 'dark',
    weight: 500,
    sites: { 'a.example': { theme: 'sepia' } },
  });
  expect(lookOn(settings, 'a.example')).toMatchObject({
    theme: 'sepia',
    weight: 500,
  });
  expect(lookOn(settings, 'b.example')).toMatchObject({ theme: 'dark' });
  expect(lookOn(settings, '')).not.toHaveProperty('sites');
});
