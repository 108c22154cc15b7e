import { describe, expect, it } from 'vitest';
import { publishedTime, toIso } from '../../src/extract/metadata/published-time.ts';
import { findStory } from '../../src/extract/metadata/story-scope.ts';
import { openPage } from '../pages/page-case.ts';

describe('toIso', () => {
  it.each([
    ['2024-03-06', '2024-03-06'],
    ['20240306', '2024-03-06'],
    ['2018-05', '2018-05'],
    ['2024-03-06T05:12:44Z', '2024-03-06T05:12:44Z'],
    ['2024-03-06T05:12:44.000Z', '2024-03-06T05:12:44Z'],
    ['2024-03-06 05:12', '2024-03-06T05:12'],
    ['2024-03-06T05:12:44+0300', '2024-03-06T05:12:44+03:00'],
    ['Tue, 29 Nov 2011 10:00:00 GMT', '2011-11-29T10:00:00.000Z'],
    ['Tue, 29 Nov 2011 10:00:00 +0100', '2011-11-29T09:00:00.000Z'],
  ])('%s', (told, iso) => {
    expect(toIso(told)).toBe(iso);
  });

  it.each(['', 'yesterday', '5 minutes ago', '2024', '2024-13-40', '2023-02-30', 'Chapter 2024'])(
    'is nothing for %j',
    (told) => {
      expect(toIso(told)).toBe('');
    },
  );

  it('does not move a date without a zone to another day', () => {
    expect(toIso('November 29, 2011')).toBe('2011-11-29');
    expect(toIso('29 Nov 2011 23:30')).toBe('2011-11-29T23:30');
  });
});

describe('publishedTime', () => {
  const url = 'https://lantern.example/2019/7/04/kettle';
  const timeOf = (body: string): string => timeOn(openPage(`<body><h1>Kettle</h1>${body}`, url));
  const timeOn = (page: Document): string =>
    publishedTime(page, {}, findStory(page, 'Kettle'), url, 'en');

  it('is the date beside the headline, else that of the address', () => {
    expect(timeOf('<p><time datetime="2019-07-05">5 July</time></p>')).toBe('2019-07-05');
    expect(timeOf('<p class="date">2019年7月6日 6時00分</p>')).toBe('2019-07-06T06:00');
    expect(timeOf('<p class="date">发布：2019-07-06 08:15</p>')).toBe('2019-07-06T08:15');
    expect(timeOf('')).toBe('2019-07-04');
  });

  it('is that in the box of the headline, above it too, not that of a later story', () => {
    const page = openPage(
      '<body><div><time datetime="2019-07-01"></time><h1>Kettle</h1></div><time datetime="2019-08-02"></time>',
      url,
    );
    expect(timeOn(page)).toBe('2019-07-01');
    const aside = '<article><aside><time datetime="2019-07-02"></time></aside><h1>Kettle</h1>';
    expect(timeOn(openPage(`<body>${aside}</article>`, url))).toBe('2019-07-02');
  });

  it('is never in the future', () => {
    expect(timeOf('<time datetime="2999-01-01">soon</time>')).toBe('2019-07-04');
  });

  it('is not that of a comment', () => {
    expect(timeOf('<div id="comments"><time datetime="2020-01-01">then</time></div>')).toBe(
      '2019-07-04',
    );
  });
});
