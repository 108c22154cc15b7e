import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch, type View } from '../browser/driver/driver.ts';

export const about =
  'import --rows N [--browser chromium|firefox] [--kills N]: preview and import of N rows of Pocket CSV; with kills, what is lost or there twice';

const PART = 10_000;
const PAGE = 'src/entrypoints/import/index.html';
const START = 'main section > div button';
const OVER = `document.querySelector('main a[href*="library/index.html"][class*=main]')`;

/** Puts the parts of a Pocket export into the page's own file input, as a person's choice does. */
const CHOOSE = `
  const [rows, part] = args;
  const given = new DataTransfer();
  for (let first = 0; first < rows; first += part) {
    const lines = ['title,url,time_added,tags,status'];
    for (let at = first; at < Math.min(rows, first + part); at += 1)
      lines.push('"The tide, ' + at + ' of the clocks",https://site-' + (at % 997) + '.example/articles/' + at + '?utm_source=pocket,' + (1500000000 + at * 60) + ',' + (at % 3 ? 'clocks|tag ' + (at % 50) : '') + ',' + (at % 4 ? 'unread' : 'archive'));
    given.items.add(new File([lines.join('\\n') + '\\n'], 'part_' + String(first / part).padStart(6, '0') + '.csv', { type: 'text/csv' }));
  }
  const input = document.querySelector('input[type=file]');
  input.files = given.files;
  window.chosenAt = performance.now();
  new MutationObserver(() => {
    if (!window.previewAt && document.querySelector('[class*=count]')) window.previewAt = performance.now();
    if (!window.overAt && ${OVER}) window.overAt = performance.now();
  }).observe(document.body, { childList: true, subtree: true, attributes: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));`;

/** Every address in the library as it is on disk. */
const READ = `
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (store, method) => new Promise((resolve, reject) => {
    const request = db.transaction(store).objectStore(store)[method]();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const urls = (await all('articles', 'getAll')).map(({ url }) => url);
  const rows = await all('rows', 'count');
  const chunks = await all('ledger', 'getAll');
  const lines = chunks.reduce((sum, chunk) => sum + chunk.flags.slice(0, chunk.count).filter((flag) => flag & 1).length, 0);
  const segments = (await all('segments', 'getAll')).filter(({ state }) => state === 'whole');
  const words = segments.reduce((sum, { documents }) => sum + documents, await all('unmerged', 'count'));
  db.close();
  return { numbers: urls.map((url) => Number(/articles\\/(\\d+)/.exec(url)?.[1])), rows, lines, words };`;

interface OnDisk {
  numbers: number[];
  rows: number;
  lines: number;
  words: number;
}

export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '100000' },
      browser: { type: 'string', default: 'chromium' },
      kills: { type: 'string', default: '0' },
    },
  });
  const browser = values.browser as BrowserName;
  const [rows, kills] = [Number(values.rows), Number(values.kills)];
  const profile = mkdtempSync(join(tmpdir(), 'lectern-import-'));
  const extension = `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const driver = await launch(browser, { extension, profile });
  try {
    const times = kills > 0 ? await killed(driver, rows, kills) : await whole(driver, rows);
    const disk = await driver.background<OnDisk>(READ);
    const seen = new Set(disk.numbers);
    const lost = Array.from({ length: rows }, (_, at) => at).filter((at) => !seen.has(at)).length;
    const twice = disk.numbers.length - seen.size;
    const torn = [disk.rows, disk.lines, disk.words].filter((n) => n !== rows).length;
    const found = { browser, rows, kills, ...times, lost, twice, torn };
    console.log(
      Object.entries(found)
        .map(
          ([name, value]) =>
            `${name} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`,
        )
        .join(', '),
    );
    return { ...found, disk: { ...disk, numbers: disk.numbers.length } };
  } finally {
    await driver.quit();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Seconds of computing that this process's children have used: what a busy machine does not change. */
function computed(): number {
  const processes = readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const rest = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      return [
        { pid: Number(pid), parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) },
      ];
    } catch {
      return [];
    }
  });
  const ours = new Set([process.pid]);
  for (let size = 0; size !== ours.size;) {
    size = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  const children = processes.filter(({ pid }) => ours.has(pid) && pid !== process.pid);
  return children.reduce((sum, { ticks }) => sum + ticks, 0) / 100;
}

/** One undisturbed import, with somebody who opens the list meanwhile. */
async function whole(driver: Driver, rows: number): Promise<Record<string, number>> {
  const before = await driver.memory();
  const idle = computed();
  const page = await choose(driver, rows);
  await page.until(`window.previewAt`, 120_000);
  const looked = computed();
  const preview = await page.run<number>(`return window.previewAt - window.chosenAt`);
  await page.run(`window.startedAt = performance.now()`);
  await page.click(START);
  await sleep(Math.min(3000, rows / 20));
  const list = await driver.open(`${driver.origin}src/entrypoints/library/index.html`);
  const open = Date.now();
  await list.until(`performance.getEntriesByName('lectern:listed').length`);
  const listed = Date.now() - open;
  let memory = 0;
  let looks = 0;
  while (!(await page.run<boolean>(`return !!window.overAt`))) {
    // Looking costs a collection: now and then.
    if (looks % 30 === 0) memory = Math.max(memory, await driver.memory());
    looks += 1;
    await sleep(500);
  }
  const worked = computed() - looked;
  const taken = await page.run<number>(`return window.overAt - window.startedAt`);
  const cpu = { 'preview cpu s': looked - idle, 'import cpu s': worked };
  return {
    preview,
    import: taken,
    ...cpu,
    listed,
    memory: (memory - before) / 1e6,
    resting: before / 1e6,
  };
}

/** The background killed, or the tab closed, at random moments; the person goes on each time. */
async function killed(driver: Driver, rows: number, kills: number): Promise<object> {
  let page = await choose(driver, rows);
  await page.until(`window.previewAt`, 120_000);
  await page.click(START);
  let [background, tab] = [0, 0];
  for (let at = 0; at < kills; at += 1) {
    await sleep(Math.random() * 400);
    if (at % 2 === 0) {
      await driver.killBackground();
      background += 1;
      continue;
    }
    await page.close();
    tab += 1;
    page = await driver.open(`${driver.origin}${PAGE}`);
    await page.until(`document.querySelector('[class*=half] button, [class*=past]')`);
    if (!(await page.run<boolean>(`return !!document.querySelector('[class*=half] button')`)))
      break;
    await page.click('[class*=half] button');
  }
  await page.until(`${OVER} || document.querySelector('[class*=past]')`, 600_000);
  return { background, tab };
}

async function choose(driver: Driver, rows: number): Promise<View> {
  const page = await driver.open(`${driver.origin}${PAGE}`);
  await page.until(`document.querySelector('input[type=file]')`);
  await page.run(CHOOSE, rows, PART);
  return page;
}
