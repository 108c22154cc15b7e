import { oneLine } from '../../src/extract/metadata/meta-tags.ts';
import type { Driver, View } from '../browser/driver/driver.ts';
import { png } from '../browser/driver/png.ts';
import type { FirefoxView } from '../browser/driver/firefox-view.ts';
import type { Site } from '../browser/driver/site.ts';
import {
  attackPage,
  HELD_HEADERS,
  HOSTILE_SVG,
  PAGE_HEADERS,
  sharedPicture,
} from './attack-page.ts';
import type { Heard } from './attack-ears.ts';
import { requestsOf, type Tally } from './attack-tally.ts';

const LIST = 'src/entrypoints/library/index.html#shelf=all';
const READER = 'src/entrypoints/reader/index.html?id=';
const SAVE = '[role="toolbar"] button';
const SHOWN = `document.querySelector('main .article > div') && performance.getEntriesByName('lectern:shown').length`;
const FAILED = `document.querySelector('main section[role="status"] h1')`;
const PICTURE = png(40, 30, [200, 40, 40]);

/** A message of ours, asked as one of our pages asks it. */
const ASK = `const answer = await chrome.runtime.sendMessage(args[0]);
if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null) + ' to ' + args[0].ask);
return answer.value;`;

const pageOf = (index: number): string => `http://attack-${index}.test/story`;
const rawPageOf = (index: number): string => `http://raw-${index}.test/story`;

/** Puts the attacked page on the web. */
function serve(site: Site, index: number, payload: string, headers: Record<string, string>): void {
  const page = pageOf(index);
  site.page(page, attackPage(payload), headers);
  site.file(new URL('/kept.png', page).href, PICTURE, 'image/png');
  site.file(new URL('/trap.svg', page).href, HOSTILE_SVG, 'image/svg+xml');
}

/** Page, click, popup, a look, Save. False when there was no article to save. */
export async function throughPopup(
  { driver, ears }: Heard,
  site: Site,
  tally: Tally,
  index: number,
  payload: string,
  headers = PAGE_HEADERS,
): Promise<boolean> {
  serve(site, index, payload, headers);
  const tab = await driver.open(pageOf(index), 'dom');
  try {
    const requests = requestsOf(site);
    const popup = await driver.clickToolbar(tab);
    await ears.attach(popup);
    await popup.until(`(${SHOWN}) || ${FAILED}`, 20_000);
    const found = await tally.look(popup, ears, index, 'popup');
    const isArticle = await popup.run<boolean>(`return !${FAILED}`);
    if (isArticle) {
      await popup.click(SAVE);
      await popup.until(`document.querySelector('[role="toolbar"] [role="status"]')`, 20_000);
    }
    await popup.close().catch(() => undefined);
    const where = await tab.url();
    const elsewhere = where === pageOf(index) ? undefined : where;
    // As the page's meta elements are read.
    const shared = oneLine(sharedPicture(payload));
    const own = URL.canParse(shared, pageOf(index)) ? [new URL(shared, pageOf(index)).href] : [];
    tally.addRequests(requests.take([...found.pictures, ...own], elsewhere), index, 'popup');
    if (isArticle || elsewhere === undefined || headers === HELD_HEADERS) return isArticle;
  } finally {
    await tab.close().catch(() => undefined);
  }
  tally.held += 1;
  return throughPopup({ driver, ears }, site, tally, index, payload, HELD_HEADERS);
}

/** Each page of the reader costs a third of a second, and a hole in the last door would let any of them through. */
const POISONS_AN_ARTICLE = 5;

/** Saved as they are, past the content script and `clean`: what a poisoned library would hold. */
function poisoned(batch: [index: number, payload: string][]): object {
  const html = batch.map(([, payload]) => `<p>Some words.</p>${payload}<p>Other words.</p>`);
  const words = batch.map(([, payload]) => payload).join(' ');
  return {
    ...{ url: rawPageOf(batch[0]![0]), html: html.join('') },
    ...{ title: words, byline: words, siteName: words, publishedTime: words },
    ...{ lang: '', dir: 'ltr', excerpt: words, leadCaption: words, text: words },
    leadPicture: { src: batch[0]![1], alt: words, width: 400, height: 300 },
    ...{ words: 4, minutes: 1, pictures: [] },
  };
}

