import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Session, startSession } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

/** What a newer program would leave: a higher version, and a store that we do not know. */
const MAKE_NEWER = `
  const version = await new Promise((resolve, reject) => {
    const request = indexedDB.open('library');
    request.onsuccess = () => { resolve(request.result.version); request.result.close(); };
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('library', version + 1);
    request.onupgradeneeded = () => request.result.createObjectStore('dreams').put({ of: 'ships' }, 'first');
    request.onsuccess = () => { request.result.close(); resolve(null); };
    request.onerror = () => reject(request.error);
  });
  return version + 1;`;

/** Keeps what the page would give to the person as a file. */
const CATCH_FILE = `
  URL.createObjectURL = (blob) => { blob.text().then((text) => (window.caught = text)); return 'data:,'; };
  HTMLAnchorElement.prototype.click = function () { window.fileName = this.download; };`;

const button = (text: string): string =>
  `(() => { document.querySelector('#wanted')?.removeAttribute('id'); const found = [...document.querySelectorAll('main button')].find((b) => b.innerText === '${text}'); if (found) found.id = 'wanted'; return !!found; })()`;

describe(`a library that a newer program wrote, in ${inject('browser')}`, () => {
  it('is refused with a sentence, offers an export, and is left as it was', async () => {
    const url = session.serveCase('magazine-2011');
    const { tab, popup } = await session.save(url);
    const title = await popup.text('main article h1');
    await popup.close();
    await tab.close();
    const version = await session.driver.background<number>(MAKE_NEWER);

    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('main [role=alert]')`);
    expect(await list.text('main [role=alert]')).toContain('newer Lectern');
    await list.run(CATCH_FILE);
    await list.until(button('Export what can be read'));
    await list.click('#wanted');
    await list.until(`window.caught && /Exported: 1 article/.test(document.body.innerText)`);
    expect(await list.run(`return window.fileName`)).toMatch(/^lectern-\d{4}-\d\d-\d\d\.json$/);
    const file = JSON.parse(await list.run<string>(`return window.caught`)) as {
      version: number;
      stores: Record<string, Record<string, unknown>[]>;
    };
    expect(file.version).toBe(version);
    expect(file.stores['articles']).toMatchObject([{ title }]);
    expect(String(file.stores['bodies']?.[0]?.['html']).length).toBeGreaterThan(1000);
    expect(file.stores['dreams']).toEqual([{ key: 'first', value: { of: 'ships' } }]);

    // Neither the refusal nor the export wrote anything.
    const there = await session.driver.background<number[]>(`return new Promise((resolve) => {
      const request = indexedDB.open('library');
      request.onsuccess = () => {
        const db = request.result;
        const count = db.transaction('articles').objectStore('articles').count();
        count.onsuccess = () => { resolve([db.version, count.result]); db.close(); };
      };
    });`);
    expect(there).toEqual([version, 1]);
    if (process.env['SHOTS']) {
      for (const [scheme, width] of [
        ['light', 1200],
        ['dark', 360],
      ] as const) {
        await list.colourScheme(scheme);
        await list.resize(width, 700);
        await list.screenshot(`${process.env['SHOTS']}/newer-${scheme}-${width}.png`);
      }
    }
  });
});
