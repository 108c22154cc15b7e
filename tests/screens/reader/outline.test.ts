import { expect, it } from 'vitest';
import { createOutlineModel, outlineOf } from '../../../src/screens/reader/outline/model.ts';

const depths = (...levels: number[]): number[] =>
  outlineOf(levels.map((level) => ({ text: 'x', level }))).map(({ depth }) => depth);

it('leaves no level out', () => {
  expect(depths(2, 4, 4, 3, 2)).toEqual([0, 1, 1, 1, 0]);
  expect(depths(3, 2, 3)).toEqual([0, 0, 1]);
  expect(depths(1, 2, 3, 4, 5, 6)).toEqual([0, 1, 2, 3, 3, 3]);
});

it('is nothing for one heading, and stays closed once it was closed', () => {
  const kept = new Map<string, unknown>();
  const memory = {
    recall: (name: string) => kept.get(name) ?? null,
    remember: (name: string, value: unknown) => void kept.set(name, value),
  };
  const outline = createOutlineModel(memory);
  outline.take([{ text: 'Only', level: 2 }]);
  expect(outline.lines.value).toEqual([]);
  outline.take([
    { text: 'One', level: 2 },
    { text: 'Two', level: 3 },
  ]);
  expect(outline.lines.value.map(({ text }) => text)).toEqual(['One', 'Two']);
  expect(outline.isWanted.value).toBe(true);
  outline.toggle();
  expect(createOutlineModel(memory).isWanted.value).toBe(false);
});
