import { expect, it } from 'vitest';
import { countWords, readingMinutes } from '../../src/article/reading-time.ts';

it.each([
  ['', 0],
  [' … — !? ', 0],
  ['Seven weeks of sourdough', 4],
  ["It's a well-made kettle", 4],
  ['about £38.50 in 2024', 4],
  ['Вода под мостом', 3],
  ['مدينة الواحة تفتح', 3],
  ['雨停过好多回了我说雨停', 5],
  ['列車が Wi-Fi で来る', 4],
])('counts the words of %j', (text, words) => {
  expect(countWords(text)).toBe(words);
});

it('takes about as long for a text and for its translation', () => {
  const english = countWords(
    'He says that on rainy days nobody will part with an umbrella, and only when it clears will they admit that it leaks.',
  );
  const chinese = countWords('他说，下雨的时候人人都舍不得把伞交出来，天晴了，才肯承认它漏。');
  expect(Math.abs(english - chinese)).toBeLessThan(12);
});

it('rounds to whole minutes and never to none', () => {
  expect(readingMinutes(0)).toBe(1);
  expect(readingMinutes(220)).toBe(1);
  expect(readingMinutes(6_000)).toBe(27);
  expect(readingMinutes(600, 300)).toBe(2);
});
