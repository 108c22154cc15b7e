import { expect, it } from 'vitest';
import {
  languageByLetters,
  partsOf,
  sentencesOf,
  wordAt,
} from '../../../../src/screens/reader/aloud/sentences.ts';

const cut = (text: string, lang = 'en'): string[] =>
  sentencesOf(text, lang).map(({ start, end }) => text.slice(start, end));

it('knows a sentence from an abbreviation, a title and an initial', () => {
  expect(cut('Dr. Smith met J. R. Miller at St. Ives. They spoke for approx. 3 hours.')).toEqual([
    'Dr. Smith met J. R. Miller at St. Ives.',
    'They spoke for approx. 3 hours.',
  ]);
  expect(cut('It sells eggs, milk etc. Nobody else does. See Fig. 3 below.')).toEqual([
    'It sells eggs, milk etc.',
    'Nobody else does.',
    'See Fig. 3 below.',
  ]);
});

it('knows the dot of a German ordinal', () => {
  expect(cut('Am 3. Mai kam Hr. Vogt, d. h. spät. Er blieb.', 'de')).toEqual([
    'Am 3. Mai kam Hr. Vogt, d. h. spät.',
    'Er blieb.',
  ]);
  expect(cut('There were 12. Then none.', 'en')).toEqual(['There were 12.', 'Then none.']);
});

it('cuts Chinese, Japanese and Hindi where their sentences end', () => {
  expect(cut('他来了。我们走吧！好。', 'zh')).toEqual(['他来了。', '我们走吧！', '好。']);
  expect(cut('雨が降る。傘がない。', 'ja')).toEqual(['雨が降る。', '傘がない。']);
  expect(cut('वह आया। हम चले।', 'hi')).toEqual(['वह आया।', 'हम चले।']);
});

it('ends a sentence at a line break, and leaves out what cannot be said', () => {
  expect(cut('One line\nanother line\n* * *\nthird')).toEqual([
    'One line',
    'another line',
    'third',
  ]);
});

it('says something for a language that nobody knows', () => {
  expect(cut('One. Two.', 'not a language!')).toEqual(['One.', 'Two.']);
});

it('cuts a long sentence at commas, else at spaces, else between words, and loses nothing', () => {
  const long = `${'The tide came in, slowly at first, and then all at once, '.repeat(12)}and stayed.`;
  const limit = 160;
  const parts = partsOf(long, { start: 0, end: long.length }, limit, 'en');
  expect(parts.every(({ start, end }) => end - start <= limit)).toBe(true);
  expect(parts.map(({ start, end }) => long.slice(start, end)).join(' ')).toBe(long);
  expect(parts.slice(0, -1).every(({ end }) => long[end - 1] === ',')).toBe(true);
  const chinese = '我们今天去北京看朋友然后一起吃饭'.repeat(10);
  const pieces = partsOf(chinese, { start: 0, end: chinese.length }, 50, 'zh');
  expect(pieces.map(({ start, end }) => chinese.slice(start, end)).join('')).toBe(chinese);
  expect(pieces.every(({ start, end }) => end - start <= 50)).toBe(true);
});

it('finds the word at a place, in Japanese too', () => {
  expect(wordAt('the old harbour wall', 8, 20, 'en')).toEqual({ start: 8, end: 15 });
  const { start, end } = wordAt('東京湾の古い灯台', 0, 8, 'ja');
  expect(start).toBe(0);
  expect(end).toBeLessThan(8);
});

it('guesses a language by its letters, and says nothing of Latin ones', () => {
  expect(languageByLetters('東京の灯台')).toBe('ja');
  expect(languageByLetters('北京')).toBe('zh');
  expect(languageByLetters('Привет')).toBe('ru');
  expect(languageByLetters('harbour')).toBe('');
});

it('does not take a short answer for a reference', () => {
  expect(cut('He said No. Then he left. See No. 5.')).toEqual([
    'He said No.',
    'Then he left.',
    'See No. 5.',
  ]);
});
