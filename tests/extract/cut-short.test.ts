import { describe, expect, it } from 'vitest';
import { cutShort } from '../../src/extract/cut-short.ts';
import { openPage } from '../pages/page-case.ts';

const told = (free: string): string =>
  `<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": ${free}}</script>`;
const PAID = told('"False"');
const WALL = '<div class="c-Paywall"></div>';
const short = (markup: string, data = '', words = 200) =>
  cutShort(
    openPage(`<body>${data}<main><article>${markup}</article></main></body>`, 'https://a.example/'),
    words,
  );

describe('a text that is cut by a wall', () => {
  it.each([
    'Subscribe to continue reading',
    'Subscribe now to unlock this article',
    'Sign in to keep reading',
    'Register for free to read on',
    'Weiterlesen mit Rheinbogen+',
    'Mit einem Abo können Sie diesen Artikel lesen',
    'Cet article est réservé aux abonnés',
    'Abonnez-vous pour lire la suite',
    'Suscríbete para seguir leyendo',
    'Assine para continuar a ler',
    'Abbonati per continuare a leggere',
    'Bli prenumerant för att läsa vidare',
    'Оформите подписку, чтобы читать дальше',
    'この記事は会員限定です',
    '订阅后阅读全文',
  ])('says so: %s', (offer) => {
    expect(short(`<p>${offer}</p>`, PAID)).toBe('paywall');
    expect(short(`${WALL}<p>${offer}</p>`)).toBe('paywall');
  });

  it.each([
    ['a long text', `${WALL}<p>Subscribe to continue reading</p>`, PAID, 900],
    ['no wall and nothing for machines', '<p>Subscribe to continue reading</p>', '', 200],
    ['a wall that says nothing', WALL, PAID, 200],
    ['free for all', '<p>Subscribe to continue reading</p>', told('true'), 200],
    ['words in a script', `${WALL}<script>"Subscribe to continue reading"</script>`, PAID, 200],
    [
      'a newsletter',
      `${WALL}<p>Subscribe to our newsletter.</p><p>Подпишитесь на рассылку</p><p>Log in</p>`,
      PAID,
      200,
    ],
    [
      'prose of its own',
      `${WALL}<p>He had to subscribe. ${'x '.repeat(200)} to read it.</p>`,
      PAID,
      200,
    ],
  ])('but not with %s', (_what, markup, data, words) => {
    expect(short(markup, data, words)).toBeNull();
  });
});

describe('a text that is still on its way', () => {
  it('is short beside placeholders in its own part of the page', () => {
    expect(short('<div class="ArticleSkeleton"></div>', '', 40)).toBe('loading');
    expect(short('<section aria-busy="true"></section>', '', 40)).toBe('loading');
    expect(short('<div class="skeleton"></div>', '', 400)).toBeNull();
    expect(short('<p>A short notice.</p>', '', 40)).toBeNull();
    const aside = '<body><main></main><aside class="skeleton"></aside></body>';
    expect(cutShort(openPage(aside, 'https://a.example/'), 40)).toBeNull();
  });
});
