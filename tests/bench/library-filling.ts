import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName, Driver, View } from '../browser/driver/driver.ts';
import type { MadeArticle } from './articles.ts';

export interface Filled {
  articles: number;
  /** Until the index was tidy. */
  seconds: number;
}

const BATCH = 50;

/** A message of ours, asked as one of our pages asks it. */
export const ASK = `const answer = await chrome.runtime.sendMessage(args[0]);
if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null) + ' to ' + args[0].ask);
return answer.value;`;

/** What a save gets of a made-up article. */
export function draftOf({ url, title, byline, siteName, lang, text }: MadeArticle) {
  const paragraphs = text.match(/(?:[^.。]*[.。]){1,4}\s*/g) ?? [text];
  const words = lang === 'zh' ? Math.round(text.length / 2) : text.split(' ').length;
  return {
    ...{ url, title, byline, siteName, lang, dir: 'ltr' as const, publishedTime: '2026-03-01' },
    ...{ excerpt: text.slice(0, 160), leadPicture: null, leadCaption: '', pictures: [] },
    ...{ words, minutes: Math.max(1, Math.round(words / 220)) },
    html: paragraphs.map((part) => `<p>${part.trim()}</p>`).join(''),
  };
}

/** Puts the articles into the library, and waits until its index is tidy. */
export async function fill(
  driver: Driver,
  articles: MadeArticle[],
  toDraft: (one: MadeArticle) => object = draftOf,
): Promise<Filled> {
  const start = performance.now();
  const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
  for (let at = 0; at < articles.length; at += BATCH) {
    const drafts = articles.slice(at, at + BATCH).map((one) => toDraft(one));
    await page.run(ASK, { ask: 'library/add', about: drafts });
    if (at % 5000 === 0 && at > 0) console.log(`${at} articles`);
  }
  await tidied(page);
  await page.close();
  return { articles: articles.length, seconds: (performance.now() - start) / 1000 };
}

const UNTIDY = `
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
  const [unmerged, segments] = [await all('unmerged', 'count'), await all('segments', 'getAll')];
  db.close();
  return JSON.stringify([unmerged < 32, segments.map(({ id, state, blocks }) => [id, state, blocks])]);`;

/** Waits until the index is tidy and nothing changes any more. */
async function tidied(page: View): Promise<void> {
  let before = '';
  for (let same = 0; same < 3 || !before.startsWith('[true');) {
    await sleep(2500);
    const now = await page.run<string>(UNTIDY);
    await page.run(ASK, { ask: 'library/counts' });
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Bytes that the extension's databases take in a closed profile. */
export function diskOf(profile: string, browser: BrowserName): number {
  const root =
    browser === 'firefox' ? join(profile, 'storage/default') : join(profile, 'Default/IndexedDB');
  return readdirSync(root)
    .filter((name) => /^(?:moz|chrome)-extension/.test(name))
    .reduce((sum, name) => sum + sizeOf(join(root, name)), 0);
}

function sizeOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
