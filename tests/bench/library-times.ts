import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, View } from '../browser/driver/driver.ts';
import { type MadeArticle, wordAt } from './articles.ts';
import { ASK, draftOf } from './library-filling.ts';
import { median, percentile, seeded } from './statistics.ts';

/** Milliseconds with the background awake, and killed just before. */
export interface Times {
  warm: number[];
  cold?: number[];
}

/** Prints a line, with the ratio to `beside` where that is measured in the same run. */
export function tell<T extends Times>(what: string, times: T, beside?: number[]): T {
  const words = Object.entries(times).map(([state, values]: [string, number[]]) => {
    const ratio = beside ? `, ${(median(values) / median(beside)).toFixed(3)} times` : '';
    return `${state} ${median(values).toFixed(1)} (95 %: ${percentile(values, 95).toFixed(1)})${ratio}`;
  });
  console.log(`${what.padEnd(22)} ${words.join(' | ')}`);
  return times;
}

/** From the opening of the list's page until its rows are painted. */
export async function listed(driver: Driver, runs: number): Promise<Required<Times>> {
  const times: Required<Times> = { warm: [], cold: [] };
  for (let run = 0; run <= runs; run += 1)
    for (const state of ['warm', 'cold'] as const) {
      if (state === 'cold') await killed(driver);
      const list = await driver.open(
        `${driver.origin}src/entrypoints/library/index.html#shelf=all`,
      );
      await list.until(`performance.getEntriesByName('lectern:listed').length`, 30_000);
      const at = await list.run<number>(
        `return performance.getEntriesByName('lectern:listed')[0].startTime`,
      );
      // The first of each warms up the browser.
      if (run > 0) times[state].push(at);
      await list.close();
    }
  return times;
}

async function killed(driver: Driver): Promise<void> {
  await driver.killBackground();
  await sleep(300);
}

const FILL_PLAIN = `
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('plain', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('texts', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = db.transaction('texts', 'readwrite');
  for (const text of args[0]) transaction.objectStore('texts').add(text);
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  db.close();`;

const SCAN = `
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('plain', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const start = performance.now();
  let found = 0;
  for (let after = 0; ; after += 250) {
    const batch = await new Promise((resolve, reject) => {
      const request = db.transaction('texts').objectStore('texts').getAll(IDBKeyRange.lowerBound(after, true), 250);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const text of batch) if (text.includes(args[0])) found += 1;
    if (batch.length < 250) break;
  }
  const took = performance.now() - start;
  db.close();
  return took;`;

/** A scan of all texts for a word, as the library searched before it had an index. */
export async function scanned(
  driver: Driver,
  articles: MadeArticle[],
  runs: number,
): Promise<number[]> {
  const page = await ownPage(driver);
  for (let at = 0; at < articles.length; at += 100) {
    const texts = articles.slice(at, at + 100).map(({ text }) => text.toLowerCase());
    await page.run(FILL_PLAIN, texts);
  }
  const times: number[] = [];
  for (let run = 0; run < Math.min(runs, 9); run += 1)
    times.push(await page.run<number>(SCAN, wordAt(1000 + run)));
  await page.close();
  return times;
}

const TIMED = `const start = performance.now();
const answer = await chrome.runtime.sendMessage(args[0]);
const took = performance.now() - start;
if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null) + ' to ' + args[0].ask);
return took;`;

/** Questions of every kind that are asked before any is timed. */
const WARMING = 5;
/** What the list does after an answer is over by then. */
const PAUSE = 250;

/** Puts words into the field of a list, and waits for the answer. */
const FIND = `
  const known = performance.getEntriesByName('lectern:found').length;
  const field = document.querySelector('input[type=search]');
  field.value = args[0];
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  for (let tries = 0; tries < 2000; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const all = performance.getEntriesByName('lectern:found');
    if (all.length > known) return all.at(-1).duration;
  }
  throw new Error('No answer to ' + args[0]);`;

