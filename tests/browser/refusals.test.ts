import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type messages from '../../public/_locales/en/messages.json';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

type Key = keyof typeof messages;
const WORDS = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
) as typeof messages;
const BROWSER_PAGE = { chromium: 'chrome://version', firefox: 'about:license' }[inject('browser')];
const PDF =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj trailer<</Root 1 0 R>>';
const PARAGRAPH = `<p>${'The tide went out further than anybody remembered, and the harbour stood full of boats on their sides. '.repeat(4)}</p>`;
const article = (inside: string): string =>
  `<!doctype html><title>Low Water</title><article><h1>Low Water</h1>${PARAGRAPH.repeat(3)}${inside}${PARAGRAPH.repeat(3)}</article>`;

let session: Session;
const open: View[] = [];

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());
afterEach(async () => {
  for (const view of open.splice(0)) await view.close();
});

/** Clicks the toolbar button on a page and gives the popup. */
async function popupOn(url: string, wait: 'load' | 'dom' = 'dom'): Promise<View> {
  const tab = await session.driver.open(url, wait);
  const popup = await session.driver.clickToolbar(tab);
  open.push(popup, tab);
  return popup;
}

/** The popup says this, and nothing that reads like a program. */
async function says(popup: View, key: Key, timeout = 20_000): Promise<void> {
  const words = JSON.stringify(WORDS[key].message);
  await popup.until(`document.querySelector('main h1')?.innerText === ${words}`, timeout);
  const said = await popup.text('main');
  expect(said).not.toMatch(
    /error:|exception|undefined|\[object|cannot access contents|missing host/i,
  );
  expect(said.length).toBeGreaterThan(40);
}

describe(`where there is no article, in ${inject('browser')}`, () => {
  it('names a page of the browser', async () =>
    says(await popupOn(BROWSER_PAGE, 'load'), 'failBrowserPage'));

  it('names the source of a page', async () => {
    session.site.page('http://plain.test/', article(''));
    // Chromium withholds the address of a source, so it cannot be told from other closed pages.
    const key = inject('browser') === 'chromium' ? 'failNoAccess' : 'failViewSource';
    await says(await popupOn('view-source:http://plain.test/'), key);
  });

  it('names a PDF', async () => {
    session.site.file('http://paper.test/paper.pdf', PDF, 'application/pdf');
    await says(await popupOn('http://paper.test/paper.pdf'), 'failPdf');
  });

  it('names a page that did not load', async () =>
    says(await popupOn('https://refused.test/'), 'failErrorPage'));

  it('names a picture', async () => {
    session.site.file('http://plain.test/words.txt', 'Only words', 'text/plain');
    await says(await popupOn('http://plain.test/words.txt'), 'failNotAPage');
  });

  it('names a list of articles, and shows it to who asks for it all the same', async () => {
    const popup = await popupOn(session.serveCase('section-front'));
    await says(popup, 'failListPage');
    await popup.click('main section[role=status] button');
    await popup.until(
      `document.querySelector('.article')?.innerText.includes('How to read a fence')`,
    );
  });

  it('names a page with hardly any text', async () =>
    says(await popupOn(session.serveCase('app-shell')), 'failNoArticle'));

  it('waits for a page that is still loading, reads what is there, and all of it in the end', async () => {
    session.site.page('http://slow.test/', article('<script src="/late.js"></script>'));
    const release = session.site.hold('http://slow.test/late.js');
    const tab = await session.driver.open('about:blank');
    await tab.run(`location.href = 'http://slow.test/'`);
    await tab.until(`document.querySelectorAll('p').length === 3`);
    const popup = await session.driver.clickToolbar(tab);
    open.push(popup, tab);
    await says(popup, 'failStillLoading');
    await popup.click('main button');
    await popup.until(`document.querySelectorAll('main .article p').length === 3`);
    await popup.until(`document.querySelector('main').innerText.includes('still loading when')`);
    await popup.close();
    const again = await session.driver.clickToolbar(tab);
    open.push(again);
    await says(again, 'failStillLoading');
    release();
    await again.until(`document.querySelectorAll('main .article p').length === 6`);
  });

  it('gives up on a page that does not answer', async () => {
    session.site.page('http://busy.test/', article(''));
    const tab = await session.driver.open('http://busy.test/');
    await tab.run(
      `setTimeout(() => { for (const end = Date.now() + 12_000; Date.now() < end; ); }, 20)`,
    );
    const popup = await session.driver.clickToolbar(tab);
    open.push(popup, tab);
    await says(popup, 'failNoAnswer', 15_000);
  });

  it('asks before it reads a very large page, and then reads it', async () => {
    session.site.page(
      'http://large.test/',
      article(`<div hidden>${'<i></i>'.repeat(110_000)}</div>`),
    );
    const popup = await popupOn('http://large.test/');
    await says(popup, 'failTooLarge');
    await popup.click('main button');
    await popup.until(`document.querySelectorAll('main .article p').length === 6`, 20_000);
  });

  it('does not touch a page that is built too deeply', async () => {
    session.site.page(
      'http://deep.test/',
      article(
        `<script>let at = document.body.appendChild(document.createElement('div')); at.hidden = true; for (let i = 0; i < 3000; i++) at = at.appendChild(document.createElement('div'));</script>`,
      ),
    );
    await says(await popupOn('http://deep.test/'), 'failTooDeep');
  });

  it('has no access as a tab, and says what to do', async () => {
    session.site.page('http://plain.test/', article(''));
    const tab = await session.driver.open('http://plain.test/');
    const asTab = await session.ownPage('popup/index.html');
    open.push(asTab, tab);
    await asTab.until(`document.querySelector('main h1')?.innerText.length > 5`);
    expect([WORDS.failNoAccess.message, WORDS.failExtensionPage.message]).toContain(
      await asTab.text('main h1'),
    );
  });

  it('has no access when the background opens the popup, and says what to do', async () => {
    session.site.page('http://plain.test/', article(''));
    const tab = await session.driver.open('http://plain.test/');
    open.push(tab);
    const refused = await session.driver.background<string>(
      `return (globalThis.browser ?? chrome).action.openPopup().then(() => '', String)`,
    );
    if (refused) return expect(refused).toMatch(/popup|gesture|user|window/i);
    const popup = await session.driver.waitForPopup();
    open.push(popup);
    await says(popup, 'failNoAccess');
  });
});
