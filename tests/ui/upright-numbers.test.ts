// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { wrapNumbers } from '../../src/ui/upright-numbers.ts';

const upright = (html: string): string[] => {
  const article = new DOMParser().parseFromString(html, 'text/html').body;
  const words = article.textContent;
  wrapNumbers(article);
  wrapNumbers(article);
  expect(article.textContent).toBe(words);
  return [...article.querySelectorAll('.upright')].map(({ textContent }) => textContent);
};

it('sets numbers of one or two digits upright, and no part of a longer one', () => {
  expect(upright('<p>1903年3月15日、46キログラム。</p>')).toEqual(['3', '15', '46']);
  expect(upright('<p>3.5メートル、12:30、A4、B52、2024-05-06、1,200円、50%、第7</p>')).toEqual([
    '7',
  ]);
  expect(upright('<p>注<sup>12</sup><code>34</code><ruby>鎖<rt>12</rt></ruby></p>')).toEqual([]);
});

it('leaves ranges where they are', () => {
  const article = document.createElement('p');
  article.append('歯車が11枚、46キログラムの重り');
  const range = document.createRange();
  const text = article.firstChild!;
  range.setStart(text, 0);
  range.setEnd(text, 17);
  const words = range.toString();
  wrapNumbers(article);
  expect(range.toString()).toBe(words);
});
