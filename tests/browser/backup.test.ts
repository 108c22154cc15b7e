import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { png } from './driver/png.ts';
import { articleWith } from './picture-web.ts';
import { type Session, startSession, webRequests } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await (await session.ownPage('library/index.html')).close();
});
afterAll(() => session.end());

const LOSE = `await new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('library');
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
});`;
const KEPT = `const all = await new Promise((resolve) => {
  const opening = indexedDB.open('library');
  opening.onsuccess = () => {
    const asked = opening.result.transaction('albums').objectStore('albums').getAll();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
  };
});
return all.reduce((sum, { kept }) => sum + kept.length, 0);`;
const button = (label: string): string =>
  `[...document.querySelectorAll('main button')].find((one) => one.innerText === '${label}')`;

it(`brings everything back from a backup made by a click, in ${inject('browser')}`, async () => {
  const { driver, site } = session;
  for (const name of ['one', 'two']) {
    const src = `http://quay.example/${name}.png`;
    const url = `http://quay.example/log-${name}`;
    site.file(src, png(320, 200, [96, 128, name.length * 20]), 'image/png');
    site.page(url, articleWith([src], `The ${name} Log`));
    const tab = await driver.open(url);
    await driver.command('save-page', tab);
    await expect.poll(() => driver.badge(tab), { timeout: 15_000 }).toBe('✓ Saved');
    // The pictures are fetched through the tab.
    await expect
      .poll(() => driver.background(KEPT), { timeout: 15_000 })
      .toBe(name === 'one' ? 1 : 2);
    await tab.close();
  }
  const page = await session.ownPage('backup/index.html');
  await page.until(`document.querySelector('main h1')`);
  await page.run(`
    const { value: { ids: [article] } } = await chrome.runtime.sendMessage({ ask: 'library/find', about: { shelf: 'all', sort: 'newest', words: '' } });
    await chrome.runtime.sendMessage({ ask: 'highlights/do', about: [{ article, id: 'h1', change: {
      is: 'added', quote: { exact: 'keeper', prefix: 'The ', suffix: ' of' }, position: { start: 7, end: 13 }, colour: 'green', note: 'who?' } }] });
    await chrome.runtime.sendMessage({ ask: 'library/do', about: [{ ids: [article], change: { is: 'tags', add: ['sea'], remove: [] } }] });`);
  await page.run(`const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.__made = blob; return make.call(URL, blob); };
    ${button('Back up now')}.click();`);
  await page.until(
    `document.querySelector('#make ~ [role=status]').innerText.startsWith('Written: 2 articles')`,
  );
  await shots(page, 'backup-made');

  await driver.background(LOSE);
  await driver.killBackground();
  site.log.length = 0;
  await page.run(`const field = document.querySelector('#restore input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File([window.__made], 'lectern-backup-today.zip'));
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));`);
  await page.until(`document.querySelector('#restore dl')`);
  expect(await page.text('#restore dl')).toMatch(
    /2 articles, 1 highlight, 2 pictures[\s\S]*0 articles/,
  );
  await shots(page, 'backup-shown');
  await page.run(`${button('Restore')}.click()`);
  await page.until(
    `document.querySelector('#restore').innerText.includes('Restored: 2 new')`,
    30_000,
  );
  expect(await page.text('#restore')).toContain('2 pictures.');
  await shots(page, 'backup-restored');
  await page.close();

  const list = await session.ownPage('library/index.html');
  await list.until(`document.querySelectorAll('li h2 a').length === 2`);
  expect(await list.text('main')).toContain('sea');
  await list.click('li h2 a');
  await list.until(`document.querySelector('main .article img[src^="data:image/png"]')`, 15_000);
  const highlights = await list.run(`return (await chrome.runtime.sendMessage({
    ask: 'highlights/find', about: { query: { words: 'keeper' }, from: 0, count: 9 } })).value;`);
  expect(highlights).toMatchObject({ total: 1, shown: [{ note: 'who?', colour: 'green' }] });
  expect(webRequests(site.log)).toEqual([]);
  await list.close();
});

it.runIf(inject('browser') === 'chromium')(
  'writes by itself into a folder that was chosen',
  async () => {
    // The one by hand was a moment ago.
    await session.driver.background(`await chrome.storage.local.remove('backupPlan')`);
    const page = await session.ownPage('backup/index.html');
    await page.until(`document.querySelector('input[name=spot]')`);
    // A real folder, without the window that nobody can click here.
    await page.run(`window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Keep', { create: true });`);
    const spot = (words: string): string =>
      `[...document.querySelectorAll('input[name=spot]')].find((one) => one.parentElement.innerText.includes('${words}'))`;
    await page.run(`${spot('you choose')}.click()`);
    await page.until(`${spot('Keep')}?.checked`);
    await page.run(
      `[...document.querySelectorAll('input[name=every]')].find((one) => one.parentElement.innerText === 'Every day').click()`,
    );
    const files = `const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Keep');
      const all = [];
      for await (const [name, handle] of folder.entries()) all.push([name, (await handle.getFile()).size]);
      return all;`;
    await expect
      .poll(() => page.run<[string, number][]>(files), { timeout: 20_000 })
      .toEqual([[expect.stringMatching(/^lectern-backup-[\d-]+\.zip$/), expect.any(Number)]]);
    const [[, size] = ['', 0]] = await page.run<[string, number][]>(files);
    expect(size).toBeGreaterThan(500);
    await shots(page, 'backup-folder');
    await page.close();
  },
);

/** For looking at; only where it is asked for. */
async function shots(page: Awaited<ReturnType<Session['ownPage']>>, name: string): Promise<void> {
  if (!process.env['SHOTS']) return;
  for (const [scheme, width] of [
    ['light', 1200],
    ['dark', 360],
  ] as const) {
    await page.colourScheme(scheme);
    await page.resize(width, 900);
    await page.screenshot(`${process.env['SHOTS']}/${name}-${scheme}-${width}.png`);
  }
}