/** The list with all that was saved, then each in the reader; the library is empty afterwards. */
export async function throughLibrary(
  heard: Heard,
  site: Site,
  tally: Tally,
  batch: [index: number, payload: string][],
): Promise<void> {
  const { driver, ears } = heard;
  await picturesOf(site, batch.at(-1)?.[0] ?? -1);
  const requests = requestsOf(site);
  const door = await driver.open(driver.origin + LIST);
  for (let at = 0; at < batch.length; at += POISONS_AN_ARTICLE) {
    const draft = poisoned(batch.slice(at, at + POISONS_AN_ARTICLE));
    await door.run(ASK, { ask: 'article/save', about: { draft } });
  }
  await door.close();
  const list = await driver.open(driver.origin + LIST);
  await ears.attach(list);
  await list.until(`document.querySelector('li h2 a')`);
  const query = { shelf: 'all', sort: 'newest', words: '' };
  const { ids } = await list.run<{ ids: string[] }>(ASK, { ask: 'library/find', about: query });
  const rows = await list.run<{ id: string; url: string }[]>(ASK, {
    ask: 'library/rows',
    about: ids,
  });
  const indexOf = (url: string): number => Number(/-(\d+)\./.exec(url)?.[1] ?? -1);
  const first = batch[0]?.[0] ?? -1;
  await walkList(list, async () => {
    await tally.look(list, ears, first, 'list');
  });
  tally.addRequests(requests.take(), first, 'list');
  await list.close();

  // In front: a page behind another waits a second for each of its timers.
  const reader = await driver.open(driver.origin + READER);
  await ears.attach(reader);
  for (const { id, url } of rows) {
    const place = url.startsWith('http://raw-') ? 'poisoned reader' : 'reader';
    await readerAt(reader, driver, id);
    await tally.look(reader, ears, indexOf(url), 'reader', place);
    tally.addRequests(requests.take(), indexOf(url), place);
  }
  await reader.run(ASK, {
    ask: 'library/do',
    about: [{ ids, change: { is: 'removed', removed: true } }],
  });
  await reader.close();
}

/** Waits for what the last save of a batch still keeps of its own pictures. */
async function picturesOf(site: Site, index: number): Promise<void> {
  const own = (): number =>
    site.log.filter(({ url }) => url.startsWith(new URL('/', pageOf(index)).href)).length;
  for (let before = -1; before !== own();) {
    before = own();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** Shows each part of the list once. */
async function walkList(list: View, each: () => Promise<void>): Promise<void> {
  for (let screen = 0; ; screen += 1) {
    const isLast = await list.run<boolean>(
      `scrollTo(0, args[0] * innerHeight);
      await new Promise((resolve) => setTimeout(resolve, 80));
      return (args[0] + 1) * innerHeight >= document.documentElement.scrollHeight;`,
      screen,
    );
    await list.until(`document.querySelector('li h2 a') && !document.querySelector('li i')`);
    await each();
    if (isLast) return;
  }
}

/** Takes the reader's tab to a saved article, and waits until it is shown with its pictures. */
export async function readerAt(reader: View, driver: Driver, id: string): Promise<void> {
  const address = driver.origin + READER + id;
  // A question to a page that is going away waits for long in Firefox: ask the browser.
  if (driver.name === 'firefox')
    await (reader as FirefoxView).chrome(
      `browser.loadURI(Services.io.newURI(args[0]), { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
      while (browser.currentURI.spec !== args[0] || browser.webProgress.isLoadingDocument) await new Promise((resolve) => setTimeout(resolve, 10));`,
      address,
    );
  else await reader.run(`setTimeout(() => location.assign(args[0]))`, address);
  await reader.until(
    `location.href === ${JSON.stringify(address)} && document.querySelector('main .article > div:last-child')?.childNodes.length`,
  );
  await reader.run(`await new Promise((resolve) => setTimeout(resolve, 30))`);
}
