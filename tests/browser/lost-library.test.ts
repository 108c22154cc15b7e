import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

const MARK = `return (await chrome.storage.local.get('libraryMark')).libraryMark?.articles ?? 0;`;
const LOSE = `await new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('library');
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
});`;

describe(`a library that the browser threw away, in ${inject('browser')}`, () => {
  it('is noticed at the next start, and told until the person knows', async () => {
    const { tab, popup } = await session.save(session.serveCase('magazine-2011'));
    await popup.close();
    await tab.close();
    await expect.poll(() => session.driver.background(MARK), { timeout: 15_000 }).toBe(1);
    await session.driver.background(LOSE);
    await session.driver.killBackground();

    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelectorAll('main h2').length === 2`);
    expect(await list.text('main')).toContain('Your saved articles are gone from this browser');
    expect(await list.text('main')).toContain('There was 1 article here');
    if (process.env['SHOTS']) {
      for (const [scheme, width] of [
        ['light', 1200],
        ['dark', 360],
      ] as const) {
        await list.colourScheme(scheme);
        await list.resize(width, 900);
        await list.screenshot(`${process.env['SHOTS']}/lost-${scheme}-${width}.png`);
      }
    }
    await list.run(
      `[...document.querySelectorAll('main button')].find((one) => one.innerText === 'I know').click()`,
    );
    await list.until(`document.querySelectorAll('main h2').length === 1`);
    await list.run('location.reload()');
    await list.until(`document.querySelector('main h2')?.innerText === 'Nothing saved yet'`);
    expect(await list.text('main')).not.toContain('gone from this browser');
  });
});
