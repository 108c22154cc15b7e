import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from './driver/driver.ts';
import type { Site } from './driver/site.ts';

/** What many saves came to, each with the background killed at some moment of it. */
export interface KillReport {
  kills: number;
  /** Times the popup said "Saved". */
  acknowledged: number;
  /** Addresses that were acknowledged and are not there. */
  lost: string[];
  /** Addresses that are there more than once. */
  doubled: string[];
  /** Ids whose records are not all there. */
  torn: string[];
}

const PARAGRAPH = `<p>${'The keeper wound the clock, wrote the wind into the book, and lit the lamp an hour before dusk. '.repeat(4)}</p>`;

/** Longest wait before the kill; a save takes some 20 to 80 ms after the click. */
const LONGEST_WAIT = 120;

/** Every record of the library as it is on disk, by store. */
const READ_ALL = `
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
  const articles = (await all('articles', 'getAll')).map(({ id, url }) => ({ id, url }));
  const others = {};
  for (const store of ['bodies', 'rows']) others[store] = await all(store, 'getAllKeys');
  db.close();
  return { articles, others };`;

/** Saves so many articles by real clicks, and kills the background once during each save. */
export async function killSaves(driver: Driver, site: Site, kills: number): Promise<KillReport> {
  const acknowledged: string[] = [];
  for (let at = 0; at < kills; at += 1) {
    const url = `http://lamp-${at}.test/`;
    site.page(
      url,
      `<!doctype html><title>Watch ${at}</title><article><h1>Watch ${at}</h1>${PARAGRAPH.repeat(6)}</article>`,
    );
    const tab = await driver.open(url, 'dom');
    const popup = await driver.clickToolbar(tab);
    const button = '[role=toolbar] button';
    await popup.until(
      `document.querySelector('main .article p') && !document.querySelector('${button}').disabled`,
    );
    await popup.click(button);
    await sleep((at / kills) * LONGEST_WAIT);
    await driver.killBackground();
    await popup.until(
      `document.querySelector('[role=toolbar] [role=status], [role=alert]')`,
      40_000,
    );
    if (await popup.run(`return !!document.querySelector('[role=toolbar] [role=status]')`))
      acknowledged.push(url);
    await popup.close();
    await tab.close();
  }
  const { articles, others } = await driver.background<{
    articles: { id: string; url: string }[];
    others: Record<string, string[]>;
  }>(READ_ALL);
  const count = (url: string): number => articles.filter((article) => article.url === url).length;
  return {
    kills,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((url) => count(url) === 0),
    doubled: [...new Set(articles.map(({ url }) => url))].filter((url) => count(url) > 1),
    torn: articles
      .map(({ id }) => id)
      .filter((id) => Object.values(others).some((ids) => !ids.includes(id))),
  };
}
