import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkLibrary } from './library-check.ts';
import { type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  for (const name of ['magazine-2011', 'long-essay', 'blog-minimal']) {
    const { tab, popup } = await session.save(session.serveCase(name));
    await popup.close();
    await tab.close();
  }
});
afterAll(() => session.end());

/** Damages the library behind the background's back, which then is started anew. */
async function damage(work: string): Promise<void> {
  await session.driver.background(`
    const db = await new Promise((resolve) => {
      const request = indexedDB.open('library');
      request.onsuccess = () => resolve(request.result);
    });
    const read = (store, key) => new Promise((resolve) => {
      const request = db.transaction(store).objectStore(store).get(key);
      request.onsuccess = () => resolve(request.result);
    });
    const keys = (store) => new Promise((resolve) => {
      const request = db.transaction(store).objectStore(store).getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    const write = (store, change) => new Promise((resolve, reject) => {
      const transaction = db.transaction(store, 'readwrite');
      change(transaction.objectStore(store));
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    ${work}
    db.close();`);
  await session.driver.killBackground();
}
const ROWS = `document.querySelectorAll('main li h2 a').length`;

describe(`damaged records in ${inject('browser')}`, () => {
  it('rows, ledger and index are made anew: the list and the search show everything', async () => {
    await damage(`
      const [first] = await keys('rows');
      await write('rows', (store) => store.put({ id: first, title: 7 }));
      const chunk = await read('ledger', 0);
      await write('ledger', (store) => store.put({ ...chunk, ids: chunk.ids.slice(5) }));
      await write('unmerged', (store) => store.put({ terms: 'nonsense' }, 0));`);
    const list = await session.ownPage('library/index.html');
    await list.until(`${ROWS} === 3`);
    await list.type('input[type=search]', 'the');
    await list.until(
      `/3 (articles )?found/.test(document.querySelector('main p[role=status]')?.innerText)`,
      30_000,
    );
    await list.close();
    expect(await checkLibrary(session.driver)).toMatchObject({ articles: 3, disagreements: [] });
  });

  it('an article without its text is counted, and the others are read', async () => {
    await damage(`const [first] = await keys('bodies');
      await write('bodies', (store) => store.delete(first));
      globalThis.harmed = first;`);
    const list = await session.ownPage('library/index.html');
    await list.until(`${ROWS} === 3`);
    const addresses = await list.run<string[]>(
      `return [...document.querySelectorAll('main li h2 a')].map((a) => a.href)`,
    );
    let waiting = 0;
    for (const address of addresses) {
      const reader = await session.driver.open(address);
      await reader.until(`document.querySelector('main article .article p, #waiting-title')`);
      waiting += await reader.run<number>(
        `return document.querySelectorAll('#waiting-title').length`,
      );
      await reader.close();
    }
    expect(waiting).toBe(1);
    await list.run('location.reload()');
    await list.until(`document.body.innerText.includes('The text of 1 article cannot be read')`);
    await list.until(`${ROWS} === 3`);
    if (process.env['SHOTS']) {
      for (const [scheme, width] of [
        ['light', 1200],
        ['dark', 360],
      ] as const) {
        await list.colourScheme(scheme);
        await list.resize(width, 700);
        await list.screenshot(`${process.env['SHOTS']}/damaged-${scheme}-${width}.png`);
      }
    }
    await list.close();
  });
});
