import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../src/extract/metadata/written-date.ts';

describe('writtenDate', () => {
  it.each([
    ['March 4, 2021', 'en'],
    ['4th of March 2021', 'en-GB'],
    ['4. März 2021', 'de'],
    ['4 mars 2021', 'fr'],
    ['4 de marzo de 2021', 'es'],
    ['4 de março de 2021', 'pt'],
    ['4 marzo 2021', 'it'],
    ['4 maart 2021', 'nl'],
    ['4 marca 2021', 'pl'],
    ['4 марта 2021', 'ru'],
    ['4 березня 2021', 'uk'],
    ['4 Mart 2021', 'tr'],
    ['4. března 2021', 'cs'],
    ['4 Μαρτίου 2021', 'el'],
    ['2021年3月4日', 'ja'],
    ['2021년 3월 4일', 'ko'],
    ['4 مارس 2021', 'ar'],
    ['04.03.2021', 'de'],
    ['04/03/2021', 'fr'],
    ['03/04/2021', 'en-US'],
    ['04/03/2021', 'en-GB'],
    ['04-03-2021', 'en'],
  ])('%s', (text, lang) => {
    expect(writtenDate(`x: ${text}`, lang)).toBe('2021-03-04');
  });

  it('reads the hour behind the day', () => {
    expect(writtenDate('March 4, 2021 at 5:07 pm', 'en')).toBe('2021-03-04T17:07');
    expect(writtenDate('4. März 2021, 17:07 Uhr', 'de')).toBe('2021-03-04T17:07');
  });

  it('prefers the day of publishing to that of a change', () => {
    expect(writtenDate('Updated: May 9, 2022. Published March 4, 2021', 'en')).toBe('2021-03-04');
  });

  it.each([
    'Chapter 12, 2021',
    '31 February 2021',
    'room 3.14.15',
    'version 10.2.2021.4x',
    'in 2021',
  ])('is nothing for %j', (text) => {
    expect(writtenDate(text, 'en').startsWith('2021-03')).toBe(false);
  });
});
