import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from './driver/driver.ts';
import { checkLibrary } from './library-check.ts';

/** What many migrations came to, each with the background or the browser killed at some moment of it. */
export interface MigrationReport {
  kills: number;
  /** Articles that were there before, all migrations together. */
  articles: number;
  /** What is not as it was, in words. */
  wrong: string[];
}

const ARTICLES = 150;
const OPTIONS = 'src/entrypoints/options/index.html';

/** A library as the first schema left it, in the place of the one that is there. Runs in a page of ours. */
const PREPARE = `
  const [many] = args;
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Asked for in one breath: the background's upkeep must not come between.
  indexedDB.deleteDatabase('library');
  const opening = indexedDB.open('library', 1);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    db.createObjectStore('articles', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt');
    for (const name of ['bodies', 'states', 'rows', 'texts', 'thumbnails']) db.createObjectStore(name, { keyPath: 'id' });
    db.createObjectStore('pictures', { keyPath: ['id', 'src'] });
    const write = opening.transaction;
    for (let n = 0; n < many; n += 1) {
      const id = String(n).padStart(32, '0');
      const facts = { id, url: 'https://past.example/' + n, title: 'Past ' + n, byline: '', siteName: 'Past', publishedTime: '', lang: 'en', dir: 'ltr',
        excerpt: '', leadPicture: null, leadCaption: '', words: 300, minutes: 2, savedAt: 1000 + n };
      write.objectStore('articles').put({ ...facts, changedAt: 1000 + n });
      write.objectStore('bodies').put({ id, html: '<p>past' + n + ' ' + 'The keeper wound the clock. '.repeat(60) + '</p>', changedAt: 1000 + n });
      write.objectStore('states').put({ id, place: { is: n % 2 ? 'archive' : 'unread', at: 1 }, favourite: { is: n % 3 === 0, at: 1 } });
    }
  };
  (await done(opening)).close();
  // The background opens it, and so migrates it.
  void chrome.runtime.sendMessage({ ask: 'library/counts' }).catch(() => undefined);`;

const COUNTS = `
  const [many] = args;
  const ask = async (ask, about) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await chrome.runtime.sendMessage({ ask, about }).catch(() => null);
      if (answer?.ok) return answer.value;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('no answer to ' + ask);
  };
  const found = async (words) => (await ask('library/find', { shelf: 'all', sort: 'newest', words })).total;
  return { counts: await ask('library/counts'), all: await found('keeper'), one: await found('past' + (many - 1)) };`;

/** Lets the library be migrated from the first schema so many times, killed at moments drawn by `random`. */
export async function killMigrations(
  start: () => Promise<Driver>,
  what: 'worker' | 'browser',
  kills: number,
  random: () => number,
): Promise<MigrationReport> {
  const report: MigrationReport = { kills, articles: kills * ARTICLES, wrong: [] };
  if (kills === 0) return report;
  const expected = JSON.stringify({
    counts: { unread: 75, archive: 75, favourites: 50, all: ARTICLES },
    all: ARTICLES,
    one: 1,
  });
  let driver = await start();
  for (let at = 0; at < kills; at += 1) {
    const page = await driver.open(driver.origin + OPTIONS);
    await page.run(PREPARE, ARTICLES);
    await sleep(random() * 150);
    if (what === 'browser') {
      await driver.kill();
      driver = await start();
    } else {
      await driver.killBackground();
      await page.close();
    }
    const after = await driver.open(driver.origin + OPTIONS);
    const found = JSON.stringify(await after.run(COUNTS, ARTICLES));
    await after.close();
    const { disagreements } = await checkLibrary(driver);
    if (found !== expected) report.wrong.push(`migration ${at}: ${found}`);
    report.wrong.push(...disagreements.map((line) => `migration ${at}: ${line}`));
  }
  await driver.quit();
  return report;
}
