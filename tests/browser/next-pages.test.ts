import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { png } from './driver/png.ts';
import type { View } from './driver/driver.ts';
import { SAVE_BUTTON, SAVED, type Session, startSession, webRequests } from './session.ts';

const URL = 'http://weir.example/keeper';
const PARTS = ['First', 'Second', 'Third', 'Fourth'];
const LAST = PARTS.length;
const prose = (name: string): string =>
  `<p>${name}. ${`The ${name.toLowerCase()} gate of the weir is opened by hand at the turn of every tide. `.repeat(8)}</p>`;
const address = (page: number): string => (page === 1 ? URL : `${URL}?page=${page}`);
const pager = (page: number): string =>
  PARTS.map((_part, at) =>
    at + 1 === page ? `<b>${page}</b>` : `<a href="${address(at + 1)}">${at + 1}</a>`,
  ).join(' ');

/** A page of an article, with what must not run and not load when it is only fetched. */
const page = (number: number): string => `<!doctype html><html lang="en"><head>
<title>The Keeper of the Weir</title>
<link rel="stylesheet" href="/style-${number}.css"><script>new Image().src = '/ran-${number}.png'</script></head>
<body><main><article><h1>The Keeper of the Weir</h1>
<img src="/weir-at-dusk.png" width="640" height="400" alt="">
${prose(PARTS[number - 1]!)}
<p><img src="/gate-${PARTS[number - 1]!.toLowerCase()}.png" width="640" height="400" onload="new Image().src='/ran-${number}.png'"></p>
${prose(`${PARTS[number - 1]!}-again`)}
<p>The keeper has written to this paper every week since he was a boy of eleven years.</p>
<div class="pages">${pager(number)}</div></article></main></body></html>`;

const LINE = `(document.querySelector('main article p[role=status]')?.innerText ?? '')`;
const WORDS = `[...document.querySelectorAll('main .article p')].map((p) => p.innerText.split(/[.\\s]/)[0]).filter(Boolean).join(' ')`;
const READ_ALL = 'main article [role=status] + button';
const ALL_WORDS = 'First First-again The Second Second-again Third Third-again Fourth Fourth-again';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  const { site } = session;
  const picture = png(640, 400, [96, 128, 150]);
  for (const name of ['weir-at-dusk', ...PARTS.map((part) => `gate-${part.toLowerCase()}`)])
    site.file(`http://weir.example/${name}.png`, picture, 'image/png');
});
beforeEach(() => {
  for (let number = 1; number <= LAST; number += 1)
    session.site.page(address(number), page(number), { 'set-cookie': `visit=${number}` });
});
afterAll(() => session.end());

const opened = async (url = URL): Promise<{ tab: View; popup: View }> => {
  const views = await session.read(url);
  await views.popup.until(`${LINE} !== ''`);
  return views;
};

