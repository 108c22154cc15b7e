import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { zipOf } from '../formats/in/samples/zip.ts';
import type { View } from './driver/driver.ts';
import { type Session, startSession, webRequests } from './session.ts';

const PAGE = 'import/index.html';
const START = 'main section > div button';
const COUNT = `document.querySelector('main [class*=count]')`;
const OVER = `document.querySelector('main a[href*="library/index.html"][class*=main]')`;
const TO_FILE = `const toFile = ([name, bytes]) =>
  new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name);
  const given = new DataTransfer();
  for (const one of args[0]) given.items.add(toFile(one));`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

type Given = [name: string, bytes: string];
const given = async (file: File): Promise<Given> => [
  file.name,
  Buffer.from(await file.arrayBuffer()).toString('base64'),
];
const csv = (rows: number, host: string): string =>
  `title,url,time_added,tags,status\n${Array.from(
    { length: rows },
    (_, at) =>
      `"The tide, ${at}",https://${host}.example/${at},${1_500_000_000 + at * 60},clocks|sea,${at % 2 ? 'unread' : 'archive'}`,
  ).join('\n')}\n`;

async function choose(page: View, files: readonly Given[]): Promise<void> {
  await page.until(`document.querySelector('input[type=file]')`);
  await page.run(
    `${TO_FILE}
    const input = document.querySelector('input[type=file]');
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));`,
    files,
  );
}
const press = (page: View, label: string): Promise<void> =>
  page.run(
    `[...document.querySelectorAll('main button')].find((one) => one.innerText === args[0]).click()`,
    label,
  );
const shown = (page: View): Promise<string> => page.text('main');

describe(`bringing articles in, in ${inject('browser')}`, () => {
  it('shows what is in a Pocket and an Omnivore archive, brings it in, reports, and takes it back', async () => {
    const { length: asked } = session.site.log;
    const pocket = await zipOf('pocket.zip', {
      'part_000000.csv': `${csv(30, 'pocket')}Run,javascript:alert(1),1,,unread\n=1+1,,1,,unread\n`,
    });
    const omnivore = await zipOf('omnivore.zip', {
      'metadata_0_to_1.json': JSON.stringify([
        {
          slug: 'kelp',
          title: 'The kelp forest',
          url: 'https://omnivore.example/kelp',
          state: 'Active',
          readingProgress: 40,
          labels: ['sea'],
          savedAt: '2023-02-03T04:05:06.000Z',
        },
      ]),
      'content/kelp.html':
        '<p>Otters keep the kelp standing.</p><p>Urchins <a href="/eat">eat</a> it.</p><script>window.ran = 1</script><img src="https://track.example/i.png" onerror="window.ran = 1">',
      'highlights/kelp.md': '> Otters keep the kelp standing.\n\nWorth a visit\n',
    });
    const page = await session.ownPage(PAGE);
    await choose(page, [await given(pocket), await given(omnivore)]);
    await page.until(COUNT);
    const preview = await shown(page);
    expect(preview).toContain('31 articles');
    expect(preview).toContain('30 come without their text');
    expect(preview).toContain('2 rows cannot be read');
    expect(preview).toMatch(/Omnivore\s+1 article · 1 with its text · 1 with highlights/);
    await page.click(START);
    await page.until(OVER, 60_000);
    expect(await shown(page)).toContain('31 added · 2 failed');

    await page.run(
      `window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved.push(blob); return make.call(URL, blob); };`,
    );
    await press(page, 'Save the report');
    await page.until(`window.saved.length`);
    const report = await page.run<string>(`return window.saved[0].text()`);
    expect(report).toContain(
      '"pocket.zip/part_000000.csv","31","The address is not one of the web"',
    );
    expect(report).toContain(`"'=1+1"`);

    const list = await session.ownPage('library/index.html#words=kelp');
    await list.until(`document.querySelector('li h2 a')`);
    await list.click('li h2 a');
    await list.until(`document.querySelector('main article .article mark')`);
    const article = await list.text('main article');
    expect(article).toContain('Otters keep the kelp standing.');
    expect(
      await list.run(`return [window.ran, document.querySelector('.article-text a')?.href]`),
    ).toEqual([null, 'https://omnivore.example/eat']);
    await list.close();

    await press(page, 'Undo the import');
    await page.until(`document.querySelector('main h2')?.innerText === 'The import was undone'`);
    const after = await session.ownPage('library/index.html');
    await after.until(`document.querySelector('h2')`);
    expect(await after.run(`return document.querySelectorAll('li h2 a').length`)).toBe(0);
    await after.close();
    await page.close();
    expect(webRequests(session.site.log.slice(asked))).toEqual([]);
  });

  it('takes files that are dropped on the list', async () => {
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('main')`);
    const file: Given = ['part_000000.csv', Buffer.from(csv(3, 'dropped')).toString('base64')];
    await list.run(
      `${TO_FILE}
      const over = new DragEvent('dragover', { dataTransfer: given, bubbles: true, cancelable: true });
      document.querySelector('main').dispatchEvent(over);
      if (!over.defaultPrevented) throw new Error('it is not taken');
      document.querySelector('main').dispatchEvent(
        new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));`,
      [file],
    );
    await list.until(`location.pathname.includes('/import/') && ${COUNT}`);
    expect(await shown(list)).toContain('3 articles');
    await list.close();
  });

  it('goes on after its tab was closed and the background killed, with nothing lost and nothing twice', async () => {
    const rows = 3000;
    const file: Given = ['part_000000.csv', Buffer.from(csv(rows, 'half')).toString('base64')];
    const page = await session.ownPage(PAGE);
    await choose(page, [file]);
    await page.until(COUNT, 60_000);
    await page.click(START);
    await page.until(`Number(document.querySelector('main progress')?.value) > 0`, 60_000);
    await page.close();
    await session.driver.killBackground();
    const list = await session.ownPage('library/index.html');
    const half = `document.querySelector('section[aria-label="An import stopped half way"] button')`;
    await list.until(half, 60_000);
    await list.run(`${half}.click()`);
    await list.until(OVER, 120_000);
    expect(await shown(list)).toContain('3,000 added');
    await list.close();
    const urls = await session.driver.background<string[]>(`
      const db = await new Promise((resolve, reject) => {
        const request = indexedDB.open('library');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all = await new Promise((resolve) => {
        const request = db.transaction('articles').objectStore('articles').getAll();
        request.onsuccess = () => resolve(request.result);
      });
      db.close();
      return all.map(({ url }) => url).filter((url) => url.includes('half.example'));`);
    expect(urls).toHaveLength(rows);
    expect(new Set(urls).size).toBe(rows);
  });

  it('answers hostile files with a sentence, and keeps nothing of them', async () => {
    const page = await session.ownPage(PAGE);
    const bomb = await zipOf('bomb.zip', { 'a.html': new Blob([new Uint8Array(20_000_000)]) });
    const cases: Record<string, string | File> = {
      'not-a.zip': 'PK\u0003\u0004 nothing',
      'deep.json': '['.repeat(100_000),
      'scripts.csv': 'URL,Title\njavascript:alert(1),a\ndata:text/html;base64,PHN2Zz4=,b\n',
      'bomb.zip': bomb,
      'empty.csv': '',
      'noise.bin': '\u0001\u0002\u0000\u0003',
    };
    for (const [name, content] of Object.entries(cases)) {
      await choose(page, [await given(new File([content], name))]);
      await page.until(
        `document.querySelector('main h2')?.innerText === 'Nothing to bring in'`,
        30_000,
      );
      expect(await shown(page), name).toContain(name);
      await press(page, 'Choose other files');
    }
    expect(await page.run(`return 'polluted' in {}`)).toBe(false);
    await page.close();
  });
});
