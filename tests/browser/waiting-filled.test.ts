import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Session, startSession } from './session.ts';

const ASKED = 'http://tide.example/the-tide-clock/amp';
const CANONICAL = 'http://tide.example/the-tide-clock';
const ARTICLE = `<!doctype html><html lang="en"><head><title>The Tide Clock</title><link rel="canonical" href="${CANONICAL}"></head>
<body><main><article><h1>The Tide Clock</h1>${`<p>${'A clock with one hand is never wrong for long, say those who wind it every Sunday. '.repeat(8)}</p>`.repeat(4)}</article></main></body></html>`;

const FOUND = `
  const { value } = await chrome.runtime.sendMessage({ ask: 'library/find', about: { shelf: 'all', sort: 'newest', words: '' } });
  return value.first.map(({ url, waiting }) => (waiting ? 'waiting ' : '') + url);`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
  session.site.page(ASKED, ARTICLE);
});
afterAll(() => session.end());

describe(`an address that was kept, whose page names another, in ${inject('browser')}`, () => {
  it.each(['popup', 'key'])('waits no longer when the page is saved by %s', async (way) => {
    const page = await session.ownPage('options/index.html');
    await page.run(
      `const found = (await chrome.runtime.sendMessage({ ask: 'library/ids', about: { shelf: 'all', sort: 'newest', words: '' } })).value;
      await chrome.runtime.sendMessage({ ask: 'library/do', about: [{ ids: found, change: { is: 'removed', removed: true } }] });
      await chrome.runtime.sendMessage({ ask: 'add/start', about: { wishes: [{ url: args[0], title: 'Short' }], read: false } });`,
      ASKED,
    );
    await expect.poll(() => page.run(FOUND)).toEqual([`waiting ${ASKED}`]);
    if (way === 'popup') {
      const { tab, popup } = await session.save(ASKED);
      await popup.close();
      await tab.close();
    } else {
      const tab = await session.driver.open(ASKED);
      await session.driver.command('save-page', tab);
      await expect.poll(() => session.driver.badge(tab), { timeout: 15_000 }).toContain('Saved');
      await tab.close();
    }
    await expect.poll(() => page.run(FOUND), { timeout: 10_000 }).toEqual([CANONICAL]);
    await page.close();
  });
});
