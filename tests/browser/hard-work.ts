import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver, View } from './driver/driver.ts';
import { png } from './driver/png.ts';
import type { Site } from './driver/site.ts';
import { poll } from './driver/wait.ts';
import { type Check, checkLibrary } from './library-check.ts';

/** What many changes came to, with the background or the whole browser killed among them. */
export interface WorkReport extends Check {
  kills: number;
  /** Changes that the library said were kept. */
  acknowledged: number;
  /** Articles that were deleted for good meanwhile. */
  purged: number;
  /** Articles that are not as they were acknowledged, or as something asked after that would leave them. */
  wrong: string[];
}

/** What was asked for one article, in order, and how much of it was acknowledged. */
interface Story {
  asked: string[];
  kept: number;
}
type Stories = Record<string, Story>;

/**
 * One article after the other through a life: saved with pictures, tagged, archived, saved again with
 * another text, removed, and removed so long ago that the next upkeep deletes it for good. Runs in a page of ours until the page goes, and notes what was asked and what was answered.
 */
const WORK = `
  const [from] = args;
  window.stories = {};
  const ask = async (about) => {
    for (;;) {
      try {
        const answer = await chrome.runtime.sendMessage(about);
        if (answer?.ok) return answer.value;
        if (answer) window.refused = JSON.stringify(answer);
      } catch {}
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const draft = (n, word) => ({
    url: 'https://work-' + n + '.example/', title: 'Watch ' + n, byline: '', siteName: '', publishedTime: '',
    lang: 'en', dir: 'ltr', excerpt: '', leadPicture: null, leadCaption: '', words: 5, minutes: 1,
    pictures: n % 2 ? [] : ['http://pics.example/p.png?' + word + 'a', 'http://pics.example/p.png?' + word + 'b', 'http://pics.example/none.png?' + n],
    html: '<p>' + word + ' ' + 'The keeper wound the clock and lit the lamp. '.repeat(40) + '</p>',
  });
  // What was removed so long ago is purged by the background that starts next.
  const longAgo = (id) => new Promise((resolve) => {
    const opening = indexedDB.open('library');
    opening.onerror = resolve;
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('articles', 'readwrite');
      const store = transaction.objectStore('articles');
      store.get(id).onsuccess = ({ target }) => target.result && store.put({ ...target.result, deletedAt: 1 });
      transaction.oncomplete = transaction.onabort = () => { db.close(); resolve(); };
    };
  });
  const life = async (n) => {
    const story = (window.stories[n] = { asked: [], kept: 0 });
    const step = async (name, about) => {
      story.asked.push(name);
      const value = await ask(about);
      story.kept = story.asked.length;
      return value;
    };
    const { id } = await step('saved', { ask: 'article/save', about: { draft: draft(n, 'first' + n) } });
    const doing = (change) => ({ ask: 'library/do', about: [{ ids: [id], change }] });
    await step('tagged', doing({ is: 'tags', add: ['tag ' + (n % 5)], remove: [] }));
    if (n % 2) await step('archived', doing({ is: 'place', place: 'archive' }));
    if (n % 3 === 0) await step('replaced', { ask: 'article/save', about: { draft: draft(n, 'second' + n), replace: true } });
    if (n % 7 === 0) await step('removed', doing({ is: 'removed', removed: true }));
    if (n % 14 === 0) await longAgo(id);
  };
  void (async () => { for (let n = from; ; n += 1) await life(n); })();
`;

/** An article's state after the first steps of its story. */
function after(asked: string[]): string {
  const has = (name: string): boolean => asked.includes(name);
  if (!has('saved') || has('removed')) return 'gone';
  return [has('tagged'), has('archived'), has('replaced')].map(Number).join('');
}

/** Every state that a story may have come to: from what was acknowledged to all that was asked. */
const possible = ({ asked, kept }: Story): string[] =>
  Array.from({ length: asked.length - kept + 1 }, (_, more) => after(asked.slice(0, kept + more)));

const STATE = `
  const found = {};
  for (const n of args[0]) {
    const url = 'https://work-' + n + '.example/';
    const saved = await chrome.runtime.sendMessage({ ask: 'article/saved-as', about: url });
    if (!saved?.ok) throw new Error(JSON.stringify(saved ?? null));
    if (!saved.value) { found[n] = 'gone'; continue; }
    const words = async (text) => {
      const answer = await chrome.runtime.sendMessage({ ask: 'library/find', about: { shelf: 'all', sort: 'newest', words: text } });
      if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null));
      return answer.value.ids.includes(saved.value.id);
    };
    // In quotes: the beginning of a word is that of a thousand, of which an answer has the first hundreds.
    const [first, second] = [await words('"first' + n + '"'), await words('"second' + n + '"')];
    const state = [saved.value.tags.length > 0, saved.value.place === 'archive', second].map(Number).join('');
    found[n] = first === second ? 'not in the index: ' + state : state;
  }
  return found;`;

