import { describe, expect, it } from 'vitest';
import { findAhead } from '../../../src/extract/pages/find-ahead.ts';
import { openPage } from '../../pages/page-case.ts';

const PROSE =
  '<h1>The Keeper of the Weir</h1><p>The keeper of the weir opens its gates by hand at the turn of every tide.</p>';

const at = (address: string, pager: string, options = {}, head = '') =>
  findAhead(
    openPage(`<head>${head}</head><body><article>${PROSE}${pager}</article></body>`, address),
    address,
    options,
  );

/** Number and address of the next page as a person would put them. */
const onward = (address: string, pager: string, head = ''): string => {
  const ahead = at(address, pager, {}, head);
  if (!ahead) return 'ends here';
  const { pathname, search } = new URL(ahead.next);
  return `${pathname}${search}${ahead.count ? ` of ${ahead.count} more` : ''}${ahead.fromStart ? ' from the start' : ''}`;
};

describe('an article goes on', () => {
  it.each([
    // What the site is like, where we are, its pager, what is next.
    [
      'a query',
      '/story?page=1',
      '<a href="/story?page=2">2</a><a href="/story?page=3">3</a>',
      '/story?page=2 of 2 more',
    ],
    [
      'a query beside others',
      '/s.php?id=5&utm_source=x',
      '<a href="?page=2&id=5">Next page</a>',
      '/s.php?page=2&id=5 of 0',
    ],
    [
      'a query counted from 0',
      '/story',
      '<b>1</b> <a href="/story?page=1">2</a> <a href="/story?page=2">3</a>',
      '/story?page=1 of 2 more',
    ],
    [
      'a second page counted from 0',
      '/story?page=1',
      '<a href="/story">1</a> <b>2</b> <a href="/story?page=2">3</a>',
      '/story of 3 more from the start',
    ],
    [
      'a number below',
      '/2026/11/weir/',
      '<p>Pages: 1 <a href="/2026/11/weir/2/">2</a> <a href="/2026/11/weir/3/">3</a></p>',
      '/2026/11/weir/2/ of 2 more',
    ],
    ['a number at the end', '/weir.html', '<a href="weir-2.html">2</a>', '/weir-2.html of 1 more'],
    ['an underscore', '/weir.html', '<a href="weir_2.html">Next »</a>', '/weir_2.html of 0'],
    ['a number without a sign', '/weir1.html', '<a href="weir2.html">next</a>', '/weir2.html of 0'],
    [
      'a page below the file',
      '/weir.html',
      '<a href="/weir/2.html">Continue</a>',
      '/weir/2.html of 0',
    ],
    [
      'Germany',
      '/kultur/wehr',
      '<a href="/kultur/wehr/seite-2">Nächste Seite</a>',
      '/kultur/wehr/seite-2 of 0',
    ],
    [
      'Germany, with titles',
      '/wehr',
      '<ul><li>Seite 1: Anfang</li><li><a href="/wehr/seite-2">Seite 2: Ende</a></li></ul>',
      '/wehr/seite-2 of 1 more',
    ],
    [
      'an old magazine',
      '/wehr/0,1518,339,00.html',
      '<div><span>Seite 1 von 3</span> <a href="/wehr/0,1518,339-2,00.html">Weiter</a></div>',
      '/wehr/0,1518,339-2,00.html of 2 more',
    ],
    ['France', '/barrage', '<a href="/barrage?page=2">Page suivante</a>', '/barrage?page=2 of 0'],
    ['Spain', '/presa', '<a href="/presa?pagina=2">Siguiente</a>', '/presa?pagina=2 of 0'],
    [
      'Brazil',
      '/barragem',
      '<a href="/barragem/pagina-2">próxima página</a>',
      '/barragem/pagina-2 of 0',
    ],
    ['Italy', '/diga', '<a href="/diga/2">Avanti ›</a>', '/diga/2 of 0'],
    ['the Netherlands', '/stuw', '<a href="/stuw?p=2">Volgende</a>', '/stuw?p=2 of 0'],
    ['Poland', '/jaz,1.html', '<a href="/jaz,2.html">Następna strona</a>', '/jaz,2.html of 0'],
    [
      'Russia',
      '/plotina',
      '<a href="/plotina?page=2">Следующая страница →</a>',
      '/plotina?page=2 of 0',
    ],
    ['Japan', '/seki', '<p>1/3ページ</p><a href="/seki?page=2">次へ</a>', '/seki?page=2 of 2 more'],
    ['Japan, with a title', '/seki', '<a href="/seki/2">次ページ：水門の音</a>', '/seki/2 of 0'],
    ['China', '/ba.html', '<a href="/ba_2.html">下一页</a>', '/ba_2.html of 0'],
    ['Arabic', '/sadd', '<a href="/sadd?page=2">الصفحة التالية</a>', '/sadd?page=2 of 0'],
    ['Turkey', '/baraj', '<a href="/baraj/2">Sonraki Sayfa</a>', '/baraj/2 of 0'],
    [
      'an arrow',
      '/weir',
      '<a href="/weir/2"><img src="x.png" alt=""></a><a href="/weir/2">→</a>',
      '/weir/2 of 0',
    ],
    [
      'a name for machines',
      '/weir',
      '<a href="/weir?page=2" aria-label="Next page"><svg></svg></a>',
      '/weir?page=2 of 0',
    ],
    [
      'a menu of pages',
      '/weir',
      '<select><option value="/weir">Page 1: Locks</option><option value="/weir?page=2">Page 2: Tides</option></select>',
      '/weir?page=2 of 1 more',
    ],
    [
      'any address, said in words',
      '/reportage/wehr-auf.html',
      '<div><b>Page 1 of 3</b> <a href="/reportage/7711.html">Next</a></div>',
      '/reportage/7711.html of 2 more',
    ],
    [
      'a second page without the first',
      '/weir/2',
      '<a href="/weir/3">Next page</a>',
      '/weir/3 of 0',
    ],
    [
      'a later page',
      '/weir?page=2',
      '<a href="/weir">1</a> 2 <a href="/weir?page=3">3</a>',
      '/weir of 3 more from the start',
    ],
    [
      'the last page',
      '/weir/page/3',
      '<a href="/weir/">1</a> <a href="/weir/page/2">2</a> 3',
      '/weir/ of 2 more from the start',
    ],
  ])('%s', (_what, path, pager, expected) => {
    expect(onward(`https://weir.example${path}`, pager)).toBe(expected.replace(' of 0', ''));
  });

  it('by a link for machines', () => {
    const link = '<link rel="next" href="/weir?page=2">';
    expect(onward('https://weir.example/weir', '', link)).toBe('/weir?page=2');
    const below = '<link rel="next" href="https://www.weir.example/weir/2/">';
    expect(onward('https://weir.example/weir/', '', below)).toBe('/weir/2/');
  });

  it('names the page with all of it', () => {
    const pager = '<a href="/weir/2">2</a>';
    const whole = (link: string) => at('https://weir.example/weir', pager + link)?.whole;
    expect(whole('<a href="/weir?print=1">View as a single page</a>')).toContain('print=1');
    expect(whole('<a href="/weir/komplettansicht">Auf einer Seite lesen</a>')).toContain('/kompl');
    expect(whole('<a href="/weir/all">View all</a>')).toContain('/weir/all');
    expect(whole('<a href="/letters">View all</a>')).toBe('');
    expect(whole('<a href="https://elsewhere.example/weir">Single page</a>')).toBe('');
  });

  it('where the rule for the site says so', () => {
    const by = (selector: string) =>
      at('https://weir.example/a', '<p class="on"><a href="/b">Onwards</a></p>', { selector })
        ?.next;
    expect(by('.on a')).toBe('https://weir.example/b');
    expect(by('.on')).toBe('https://weir.example/b');
    expect(by('.gone')).toBeUndefined();
    expect(by('p[[')).toBeUndefined();
  });
});

