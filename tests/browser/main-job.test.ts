import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SAVE_BUTTON, SAVED, type Session, startSession, webRequests } from './session.ts';

const TITLE = 'A Strait Too Narrow for Two Ferries';
const READER = 'src/entrypoints/reader/';
const PICTURE = 'http://review.example/assets/ferry-at-dusk.jpg';

let session: Session;
let page: string;

beforeAll(async () => {
  session = await startSession();
  page = session.serveCase('magazine-2011');
});
afterAll(() => session.end());

describe(`the main job in ${inject('browser')}`, () => {
  it('touches no page until asked, and then shows the article alone', async () => {
    const tab = await session.driver.open(page);
    expect(await tab.run(`return document.documentElement.outerHTML.includes('lectern')`)).toBe(
      false,
    );
    const popup = await session.driver.clickToolbar(tab);
    await popup.until(`document.querySelector('main article .article p')`);
    expect(await popup.text('main h1')).toBe(TITLE);
    expect(await popup.text('main article > header')).toMatch(
      /The Mercator Review[\s\S]*Ines Holloway[\s\S]*2 min/,
    );
    expect(await popup.text('main figcaption')).toBe('Source: Tidewater Pictures');
    expect(await popup.run(`return document.querySelectorAll('main .article p').length`)).toBe(7);
    expect(await popup.run(`return document.querySelectorAll('main .article img').length`)).toBe(1);
    expect(await popup.text('main')).not.toMatch(
      /Jump to comments|Inbox|Advertisement|Just In|Presented by/,
    );
    const bodyBefore = await tab.run<string>('return document.body.outerHTML');
    await popup.close();
    expect(await tab.run('return document.body.outerHTML')).toBe(bodyBefore);
    await tab.close();
  });

  it('saves with one click, says so, and takes it back', async () => {
    const { tab, popup } = await session.save(page);
    expect(await popup.text('[role=toolbar]')).toContain('Saved');
    await popup.until(`document.querySelector('[aria-label="Saved articles: 1"]')`);
    await popup.click('[role=toolbar] button');
    await popup.until(`document.querySelector('[aria-label="Saved articles: 0"]')`);
    expect(await popup.text(SAVE_BUTTON)).toBe('Save');
    await popup.click(SAVE_BUTTON);
    await popup.until(SAVED);
    await popup.close();
    // The pictures follow the article, out of its tab: who closes it at once keeps the text alone.
    await expect
      .poll(
        () =>
          session.driver.background<boolean>(
            `return Boolean((await (globalThis.browser ?? chrome).storage.local.get('picturesWaiting')).picturesWaiting)`,
          ),
        { timeout: 30_000 },
      )
      .toBe(false);
    await tab.close();
  });

  it('says that a page is saved already, and keeps it once', async () => {
    const { tab, popup } = await session.read(`${page}?utm_source=mail#part`);
    await popup.until(
      `document.querySelector('[role=toolbar] [role=status]')?.innerText === 'Already saved'`,
    );
    await popup.until(`document.querySelector('[aria-label="Saved articles: 1"]')`);
    await popup.close();
    await tab.close();
  });

  it('lists what is saved, opens it, and works with the network off', async () => {
    await session.driver.offline(true);
    try {
      const list = await session.ownPage('library/index.html');
      await list.until(`document.querySelector('li h2 a')`);
      await list.until(`document.querySelector('li:has(h2)')?.innerText.includes('${TITLE}')`);
      expect(await list.text('li:has(h2)')).toContain('The Mercator Review');
      await list.click('li h2 a');
      await list.until(`document.querySelector('main article .article p')`);
      expect(await list.url()).toContain(READER);
      expect(await list.run(`return document.querySelectorAll('main .article p').length`)).toBe(7);
      await list.until(`document.querySelector('main .article img')?.naturalWidth === 640`);
      await list.close();
    } finally {
      await session.driver.offline(false);
    }
  });

  it('archives, marks and removes in the reader, with undo', async () => {
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a')`);
    await list.click('li h2 a');
    await list.until(`document.querySelector('main article .article p')`);
    await list.press('f');
    await list.until(
      `document.querySelector('[aria-label="Favourite"]').getAttribute('aria-pressed') === 'true'`,
    );
    await list.press('e');
    await list.until(`document.querySelector('[aria-label="Move back to unread"]')`);
    await list.click('[aria-label="Remove"]');
    await list.until(`document.querySelector('main h1')?.innerText === 'Removed'`);
    await list.click('main button');
    await list.until(`document.querySelector('main article h1')?.innerText === '${TITLE}'`);
    await list.press('e');
    await list.until(`document.querySelector('[aria-label="Archive"]')`);
    await list.close();
  });

  it('opens an unsaved article in a tab and saves it from there', async () => {
    const essay = session.serveCase('long-essay');
    const { tab, popup } = await session.read(essay);
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab(`${READER}draft.html`);
    await reader.until(`document.querySelector('main article .article p')`);
    await reader.click('header button');
    await reader.until(`location.pathname.endsWith('reader/index.html')`);
    await reader.until(`document.querySelector('main article .article p')`);
    await reader.close();
    await tab.close();
  });

  it('saves by the keyboard and by the context menu, with a mark on the button', async () => {
    const blog = session.serveCase('blog-minimal');
    const tab = await session.driver.open(blog);
    await session.driver.command('save-page', tab);
    await expect.poll(() => session.driver.badge(tab), { timeout: 10_000 }).toBe('✓ Saved');
    await tab.close();
    const hebrew = session.serveCase('hebrew-blog');
    const other = await session.driver.open(hebrew);
    await session.driver.contextMenu('save-page', other);
    await expect.poll(() => session.driver.badge(other), { timeout: 10_000 }).toBe('✓ Saved');
    await other.close();
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelectorAll('li h2 a').length === 4`);
    await list.close();
  });

  it('makes no request but those the person asked for', async () => {
    const reads = session.serveCase('news-lazy-pictures');
    const tab = await session.driver.open(reads);
    const before = session.site.log.length;
    const popup = await session.driver.clickToolbar(tab);
    await popup.until(`document.querySelector('main article .article p')`);
    const own = await popup.run<string[]>(
      `return [...document.querySelectorAll('main img')].map((img) => img.src)`,
    );
    await popup.click(SAVE_BUTTON);
    await popup.until(SAVED);
    await popup.close();
    await tab.close();
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a')`);
    await list.click('li h2 a');
    await list.until(`document.querySelector('main article .article p')`);
    await list.close();
    const made = webRequests(session.site.log.slice(before));
    expect(made.filter((url) => !own.includes(url))).toEqual([]);
  });

  it('asked for nothing in all of this but pages and the pictures of articles', () => {
    const strange = session.site.log.filter(({ headers }) =>
      /extension:/.test(`${headers.origin ?? ''} ${headers.referer ?? ''}`),
    );
    expect(strange).toEqual([]);
    expect(webRequests(session.site.log)).toContain(PICTURE);
  });
});