/** Puts the pictures of the work on the web, and lets the background fetch them itself. */
async function allowPictures(driver: Driver, site: Site): Promise<void> {
  site.file('http://pics.example/p.png', png(64, 48, [96, 128, 150]), 'image/png');
  await driver.grantHost('*://pics.example/*');
}

/** The upkeep begins so long after a start: now and then it is let come. */
const UPKEEP = 2000;

/** How many changes were acknowledged, if more than `few`. */
async function keptMoreThan(page: View, few: number): Promise<number | undefined> {
  const now = await page.run<number>(
    'return Object.values(window.stories).reduce((sum, { kept }) => sum + kept, 0)',
  );
  return now > few ? now : undefined;
}

/** Works in a page of ours, with the background killed so many times at moments drawn by `random`. */
export async function killWorkers(
  driver: Driver,
  site: Site,
  kills: number,
  random: () => number,
): Promise<WorkReport> {
  const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
  await allowPictures(driver, site);
  await page.run(WORK, 0);
  let kept = 0;
  for (let at = 0; at < kills; at += 1) {
    // The upkeep's purge and its index are met seldom, else most kills would be of an idle background.
    await sleep((at % 10 === 9 ? UPKEEP : 20) + random() * 200);
    // A slow machine may need longer than that to start again: every other kill waits for two changes more.
    if (at % 2) kept = await poll('further changes', () => keptMoreThan(page, kept + 1));
    await driver.killBackground();
  }
  const stories = goneOn(await page.run<Stories>('return window.stories'));
  await page.close();
  return judge(driver, kills, stories);
}

/** Works in a page of ours until the whole browser is killed, and again on the same profile. */
export async function killBrowsers(
  start: () => Promise<Driver>,
  site: Site,
  kills: number,
  random: () => number,
): Promise<WorkReport> {
  let all: Stories = {};
  for (let at = 0; at < kills; at += 1) {
    const driver = await start();
    const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
    await allowPictures(driver, site);
    await page.run(WORK, at * 10_000);
    all = {
      ...all,
      ...(await watchUntil(
        page,
        Date.now() + 200 + random() * (at % 5 === 4 ? UPKEEP * 1.5 : 1500),
      )),
    };
    await driver.kill();
  }
  const driver = await start();
  try {
    return await judge(driver, kills, all);
  } finally {
    await driver.quit();
  }
}

/** What is known of the work at that moment; what the page did after the last look is not. */
async function watchUntil(page: View, end: number): Promise<Stories> {
  let stories: Stories = {};
  while (Date.now() < end) stories = await page.run<Stories>('return window.stories');
  return goneOn(stories);
}

/** The page goes on after the last look: any further step of its last article may be there. */
function goneOn(stories: Stories): Stories {
  const last = Object.entries(stories).at(-1);
  if (last) last[1].asked = stepsOf(Number(last[0]));
  return stories;
}

/** As in `WORK`. */
const stepsOf = (n: number): string[] => [
  'saved',
  'tagged',
  ...(n % 2 ? ['archived'] : []),
  ...(n % 3 === 0 ? ['replaced'] : []),
  ...(n % 7 === 0 ? ['removed'] : []),
];

async function judge(driver: Driver, kills: number, stories: Stories): Promise<WorkReport> {
  const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
  const found = await page.run<Record<string, string>>(STATE, Object.keys(stories));
  await page.close();
  const wrong = Object.entries(stories)
    .filter(([n, story]) => !possible(story).includes(found[n]!))
    .map(([n, story]) => `${n}: ${found[n]!} and not ${possible(story).join(' or ')}`);
  const acknowledged = Object.values(stories).reduce((sum, { kept }) => sum + kept, 0);
  const removed = Object.values(stories).filter(({ asked, kept }) =>
    asked.slice(0, kept).includes('removed'),
  ).length;
  const check = await checkLibrary(driver);
  return { kills, acknowledged, purged: Math.max(0, removed - check.removed), wrong, ...check };
}
