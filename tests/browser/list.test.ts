import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

let session: Session;
let list: View;

beforeAll(async () => {
  session = await startSession();
  for (const name of ['magazine-2011', 'long-essay', 'blog-minimal']) {
    const { tab, popup } = await session.save(session.serveCase(name));
    await popup.close();
    await tab.close();
  }
  list = await session.ownPage('library/index.html');
  await list.until(`document.querySelectorAll('main li h2 a').length === 3`);
});
afterAll(() => session.end());

const ROWS = `document.querySelectorAll('main li h2 a').length`;

describe(`the list of saved articles in ${inject('browser')}`, () => {
  it('gives several articles a tag at once, shows it, finds it and takes it back', async () => {
    await list.press('j');
    await list.press('x');
    await list.press('Shift+j');
    await list.until(
      `document.querySelector('[role=toolbar]')?.innerText.startsWith('2 selected')`,
    );
    await list.press('t');
    await list.until(
      `document.querySelector('dialog[open] [role=combobox]') === document.activeElement`,
    );
    await list.type('[role=combobox]', 'Slow, reading');
    await list.press('Enter');
    await list.press('Enter');
    await list.until(`!document.querySelector('dialog')`);
    await list.until(`document.querySelectorAll('main li a[href*="tag%3ASlow"]').length === 2`);
    await list.until(`document.querySelectorAll('nav a[href*="tag%3Areading"]').length === 1`);
    await list.press('z');
    await list.until(`document.querySelectorAll('main li a[href*="tag%3A"]').length === 0`);
    await list.press('Escape');
    await list.until(`!document.querySelector('[role=toolbar]')`);
  });

  it('removes all of them with the keyboard, and undo brings all back', async () => {
    await list.press('Control+a');
    await list.until(
      `document.querySelector('[role=toolbar]')?.innerText.startsWith('3 selected')`,
    );
    await list.press('#');
    await list.until(`document.querySelector('main h2')?.innerText === 'Nothing saved yet'`);
    await list.press('z');
    await list.until(`${ROWS} === 3`);
  });

  it('keeps a search with the time one has under a name', async () => {
    await list.run(
      `const menu = document.querySelector('main select'); menu.value = '5'; menu.dispatchEvent(new Event('change', { bubbles: true }))`,
    );
    await list.until(`location.hash.includes('minutes=5')`);
    await list.until(`document.querySelector('main p[role=status]')?.innerText.includes('found')`);
    await list.run(
      `[...document.querySelectorAll('main button')].find((one) => one.innerText === 'Save this search').click()`,
    );
    await list.type('dialog input', 'A short break');
    await list.press('Enter');
    await list.until(
      `document.querySelector('nav details a[aria-current][href*="minutes=5"]')?.innerText === 'A short break'`,
    );
    await list.run(`location.hash = '#shelf=unread'`);
    await list.until(`${ROWS} === 3`);
    expect(await list.run(`return document.querySelector('main select').value`)).toBe('');
  });

  it('explains the search from the search field, and gives the focus back', async () => {
    await list.press('/');
    await list.press('Tab');
    await list.press('Enter');
    await list.until(`document.querySelector('dialog[open]')?.innerText.includes('site:')`);
    await list.press('Escape');
    await list.until(
      `!document.querySelector('dialog') && document.activeElement.getAttribute('aria-label') === 'What a search understands'`,
    );
  });
});
