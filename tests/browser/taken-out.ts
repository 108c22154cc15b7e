import { existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import type { SavedArticle } from '../../src/article/article.ts';
import type { Driver, View } from './driver/driver.ts';

const BATCH = 25;

/** A message of ours, asked as one of our pages asks it. */
const ASK = `const answer = await chrome.runtime.sendMessage(args[0]);
if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null) + ' to ' + args[0].ask);
return answer.value;`;

/** Puts articles into the library as they are given, cleaned by nobody; answers their ids. */
export async function fillWith(page: View, articles: readonly SavedArticle[]): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < articles.length; at += BATCH) {
    const drafts = articles.slice(at, at + BATCH).map((article) => ({ ...article, pictures: [] }));
    const receipts = await page.run<{ id: string }[]>(ASK, { ask: 'library/add', about: drafts });
    ids.push(...receipts.map(({ id }) => id));
  }
  return ids;
}

export const tag = (page: View, ids: readonly string[], name: string): Promise<unknown> =>
  page.run(ASK, {
    ask: 'library/do',
    about: [{ ids, change: { is: 'tags', add: [name], remove: [] } }],
  });

/** Keeps a picture, drawn by the browser in that format, at the address of an article. */
export const keepPictures = (
  driver: Driver,
  pictures: readonly (readonly [id: string, src: string])[],
  { type = 'image/webp', width = 64, height = 40, ground = 'transparent' } = {},
): Promise<number> =>
  driver.background<number>(
    `const [pictures, type, width, height, ground] = args;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    for (let at = 0; at < 60; at++) {
      context.fillStyle = 'hsl(' + at * 37 + ' 60% ' + (20 + at) + '%)';
      context.fillRect((at * 97) % width, (at * 61) % height, width / 4, height / 4);
    }
    const bytes = await (await canvas.convertToBlob({ type, quality: 0.8 })).arrayBuffer();
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open('library');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = db.transaction(['pictures', 'albums'], 'readwrite');
    const albums = transaction.objectStore('albums');
    const more = new Map();
    for (const [id, src] of pictures) {
      transaction.objectStore('pictures').put({ id, src, type, bytes, changedAt: 1 });
      more.set(id, [...(more.get(id) ?? []), { src, bytes: bytes.byteLength }]);
    }
    for (const [id, kept] of more) {
      const request = albums.get(id);
      request.onsuccess = () => {
        const album = request.result ?? { id, waiting: [], missing: [], kept: [] };
        albums.put({ ...album, kept: [...album.kept, ...kept] });
      };
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
    return bytes.byteLength;`,
    pictures,
    type,
    width,
    height,
    ground,
  );

/** Keeps what the page would give to the person as a file. */
const CATCH_FILE = `
  window.caught = null;
  URL.createObjectURL = (blob) => { window.caught = blob; window.caughtAt = performance.now(); return 'data:,'; };
  HTMLAnchorElement.prototype.click = function () { window.fileName = this.download; };`;

/** Opens the dialog by the button of the list, and says what of it is to be a file. */
export async function takeOut(
  list: View,
  {
    what,
    format,
    options = {},
  }: { what?: string; format: string; options?: Record<string, boolean> },
): Promise<{ name: string; bytes: Uint8Array; said: string; seconds: number }> {
  await list.run(CATCH_FILE);
  await list.until(`document.querySelector('dialog[open] input[name=format]')`);
  if (what) await list.click(`dialog input[name=what][value=${what}]`);
  await list.click(`dialog input[name=format][value=${format}]`);
  for (const [words, wanted] of Object.entries(options))
    await list.run(
      `const label = [...document.querySelectorAll('dialog label')].find((one) => one.innerText.includes(args[0]));
      const box = label.querySelector('input');
      if (box.checked !== args[1]) box.click();`,
      words,
      wanted,
    );
  await list.run(
    `[...document.querySelectorAll('dialog button')].find((one) => one.innerText === 'Take out').click(); window.startedAt = performance.now();`,
  );
  await list.until(
    `document.querySelector('dialog [role=status]')?.innerText && !document.querySelector('dialog progress') && !/^Loading/.test(document.querySelector('dialog [role=status]').innerText)`,
    300_000,
  );
  const said = await list.text('dialog');
  const base64 = await list.run<string | null>(`
    if (!window.caught) return null;
    const bytes = new Uint8Array(await window.caught.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);`);
  if (base64 === null) throw new Error(`No file was given: ${said}`);
  const name = await list.run<string>(`return window.fileName`);
  const seconds = await list.run<number>(`return (window.caughtAt - window.startedAt) / 1000`);
  return { name, seconds, bytes: new Uint8Array(Buffer.from(base64, 'base64')), said };
}

/** A button of the page by its words or its name. */
export const press = (page: View, label: string): Promise<unknown> =>
  page.run(
    `const all = [...document.querySelectorAll('button')];
    const found = all.find((one) => (one.getAttribute('aria-label') ?? one.innerText) === args[0]);
    if (!found) throw new Error('No button ' + args[0] + ' among ' + all.map((one) => one.getAttribute('aria-label') ?? one.innerText));
    found.click();`,
    label,
  );

const EPUBCHECK = '/usr/share/java/epubcheck.jar';
const MUTOOL = '/usr/bin/mutool';

/** Why books cannot be checked here; undefined where they can. */
export const noBookTools = (): string | undefined =>
  [EPUBCHECK, MUTOOL, '/usr/bin/java'].every((path) => existsSync(path))
    ? undefined
    : 'EPUBCheck, mutool or Java is missing and could not be installed';

const run = (command: string, args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile(command, args, { maxBuffer: 64_000_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}\n${stderr}` }),
    );
  });

/** What EPUBCheck minds in a book, a line each; its own words where it did not come to an end. */
export async function mindedIn(file: string): Promise<string[]> {
  const { output } = await run('/usr/bin/java', [
    '-XX:TieredStopAtLevel=1',
    '-jar',
    EPUBCHECK,
    file,
  ]);
  const minded = output.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)\b/.test(line));
  return minded.length === 0 && !/No errors or warnings detected/.test(output) ? [output] : minded;
}

/** The text that another reader of books finds in a book. */
export async function readByAnother(file: string): Promise<string> {
  const { code, output } = await run(MUTOOL, ['draw', '-F', 'text', '-o', '-', file]);
  if (code !== 0) throw new Error(output.slice(-2000));
  return output;
}
