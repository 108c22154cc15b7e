import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { noisePng } from './driver/png.ts';
import { SAVE_BUTTON, SAVED, type Session, startSession } from './session.ts';

/** A file system of its own under the profile, small enough to be filled. */
const folder = mkdtempSync(join(tmpdir(), 'lectern-small-'));
const isMounted = mounted();
const filler = join(folder, 'filler');
const LEFT_FREE = 2_000_000;

function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let session: Session;
beforeAll(async () => {
  if (!isMounted) return;
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  session = await startSession({ profile });
});
beforeEach(() => rmSync(filler, { force: true }));
afterAll(async () => {
  await session?.end();
  if (isMounted) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** As large as what the disk refuses; words that no compression makes small. */
const LONG_PAGE = `<!doctype html><title>Log of the tide</title><article><h1>Log of the tide</h1>${Array.from(
  { length: 400 },
  () =>
    `<p>${Array.from({ length: 60 }, () => Math.random().toString(36).slice(2)).join(' ')}, and the tide turned.</p>`,
).join('')}</article>`;

/** Waits until the browser has written what it writes after a start. */
async function settled(): Promise<void> {
  for (let [free, same] = [0, 0]; same < 8;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { bavail } = statfsSync(folder);
    same = bavail === free ? same + 1 : 0;
    free = bavail;
  }
}

/** Fills the disk up to so many bytes. */
function fill(free: number): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    appendFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
  } catch {
    // The browser wrote something meanwhile, and the disk is full before.
  }
}

/** Saves so many articles of so many letters from a page of ours, until one is refused; gives the ids kept and the reason. */
const SAVE_UNTIL_FULL = `
  const [name, most, length] = args;
  const kept = [];
  for (let n = 0; n < most; n += 1) {
    const letters = crypto.getRandomValues(new Uint8Array(length));
    const html = '<p>' + Array.from(letters, (byte) => byte.toString(36)).join('') + '</p>';
    const draft = { url: 'https://' + name + '-' + n + '.example/', title: 'Full ' + n, byline: '', siteName: '', publishedTime: '',
      lang: 'en', dir: 'ltr', excerpt: '', leadPicture: null, leadCaption: '', words: 5, minutes: 1, pictures: [], html };
    const answer = await chrome.runtime.sendMessage({ ask: 'article/save', about: { draft } });
    if (!answer.ok) return { kept, reason: answer.reason };
    kept.push(answer.value.id);
  }
  return { kept, reason: 'never' };`;

const saveUntilFull = (
  page: View,
  ...how: [name: string, most: number, length: number]
): Promise<{ kept: string[]; reason: string }> => page.run(SAVE_UNTIL_FULL, ...how);

const READABLE = `
  for (const id of args[0]) {
    const answer = await chrome.runtime.sendMessage({ ask: 'article/get', about: id });
    if (!answer.ok || !answer.value?.html) return id + ' ' + JSON.stringify(answer).slice(0, 200);
  }
  return 'all';`;

/** More than a database holds in memory before it writes: Firefox then keeps single records of what fails. */
const ROWS = 600;
const CHOOSE_ROWS = `
  const word = () => Math.random().toString(36).slice(2);
  const words = (count) => Array.from({ length: count }, word).join(' ');
  const rows = Array.from({ length: args[0] }, (_, at) =>
    'Tide gauge ' + at + ' ' + words(40) + ',https://gauge-' + at + '.example/' + words(30).replaceAll(' ', '') + ',,Unread,' + (1500000000 + at));
  const given = new DataTransfer();
  given.items.add(new File([['Title,URL,Selection,Folder,Timestamp', ...rows].join('\\n')], 'instapaper.csv'));
  const input = document.querySelector('input[type=file]');
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));`;

/** Pictures that no compression makes small: some 1.5 MB each. */
const NOISE = Array.from({ length: 4 }, () => noisePng(700, 700));
const TEXT_URL = 'http://harbour.example/log';
const picture = (at: number): string => `http://harbour.example/noise-${at}.png`;
const PAGE_WITH_PICTURES = `<!doctype html><html lang="en"><title>The Harbour Log</title><article><h1>The Harbour Log</h1>${NOISE.map(
  (_, at) =>
    `<p>${'The keeper of the harbour log writes down every ship that comes in with the tide. '.repeat(6)}</p><p><img src="${picture(at)}" alt="View ${at}" width="700" height="700"></p>`,
).join('')}</article></html>`;

const STATE_OF = `
  const saved = await chrome.runtime.sendMessage({ ask: 'article/saved-as', about: args[0] });
  if (!saved?.value) return { saved: false };
  const { id } = saved.value;
  const article = await chrome.runtime.sendMessage({ ask: 'article/get', about: id });
  const pictures = await chrome.runtime.sendMessage({ ask: 'pictures/state', about: id });
  const { kept = 0, waiting = 0, missing = [] } = pictures?.value ?? {};
  return { saved: true, id, text: article?.value?.html.length ?? 0, kept, waiting, reasons: [...new Set(missing.map(({ reason }) => reason))] };`;
interface PicturesState {
  saved: boolean;
  id: string;
  text: number;
  kept: number;
  waiting: number;
  reasons: string[];
}

