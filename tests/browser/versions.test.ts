import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Session, startSession } from './session.ts';

const URL = 'http://tide.example/clock';
const page = (
  sentence: string,
): string => `<!doctype html><html lang="en"><title>The Tide Clock</title>
<body><main><article><h1>The Tide Clock</h1>
<p>${'A clock with one hand is never wrong for long, say those who wind it every Sunday. '.repeat(8)}</p>
<p>${sentence} ${'Nobody has asked for a second one since the harbour master left the town. '.repeat(6)}</p>
<p>${'The keeper writes down the hour of high water in a book that nobody else may open. '.repeat(8)}</p>
</article></main></body></html>`;
const OLD = 'It hangs on the east wall.';
const NEW = 'It hangs on the west wall, above the door.';
const MARKS = `[...document.querySelectorAll('main ins, main del')].map((mark) => mark.tagName + ' ' + mark.lastChild.textContent.trim()).join('|')`;

const button = (text: string): string =>
  `(() => { document.querySelector('#wanted')?.removeAttribute('id'); const found = [...document.querySelectorAll('button')].find((b) => b.innerText === '${text}'); if (found) found.id = 'wanted'; return !!found; })()`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
  session.site.page(URL, page(OLD));
});
afterAll(() => session.end());

describe(`saving again in ${inject('browser')}`, () => {
  it('says nothing of a page that is as it was saved', async () => {
    const saved = await session.save(URL);
    await saved.popup.close();
    await saved.tab.close();
    const { tab, popup } = await session.read(URL);
    await popup.until(
      `document.querySelector('[role=toolbar] [role=status]')?.innerText === 'Already saved'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await popup.run(`return document.body.innerText.includes('has changed')`)).toBe(false);
    await popup.close();
    await tab.close();
  });

  it('says that the page has changed, shows how, and keeps the new version', async () => {
    session.site.page(URL, page(NEW));
    const { tab, popup } = await session.read(URL);
    await popup.until(
      `/Saved on .* 20[0-9]{2}[.] The page has changed since[.]/.test(document.body.innerText)`,
    );
    await popup.until(button('What changed'));
    await popup.click('#wanted');
    const reader = await session.driver.waitForTab('reader/index.html');
    await reader.until(`${MARKS} === 'DEL east|INS west|INS , above the door'`);
    expect(await reader.text('#difference-title')).toMatch(/^What changed from .* to now$/);
    expect(
      await reader.run(
        `return [...document.querySelectorAll('main section summary')].map((s) => s.innerText).join()`,
      ),
    ).toBe('2 paragraphs unchanged,1 paragraph unchanged');
    await reader.until(button('Keep the new version'));
    await reader.click('#wanted');
    await reader.until(
      `document.querySelector('main article .article')?.innerText.includes('west wall')`,
    );
    await reader.close();
    await tab.close();
  });

  it('lists what was there before, brings it back, and undoes that', async () => {
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a')`);
    await list.click('li h2 a');
    await list.until(
      `document.querySelector('main article details summary')?.innerText === 'Earlier versions (1)'`,
    );
    await list.click('main article details summary');
    await list.until(button('What changed'));
    await list.click('#wanted');
    await list.until(`${MARKS} === 'DEL east|INS west|INS , above the door'`);
    await list.until(button('Back to the article'));
    await list.click('#wanted');
    await list.until(button('Bring it back'));
    await list.click('#wanted');
    await list.until(
      `document.querySelector('main article .article')?.innerText.includes('east wall')`,
    );
    await list.until(button('Undo'));
    await list.click('#wanted');
    await list.until(
      `document.querySelector('main article .article')?.innerText.includes('west wall')`,
    );
    await list.close();
  });
});

describe(`the button in ${inject('browser')}`, () => {
  it('shows that a page is saved, where its site is allowed and only there', async () => {
    const before = await session.driver.open(URL);
    expect(await session.driver.badge(before)).not.toContain('Already saved');
    await before.close();
    await session.driver.grantHost('*://*.tide.example/*');
    const tab = await session.driver.open(URL);
    await expect.poll(() => session.driver.badge(tab), { timeout: 10_000 }).toBe('• Already saved');
    await tab.close();
    session.site.page('http://tide.example/other', page(OLD));
    const other = await session.driver.open('http://tide.example/other');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await session.driver.badge(other)).not.toContain('Already saved');
    await other.close();
  });
});
