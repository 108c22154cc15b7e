import { describe, expect, it } from 'vitest';
import { articleData } from '../../src/extract/metadata/json-ld.ts';
import { likeness, pageTitle, withoutSite } from '../../src/extract/metadata/title.ts';
import { openPage } from '../pages/page-case.ts';

const URL_OF_PAGE = 'https://www.lantern.example/a';

function titleOf(head: string, body: string, site = ''): string {
  const page = openPage(`<head>${head}</head><body>${body}</body>`, URL_OF_PAGE);
  return pageTitle(page, articleData(page), site, URL_OF_PAGE);
}

describe('withoutSite', () => {
  it.each([
    ['Rain tax passed | The Daily Lantern', 'Rain tax passed'],
    ['Rain tax passed - Politics - The Daily Lantern', 'Rain tax passed - Politics'],
    ['The Daily Lantern: news – Rain tax passed', 'Rain tax passed'],
    ['Rain tax passed – the town – The Daily Lantern', 'Rain tax passed – the town'],
    ['Rain – and the tax on it', 'Rain – and the tax on it'],
    ['A well-made kettle', 'A well-made kettle'],
  ])('%s', (title, bare) => {
    expect(withoutSite(title, ['The Daily Lantern'])).toBe(bare);
  });
});

describe('pageTitle', () => {
  it('takes the h1 that agrees with what machines are told, not the logo', () => {
    const body = '<h1>The Daily Lantern</h1><h1>Rain  tax passed after all-night sitting</h1>';
    const head = '<meta property="og:title" content="Rain tax passed after an all-night sitting">';
    expect(titleOf(head, body, 'The Daily Lantern')).toBe(
      'Rain tax passed after all-night sitting',
    );
  });

  it('prefers the words for readers to those for search engines', () => {
    const head = '<title>13 rain tax facts you must know | The Daily Lantern</title>';
    const body = '<h1>What a town pays for its weather</h1>';
    expect(titleOf(head, body, 'The Daily Lantern')).toBe('What a town pays for its weather');
  });

  it('takes neither the logo nor a rubric into the title', () => {
    const head = '<title>Rain tax passed</title>';
    const logo = '<h1><a href="/">Lanterns for a brighter town</a></h1>';
    expect(titleOf(head, `${logo}<h2>Rain tax passed</h2>`)).toBe('Rain tax passed');
    const kicker = '<h1><span class="kicker">Oldmere</span> Rain tax passed</h1>';
    expect(titleOf(head, kicker)).toBe('Rain tax passed');
  });

  it('leaves an h1 that says something else alone', () => {
    const head = '<title>Rain tax passed | The Daily Lantern</title>';
    expect(titleOf(head, '<h1>Politics</h1>', 'The Daily Lantern')).toBe('Rain tax passed');
  });

  it('knows the headline before the name of an unknown site', () => {
    const head = '<title>修伞匠的第七把伞_副刊_河口晚报网</title>';
    expect(titleOf(head, '<h1>修伞匠的第七把伞</h1>')).toBe('修伞匠的第七把伞');
  });

  it('takes a lower heading that is word for word what others are shown', () => {
    const head =
      '<meta property="og:title" content="What a town pays for its weather"><title>Town weather costs</title>';
    const body = '<h1>Town weather costs</h1><h2>What a town pays for its weather</h2>';
    expect(titleOf(head, body)).toBe('What a town pays for its weather');
  });

  it('knows its h1 among others though it is worded otherwise', () => {
    const head = '<title>Easy rain tax checklist | The Daily Lantern</title>';
    const body = '<h1>A checklist for your rain tax</h1><h1>Choose your town</h1>';
    expect(titleOf(head, body, 'The Daily Lantern')).toBe('A checklist for your rain tax');
  });

  it('takes off a section that the address names, with what follows it', () => {
    const head = '<title>Rain tax passed | Town Affairs | Lower Oldmere Gazette</title>';
    const page = openPage(head, 'https://lantern.example/town-affairs/rain-tax-passed/');
    expect(pageTitle(page, {}, 'lantern.example', page.URL)).toBe('Rain tax passed');
  });

  it('takes no headline for a section because the address repeats it', () => {
    const head = '<title>Lanterns at Dusk » Archive » Rain tax passed at last</title>';
    const page = openPage(
      `${head}<h1><a href="/">Lanterns at Dusk</a></h1><h2>Rain tax passed at last</h2>`,
      'https://dusk.example/2019/10/rain-tax-passed-at-last/',
    );
    expect(pageTitle(page, {}, 'dusk.example', page.URL)).toBe('Rain tax passed at last');
  });

  it('reads the headline of JSON-LD', () => {
    const data = '{"@type":"NewsArticle","headline":"Rain &amp; tax"}';
    expect(titleOf(`<script type="application/ld+json">${data}</script>`, '')).toBe('Rain & tax');
  });

  it('gives nothing for a page without any title', () => {
    expect(titleOf('', '<p>Words.</p>')).toBe('');
  });
});

it('finds titles alike by their words, with or without spaces between them', () => {
  expect(likeness('Rain tax passed', 'Rain tax: passed!')).toBe(1);
  expect(likeness('Rain tax passed', 'Twelve soups')).toBe(0);
  expect(likeness('廃線の駅に風鈴三千個', '廃線の駅に風鈴')).toBeGreaterThan(0.7);
  expect(likeness('廃線の駅に風鈴三千個', '川の音で天気を当てる')).toBeLessThan(0.3);
});