// Without the right to mount there is no small file system: a person's own machine, seldom CI.
describe.skipIf(!isMounted)(`a full disk, in ${inject('browser')}`, () => {
  it('keeps the text without its pictures, where only the text fits', async () => {
    session.site.page(TEXT_URL, PAGE_WITH_PICTURES);
    for (const [at, bytes] of NOISE.entries()) session.site.file(picture(at), bytes, 'image/png');
    const page = await session.ownPage('options/index.html');
    const { tab, popup } = await session.read(TEXT_URL);
    const state = (): Promise<PicturesState> => page.run<PicturesState>(STATE_OF, TEXT_URL);
    await settled();
    fill(LEFT_FREE);
    await popup.click(SAVE_BUTTON);
    await popup.until(SAVED);
    await expect
      .poll(async () => (await state()).reasons, { timeout: 30_000, interval: 500 })
      .toContain('no-room');
    const full = await state();
    expect(full.text).toBeGreaterThan(1500);
    expect(full.kept).toBeLessThan(NOISE.length);
    rmSync(filler);
    await page.run(
      `await chrome.runtime.sendMessage({ ask: 'pictures/retry', about: args[0] })`,
      full.id,
    );
    await expect
      .poll(async () => (await state()).kept, { timeout: 30_000, interval: 500 })
      .toBe(NOISE.length);
    await tab.close();
    await page.close();
  });

  it('interrupts an import with a sentence, which then goes on and brings in every article', async () => {
    const page = await session.ownPage('import/index.html');
    await page.until(`document.querySelector('input[type=file]')`);
    await page.run(CHOOSE_ROWS, ROWS);
    await page.until(`document.querySelector('main [class*=count]')`);
    await settled();
    fill(LEFT_FREE / 10);
    await page.click('main section > div button');
    await page.until(`document.querySelector('[role=alert]')`, 60_000);
    expect(await page.text('[role=alert]')).toContain('storage is full');
    rmSync(filler);
    await page.click('[role=alert] + div button');
    await page.until(`document.querySelector('main a[href*="library/index.html"]')`, 60_000);
    const list = await session.ownPage('library/index.html#shelf=all&words=gauge');
    await list.until(`performance.getEntriesByName('lectern:found').length`, 30_000);
    await expect.poll(() => list.text('main'), { timeout: 30_000 }).toContain(String(ROWS));
    await list.close();
    await page.close();
  });

  it('is said in a sentence, and everything saved before stays', { timeout: 180_000 }, async () => {
    await session.save(session.serveCase('magazine-2011'));
    fill(LEFT_FREE);
    const page = await session.ownPage('options/index.html');
    const { kept, reason } = await saveUntilFull(page, 'full', 60, 60_000);
    expect(reason).toBe('storage-full');
    expect(await page.run(READABLE, kept)).toBe('all');

    // Opened while there was room: on a full disk Chromium shows no popup.
    rmSync(filler);
    const long = 'http://long.test/';
    session.site.page(long, LONG_PAGE);
    const { popup, tab } = await session.read(long);
    await settled();
    fill(LEFT_FREE / 10);
    await popup.click(SAVE_BUTTON);
    await popup.until(`document.querySelector('[role=alert]')`);
    expect(await popup.text('[role=alert]')).toContain('storage is full');
    expect(await popup.text('main')).not.toBe('');
    await popup.close();

    rmSync(filler);
    const again = await driverClick(tab);
    await again.click(SAVE_BUTTON);
    await again.until(`document.querySelector('[role=toolbar] [role=status]')`);
    expect(await page.run(READABLE, kept)).toBe('all');
  });
});

describe.skipIf(!isMounted)(`a full disk and a new start, in ${inject('browser')}`, () => {
  it('leave everything readable: while it is full, with room again, and in a browser started anew', async () => {
    const profile = join(folder, 'other');
    mkdirSync(profile);
    let other = await startSession({ profile });
    const page = await other.ownPage('options/index.html');
    const before = await saveUntilFull(page, 'before', 20, 5000);
    await settled();
    fill(LEFT_FREE * 0.75);
    // Small enough to be written into the log of Chromium's database, not beside it.
    const full = await saveUntilFull(page, 'full', 400, 20_000);
    expect(full.reason).toBe('storage-full');
    expect(full.kept.length).toBeGreaterThan(0);
    const kept = [...before.kept, ...full.kept];
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await page.run(READABLE, kept)).toBe('all');
    rmSync(filler);
    const after = await saveUntilFull(page, 'after', 40, 3000);
    expect(after.reason).toBe('never');
    await other.end();
    other = await startSession({ profile });
    const again = await other.ownPage('options/index.html');
    expect(await again.run(READABLE, [...kept, ...after.kept])).toBe('all');
    await other.end();
  });
});

const driverClick = (tab: Parameters<Session['driver']['clickToolbar']>[0]) =>
  session.driver.clickToolbar(tab).then(async (popup) => {
    await popup.until(`document.querySelector('main .article p')`);
    await popup.until(`!document.querySelector('${SAVE_BUTTON}').disabled`);
    return popup;
  });
