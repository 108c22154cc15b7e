import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { axeFindings } from './fit.ts';
import { type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

/** By axe in every theme. */
const expectNothing = async (view: View): Promise<void> =>
  expect(await axeFindings(view)).toEqual([]);

describe(`axe finds nothing in ${inject('browser')}`, () => {
  it('in the popup: an article, the look menu, saved, and no article', async () => {
    const { tab, popup } = await session.save(session.serveCase('magazine-2011'));
    await expectNothing(popup);
    await popup.until(`document.querySelector('main summary')`);
    await popup.click('main summary');
    await expectNothing(popup);
    await popup.click('[popovertarget]');
    await popup.until(`document.querySelector('[popover]').matches(':popover-open')`);
    await expectNothing(popup);
    await popup.close();
    await tab.close();
    const none = await session.read(session.serveCase('section-front'));
    await expectNothing(none.popup);
    await none.popup.close();
    await none.tab.close();
  });

  it('in code far below, which the keyboard can scroll before and after it is drawn', async () => {
    const url = 'http://lane.example/far-code';
    const line = 'const tide = await read("harbour", 12); // low, and never wrong for long';
    session.site.page(
      url,
      `<!doctype html><html lang="en"><title>Far code</title><main><article><h1>Far Code</h1>${`<p>${'The clock on the east wall has one hand, and is never wrong for long. '.repeat(4)}</p>`.repeat(30)}
      <pre><code>${line.repeat(3)}</code></pre></article></main></html>`,
    );
    const { tab, popup } = await session.read(url);
    await popup.until(`document.querySelector('pre').role === 'group'`);
    await popup.run(
      `for (let frames = 0; frames < 10; frames += 1) await new Promise(requestAnimationFrame)`,
    );
    expect(await popup.run(`return document.querySelector('pre').tabIndex`)).toBe(0);
    await popup.run(`document.querySelector('pre').scrollIntoView()`);
    await expectNothing(popup);
    await popup.close();
    await tab.close();
  });

  it('in articles from right to left and in Japanese', async () => {
    for (const name of ['arabic-news', 'japanese-news']) {
      const { tab, popup } = await session.save(session.serveCase(name));
      await expectNothing(popup);
      await popup.close();
      await tab.close();
    }
  });

  it('in the list: articles, keys, tags, several selected, narrow, no result', async () => {
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelectorAll('li h2 a').length === 3`);
    await expectNothing(list);
    await list.press('?');
    await list.until(`document.querySelector('dialog[open], [popover]:popover-open')`);
    await expectNothing(list);
    await list.press('Escape');
    await list.resize(1240, 860);
    await list.press('j');
    await list.press('x');
    await list.until(`document.querySelector('[role=toolbar]')`);
    await expectNothing(list);
    await list.press('t');
    await list.type('dialog [role=combobox]', 'birds, sea');
    await list.press('ArrowDown');
    await expectNothing(list);
    await list.press('Enter');
    await list.press('Enter');
    await list.until(`document.querySelectorAll('main li a[href*="tag%3A"]').length === 2`);
    await list.press('Escape');
    await list.until(`document.querySelector('nav details button')`);
    await list.click('nav [aria-label*="birds"]');
    await list.until(`document.querySelector('dialog[open] input')`);
    await expectNothing(list);
    await list.press('Escape');
    await list.resize(380, 760);
    await expectNothing(list);
    await list.click('[aria-label="Tags and searches"]');
    await list.until(`document.querySelector('dialog[open] summary')`);
    await expectNothing(list);
    await list.press('Escape');
    await list.resize(1240, 860);
    await list.type('input[type=search]', 'zzzz');
    await list.until(`!document.querySelector('main li h2 a')`);
    await expectNothing(list);
    await list.close();
  });

  it('in the reader, also after removing', async () => {
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a')`);
    await list.click('li h2 a');
    await list.until(`document.querySelector('main article .article p')`);
    await expectNothing(list);
    await list.click('[aria-label="Remove"]');
    await list.until(`document.querySelector('main h1')?.innerText === 'Removed'`);
    await expectNothing(list);
    await list.close();
  });

  it('in the settings, and where an article is missing', async () => {
    const options = await session.ownPage('options/index.html');
    await options.until(`document.querySelector('main h1')`);
    await expectNothing(options);
    await session.driver.background(
      `await (globalThis.browser ?? chrome).storage.local.set({ siteRules: [{ host: 'weir.example', keep: ['.note'], drop: [], container: '' }] })`,
    );
    await options.until(`document.querySelector('fieldset')`);
    await options.click('section summary');
    await expectNothing(options);
    await options.close();
    const missing = await session.ownPage('reader/index.html?id=none');
    await missing.until(`document.querySelector('main h1')`);
    await expectNothing(missing);
    await missing.close();
  });

  it('in the page for adding: empty, with addresses, and with their outcomes; and in a waiting article', async () => {
    const add = await session.ownPage('add/index.html?window=0');
    await add.until(`document.querySelector('textarea')`);
    await expectNothing(add);
    await add.type('textarea', 'http://nowhere.example/a http://nowhere.example/b');
    await add.until(`!document.querySelectorAll('main button')[2].disabled`);
    await add.run(`document.querySelectorAll('main button')[2].click()`);
    await add.until(`document.querySelectorAll('main li[data-is=kept]').length === 2`);
    await expectNothing(add);
    const waiting = await add.run<string>(`return document.querySelector('main li a').href`);
    await add.close();
    const reader = await session.driver.open(waiting);
    await reader.until(`document.querySelector('#waiting-title')`);
    await expectNothing(reader);
    await reader.close();
  });

  it('in what changed since an article was saved', async () => {
    const url = 'http://wall.example/clock';
    const page = (wall: string): string =>
      `<!doctype html><html lang="en"><title>Wall</title><main><article><h1>The Wall</h1>
      <p>It hangs on the ${wall} wall. ${'A clock with one hand is never wrong for long. '.repeat(20)}</p>
      <p>${'Nobody has asked for a second one since. '.repeat(20)}</p></article></main></html>`;
    session.site.page(url, page('east'));
    const first = await session.save(url);
    await first.popup.close();
    await first.tab.close();
    session.site.page(url, page('west'));
    const { tab, popup } = await session.read(url);
    await popup.until(`document.body.innerText.includes('What changed')`);
    await expectNothing(popup);
    await popup.run(
      `[...document.querySelectorAll('button')].find((b) => b.innerText === 'What changed').click()`,
    );
    const reader = await session.driver.waitForTab('reader/index.html');
    await reader.until(`document.querySelector('main ins')`);
    await expectNothing(reader);
    await reader.close();
    await tab.close();
  });
});