/** Questions of every kind, as the list asks them; the last is of a list that was just opened. */
export async function searched(
  driver: Driver,
  articles: MadeArticle[],
  runs: number,
): Promise<Record<string, Times>> {
  const address = `${driver.origin}src/entrypoints/library/index.html`;
  const list = await driver.open(`${address}#shelf=all`);
  await list.until(`performance.getEntriesByName('lectern:listed').length`, 30_000);
  let before = '';
  const found: Record<string, Times> = {};
  const find = async (make: Make, random: () => number): Promise<number> => {
    let words = make(random, articles);
    while (words === before) words = make(random, articles);
    before = words;
    await sleep(PAUSE);
    return list.run<number>(FIND, words);
  };
  // What is warm has answered before, and other words: else the first kind pays for the compiling of all.
  const others = seeded(3);
  for (let turn = 0; turn < WARMING; turn += 1)
    for (const make of Object.values(KINDS)) await find(make, others);
  for (const [kind, make] of Object.entries(KINDS)) {
    const random = seeded(7);
    const times: Required<Times> = { warm: [], cold: [] };
    await find(make, random);
    for (let run = 0; run < 4 * runs; run += 1) times.warm.push(await find(make, random));
    for (let run = 0; run < runs; run += 1) {
      await killed(driver);
      times.cold.push(await find(make, random));
    }
    found[kind] = times;
  }
  await list.close();
  const first: Required<Times> = { warm: [], cold: [] };
  const random = seeded(11);
  for (let run = 0; run < runs; run += 1)
    for (const state of ['warm', 'cold'] as const) {
      if (state === 'cold') await killed(driver);
      const opened = await driver.open(`${address}#shelf=all&words=${aWord(random)}`);
      await opened.until(`performance.getEntriesByName('lectern:found').length`, 30_000);
      first[state].push(
        await opened.run<number>(
          `return performance.getEntriesByName('lectern:found')[0].duration`,
        ),
      );
      await opened.close();
    }
  return { ...found, 'a word, list just opened': first };
}

type Make = (random: () => number, articles: MadeArticle[]) => string;

/** Words as people search them: neither the most frequent nor made once. */
const aWord = (random: () => number): string => wordAt(50 + Math.floor(random() ** 2 * 10_000));

const inText: (length: number) => Make = (length) => (random, articles) => {
  const words = articles[Math.floor(random() * articles.length)]!.text.split(' ');
  const at = Math.floor(random() * Math.max(1, words.length - length));
  return words.slice(at, at + length).join(' ');
};

/** Kinds of questions. */
export const KINDS: Record<string, Make> = {
  word: (random) => aWord(random),
  'two words': (random) => `${aWord(random)} ${aWord(random)}`,
  'beginning of a word': (random) => aWord(random).slice(0, 4),
  'two letters': (random) => aWord(random).slice(0, 2),
  phrase: (random, articles) => `"${inText(2)(random, articles)}"`,
  'long phrase': (random, articles) => `"${inText(5)(random, articles)}"`,
  operators: (random) =>
    `is:unread words:>300 site:site${Math.floor(random() * 9)} ${aWord(random)}`,
  without: (random) => `${aWord(random)} -${aWord(random)}`,
};

const PUT = `
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const start = performance.now();
  const transaction = db.transaction('records', 'readwrite', { durability: 'strict' });
  transaction.objectStore('records').put(args[0]);
  await new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onerror = reject; });
  const took = performance.now() - start;
  db.close();
  return took;`;

/** Saves as the popup asks for them, each beside a bare `put` of the same record in a page. */
export async function saved(
  driver: Driver,
  times: number,
): Promise<{ save: number[]; put: number[] }> {
  const page = await ownPage(driver);
  const [save, put]: number[][] = [[], []];
  const { madeArticles } = await import('./articles.ts');
  for (const article of madeArticles(times, { seed: 99 })) {
    const draft = draftOf(article);
    put!.push(await page.run<number>(PUT, draft));
    save!.push(await page.run<number>(TIMED, { ask: 'article/save', about: { draft } }));
  }
  await page.close();
  return { save: save!, put: put! };
}

/** A page of ours that does nothing by itself. */
async function ownPage(driver: Driver): Promise<View> {
  const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
  await page.run(ASK, { ask: 'library/counts' });
  return page;
}