describe(`an article over four pages in ${inject('browser')}`, () => {
  it('is read in the popup with one click, without cookies, and nothing of the pages runs', async () => {
    const { tab, popup } = await opened();
    expect(await popup.run(`return ${LINE}`)).toBe('This article goes on: 3 more pages');
    const asked = session.site.log.length;
    await popup.click(READ_ALL);
    await popup.until(`${WORDS} === '${ALL_WORDS}'`);
    expect(await popup.text('main header')).toContain('4 pages joined');
    expect(await popup.run(`return ${LINE}`)).toBe('');
    const later = session.site.log.slice(asked).filter(({ url }) => url.includes('?page='));
    expect(later.map(({ url }) => url)).toEqual([2, 3, 4].map(address));
    for (const { headers } of later) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers.origin).toBeUndefined();
    }
    // The article's own pictures are shown now; what only the pages would load is not asked for.
    const requests = webRequests(session.site.log.slice(asked));
    expect(requests.filter((url) => /style|ran-/.test(url))).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('is read in the reader; a page that fails is named, and the rest comes when it is there', async () => {
    session.site.file(address(3), 'gone', 'text/html', {});
    const { tab, popup } = await opened(`${URL}?utm_source=letter`);
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab('reader/draft.html');
    await reader.until(`${LINE} === 'This article goes on: 3 more pages'`);
    await reader.click(READ_ALL);
    await reader.until(`${LINE}.startsWith('Page 3 is missing')`);
    await reader.until(`${WORDS} === 'First First-again The Second Second-again'`);
    session.site.page(address(3), page(3));
    await reader.click(READ_ALL);
    await reader.until(`${WORDS} === '${ALL_WORDS}'`);
    await reader.close();
    await tab.close();
  });

  it('shows how far it is, and stops when asked', async () => {
    const release = session.site.hold(address(3));
    const { tab, popup } = await opened();
    await popup.click(READ_ALL);
    await popup.until(`${LINE} === 'Page 3 of 4'`);
    await popup.click(READ_ALL);
    await popup.until(`${WORDS} === 'First First-again The Second Second-again'`);
    expect(await popup.run(`return ${LINE}`)).toBe('This article goes on: 2 more pages');
    release();
    await popup.close();
    await tab.close();
  });

  it('begins with the first page when another was opened', async () => {
    const { tab, popup } = await opened(address(3));
    expect(await popup.run(`return ${LINE}`)).toBe('This is one page of a longer article');
    await popup.click(READ_ALL);
    await popup.until(`${WORDS} === '${ALL_WORDS}'`);
    await popup.close();
    await tab.close();
  });

  it('is read where the page itself may fetch nothing, or says that it cannot be', async () => {
    const policy = "default-src 'none'; connect-src 'none'; require-trusted-types-for 'script'";
    session.site.page(URL, page(1), { 'content-security-policy': policy });
    const { tab, popup } = await opened();
    await popup.click(READ_ALL);
    // Firefox holds our script to the page's policy (153).
    if (session.driver.name === 'firefox') {
      await popup.until(`${LINE} === 'Page 2 is missing: it could not be fetched.'`);
      expect(await popup.run(`return ${WORDS}`)).toBe('First First-again The');
    } else await popup.until(`${WORDS} === '${ALL_WORDS}'`);
    await popup.close();
    await tab.close();
  });

  it('says so when its tab was closed, and keeps what there is', async () => {
    const { tab, popup } = await opened();
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab('reader/draft.html');
    await reader.until(`${LINE} !== ''`);
    await tab.close();
    await reader.click(READ_ALL);
    await reader.until(`${LINE}.includes('tab was closed')`);
    expect(await reader.run(`return ${WORDS}`)).toBe('First First-again The');
    await reader.close();
  });

  it('is saved as one article', async () => {
    const { tab, popup } = await opened();
    await popup.click(READ_ALL);
    await popup.until(`${WORDS} === '${ALL_WORDS}'`);
    await popup.click(SAVE_BUTTON);
    await popup.until(SAVED);
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab('reader/index.html');
    await reader.until(`${WORDS} === '${ALL_WORDS}'`);
    expect(await reader.text('main header')).toContain('4 pages joined');
    await reader.close();
    await tab.close();
  });

  it('says below an article that was saved by key that more pages were not read', async () => {
    const url = URL.replace('keeper', 'lock');
    session.site.page(url, page(1).replaceAll('/keeper', '/lock'));
    const tab = await session.driver.open(url);
    await session.driver.command('save-page', tab);
    await expect.poll(() => session.driver.badge(tab), { timeout: 10_000 }).toBe('✓ Saved');
    const popup = await session.driver.clickToolbar(tab);
    await popup.until(SAVED);
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab('reader/index.html');
    await reader.until(`document.querySelector('main article > div:last-child p')`);
    expect(await reader.text('main article')).toMatch(/more pages, which were not read\.$/);
    await reader.close();
    await tab.close();
  });
});
