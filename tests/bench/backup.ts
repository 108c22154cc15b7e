import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, launch, type View } from '../browser/driver/driver.ts';
import { keepPictures } from '../browser/taken-out.ts';
import { type MadeArticle, madeArticles } from './articles.ts';
import { ASK, draftOf, fill } from './library-filling.ts';

export const about =
  'backup [--browser chromium|firefox] [--articles N]: a backup by click, restored into an empty library, whole, cut and altered; what is the same, record by record';

const PICTURES = ['https://p.example/one.webp', 'https://p.example/two.webp'];

/** What the index is made of, and what only tells where things stand in it. */
const DERIVED = [...['rows', 'ledger', 'unindexed', 'unmerged', 'segments', 'blocks', 'positions']];

/** In the page: every record as a short sum of its content, by store and key. */
const LOOK = `
  const [derived] = args;
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const plain = (value) => {
    if (value instanceof ArrayBuffer) return [...new Uint8Array(value)].join();
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, plain(value[key])]));
  };
  const sum = (text) => {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return (a >>> 0).toString(36) + (b >>> 0).toString(36);
  };
  const db = await asked(indexedDB.open('library'));
  const found = new Map();
  for (const store of [...db.objectStoreNames].filter((name) => !derived.includes(name))) {
    for (let after = null; ;) {
      const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const transaction = db.transaction(store);
      const [keys, values] = await Promise.all([
        asked(transaction.objectStore(store).getAllKeys(range, 200)),
        asked(transaction.objectStore(store).getAll(range, 200)),
      ]);
      for (const [at, key] of keys.entries()) found.set(store + ' ' + JSON.stringify(key), sum(JSON.stringify(plain(values[at]))));
      if (keys.length < 200) break;
      after = keys.at(-1);
    }
  }
  db.close();`;
const REMEMBER = `${LOOK}
  window.before = found;
  return [...found.keys()].reduce((sum, key) => ({ ...sum, [key.split(' ')[0]]: (sum[key.split(' ')[0]] ?? 0) + 1 }), {});`;
/** What is as it was, what is not, what is gone, and what was never there. */
const COMPARE = `${LOOK}
  const difference = { same: 0, other: [], gone: 0, strange: [] };
  for (const [key, sum] of window.before) {
    if (!found.has(key)) difference.gone += 1;
    else if (found.get(key) === sum) difference.same += 1;
    else difference.other.push(key);
  }
  for (const key of found.keys()) if (!window.before.has(key)) difference.strange.push(key);
  return difference;`;
const LOSE = `await new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('library');
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
});`;

interface Difference {
  same: number;
  other: string[];
  gone: number;
  strange: string[];
}

const button = (label: string): string =>
  `[...document.querySelectorAll('main button')].find((one) => one.innerText === '${label}')`;
const CHOOSE = `
  const [wanted] = args;
  const whole = window.made;
  const cut = whole.slice(0, Math.floor(whole.size * 0.6));
  const place = (part) => Math.floor(whole.size * part);
  const altered = new Blob([0.2, 0.5, 0.8].flatMap((part, at, all) => [
    whole.slice(at === 0 ? 0 : place(all[at - 1]) + 40, place(part)), new Uint8Array(40).fill(90),
  ]).concat(whole.slice(place(0.8) + 40)));
  const field = document.querySelector('#restore input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([{ whole, cut, altered }[wanted]], 'lectern-backup.zip'));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));`;

function withPictures(one: MadeArticle): object {
  const draft = draftOf(one);
  const pictures = PICTURES.map((src) => `<img alt="" data-picture="${src}">`);
  return { ...draft, html: draft.html + pictures.join('') };
}

/** Restores one kind of file into an empty library, and compares. */
async function restored(page: View, wanted: 'whole' | 'cut' | 'altered') {
  const begun = performance.now();
  await page.run(CHOOSE, wanted);
  await page.until(`document.querySelector('#restore dl')`, 600_000);
  const read = performance.now();
  const said = await page.text('#restore');
  await page.run(`${button('Restore')}.click()`);
  await page.until(`document.querySelector('#restore').innerText.includes('Restored: ')`, 1800_000);
  const seconds = (performance.now() - read) / 1000;
  const { other, strange, ...rest } = await page.run<Difference>(COMPARE, DERIVED);
  const counted = { ...rest, other: other.length, strange: strange.length };
  const told = /The end of this file is lost|cannot be read|is missing in the file/.exec(
    `${said} ${await page.text('#restore')}`,
  );
  console.log(
    `${wanted}: looked at in ${((read - begun) / 1000).toFixed(1)} s, restored in ${seconds.toFixed(1)} s; records the same ${counted.same}, other ${counted.other}, gone ${counted.gone}, strange ${counted.strange}; ${told ? `the page says “… ${told[0]} …”` : 'the page tells of no loss'}`,
  );
  if (other.length + strange.length > 0)
    console.log([...other.slice(0, 5), ...strange.slice(0, 5)].join('\n'));
  await page.run(`${button('Choose another file')}.click()`);
  return { wanted, seconds, ...counted, told: told?.[0] ?? null };
}

export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'string', default: 'chromium' },
      articles: { type: 'string', default: '10000' },
    },
  });
  const browser = values.browser as BrowserName;
  const profile = mkdtempSync(join(tmpdir(), 'lectern-backup-'));
  const extension = `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const driver = await launch(browser, { extension, profile });
  try {
    await fill(driver, [...madeArticles(Number(values.articles))], withPictures);
    const page = await driver.open(`${driver.origin}src/entrypoints/backup/index.html`);
    const ids = await page.run<string[]>(ASK, {
      ask: 'library/ids',
      about: { shelf: 'all', sort: 'newest', words: '' },
    });
    for (let at = 0; at < ids.length; at += 500) {
      const some = ids.slice(at, at + 500);
      await keepPictures(
        driver,
        some.flatMap((id) => PICTURES.map((src) => [id, src] as const)),
      );
      await page.run(ASK, {
        ask: 'highlights/do',
        about: some.map((article, turn) => ({
          article,
          id: `h-${at + turn}`,
          change: {
            is: 'added',
            quote: { exact: `words ${at + turn}`, prefix: 'the ', suffix: ' of' },
            position: { start: turn, end: turn + 7 },
            colour: ['yellow', 'green', 'blue'][turn % 3],
            note: turn % 2 ? 'Look again' : '',
          },
        })),
      });
      await page.run(ASK, {
        ask: 'library/do',
        about: [{ ids: some, change: { is: 'tags', add: [`part ${at}`], remove: [] } }],
      });
    }
    const records = await page.run<Record<string, number>>(REMEMBER, DERIVED);
    console.log(JSON.stringify(records));
    await page.run(`const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { window.made = blob; return make.call(URL, blob); };
      ${button('Back up now')}.click();`);
    const begun = performance.now();
    await page.until(
      `document.querySelector('#make ~ [role=status]').innerText.startsWith('Written: ')`,
      1800_000,
    );
    const seconds = (performance.now() - begun) / 1000;
    const bytes = await page.run<number>(`return window.made.size`);
    console.log(
      `${browser}: ${ids.length} articles written in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`,
    );
    const restores = [];
    for (const wanted of ['whole', 'cut', 'altered'] as const) {
      await driver.killBackground();
      await driver.background(LOSE);
      await driver.killBackground();
      restores.push(await restored(page, wanted));
    }
    return { browser, articles: ids.length, records, seconds, bytes, restores };
  } finally {
    await driver.quit();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}