describe('an article ends', () => {
  it.each([
    ['the next article', '/weir', '<a rel="next" href="/lock-keeper">Next: The Lock Keeper</a>'],
    ['the next article by number', '/letters/41', '<a rel="next" href="/letters/42">Next</a>'],
    [
      'the next article of the same name',
      '/my-trip',
      '<a rel="next" href="/my-trip-2">My trip, again</a>',
    ],
    ['an id that counts', '/story-100', '<a href="/story-101">Next</a>'],
    ['the next day', '/2026/11/12', '<a href="/2026/11/13">13</a><a href="/2026/11/14">14</a>'],
    [
      'pages of comments',
      '/weir',
      '<div class="comments"><a href="/weir/comment-page-2">Next page</a></div>',
    ],
    [
      'pages of comments by number',
      '/weir',
      '<nav id="comments-nav"><a href="/weir?page=2">2</a></nav>',
    ],
    [
      'pages of what others wrote',
      '/weir',
      '<div><div><b>1</b> <a href="?p=2">2</a></div><p>A fine weir!</p><textarea></textarea></div>',
    ],
    [
      'pages of related stories',
      '/weir',
      '<div class="related"><a href="/weir?page=2">2</a></div>',
    ],
    ['the front page', '/', '<a href="/page/2">Next page</a>'],
    ['the blog', '/blog/', '<a href="/blog/page/2/">Older posts</a><a href="/blog/page/2/">2</a>'],
    ['a category', '/category/water/', '<a href="/category/water/page/2/">2</a>'],
    ['a tag', '/tag/water', '<a rel="next" href="/tag/water?page=2">Weiter</a>'],
    ['an author', '/author/ines', '<a href="/author/ines/2">2</a>'],
    ['a search', '/find?q=weir', '<a href="/find?q=weir&page=2">Next page</a>'],
    ['another site', '/weir', '<a href="https://elsewhere.example/weir?page=2">Next page</a>'],
    ['a script', '/weir', '<a href="javascript:next(2)">Next page</a>'],
    ['a place on the page', '/weir', '<a href="#2">2</a>'],
    ['another parameter', '/weir', '<a href="/weir?image=2">Next</a>'],
    ['a note', '/weir', '<p>He read page 2 of 3 letters.<sup><a href="/weir#n2">2</a></sup></p>'],
    [
      'numbers that are no pages',
      '/weir',
      '<a href="/top/1">1</a><a href="/top/2">2</a><a href="/top/3">3</a>',
    ],
    [
      'a list of articles below',
      '/weir',
      '<div><span>Page 1 of 9</span></div><a href="/older">Older</a>',
    ],
  ])('before %s', (_what, path, pager) => {
    expect(onward(`https://weir.example${path}`, pager)).toBe('ends here');
  });

  it('on a page whose body says that it is a list', () => {
    const address = 'https://weir.example/water';
    const markup = `<body class="archive">${PROSE}<a href="/water/page/2">Next page</a></body>`;
    expect(findAhead(openPage(markup, address), address)).toBeNull();
  });

  it('on its last page, when it is read as a part of the whole', () => {
    const pager = '<a href="/weir">1</a> <a href="/weir?page=2">2</a> 3';
    expect(at('https://weir.example/weir?page=3', pager, { onwards: true })).toBeNull();
  });
});
