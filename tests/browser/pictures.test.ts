import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { articleWith, CDN, HONEST, HOSTILE, PAGE, serve } from './picture-web.ts';
import { type Session, startSession, webRequests } from './session.ts';

const SAVED = '✓ Saved';
const LINE = `(document.querySelector('main article div > p[role=status]')?.innerText ?? '')`;
const SHOWN = `document.querySelectorAll('main .article img[src]').length`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
  await (await session.ownPage('library/index.html')).close();
});
afterEach(() => {
  session.site.log.length = 0;
});
afterAll(() => session.end());

/** Saves the page by its key, for a popup would load its pictures; answers the open page. */
async function save(url: string, pictures: string[], title?: string): Promise<View> {
  session.site.page(url, articleWith(pictures, title), { 'set-cookie': 'visitor=7; Max-Age=3600' });
  const tab = await session.driver.open(url);
  await session.driver.command('save-page', tab);
  await expect.poll(() => session.driver.badge(tab), { timeout: 15_000 }).toBe(SAVED);
  return tab;
}

/** Opens the article that was saved last. */
async function openNewest(): Promise<View> {
  const list = await session.ownPage('library/index.html');
  await list.until(`document.querySelector('li h2 a')`);
  await list.click('li h2 a');
  await list.until(`document.querySelector('main article .article p')`);
  return list;
}

const requestsFor = (part: string) => session.site.log.filter(({ url }) => url.includes(part));

/** Pictures are asked for without cookies, without a referrer, and by nobody that can be named. */
function expectNobody(): void {
  for (const { url, headers } of session.site.log.filter((seen) =>
    /\.(?:png|svg)/.test(seen.url),
  )) {
    expect(headers.cookie, url).toBeUndefined();
    expect(headers.referer, url).toBeUndefined();
    expect(headers.origin ?? '', url).not.toMatch(/extension/);
  }
}

/** How many pictures still wait, asked of the disk. */
const WAITING = `const albums = await new Promise((resolve) => {
  const opening = indexedDB.open('library');
  opening.onsuccess = () => {
    const all = opening.result.transaction('albums').objectStore('albums').getAll();
    all.onsuccess = () => { opening.result.close(); resolve(all.result); };
  };
});
return albums.reduce((sum, { waiting }) => sum + waiting.length, 0);`;
const allFetched = (): Promise<void> =>
  expect.poll(() => session.driver.background(WAITING), { timeout: 15_000 }).toBe(0);

describe(`the pictures of saved articles in ${inject('browser')}`, () => {
  it('keeps what is a picture, and nothing of servers that hang, flood, lie or send us round', async () => {
    const good = serve(session.site, 'http://quay.example', HONEST);
    const bad = serve(session.site, 'http://quay.example', HOSTILE);
    const tab = await save(PAGE, [...good, ...bad]);
    // The article is there at once, and the tab lives.
    const reader = await openNewest();
    await reader.until(`${LINE}.includes('of ${good.length + bad.length} pictures kept')`);
    await reader.until(
      `${LINE} === '${bad.length} pictures are missing. Their sites did not answer.'`,
      45_000,
    );
    expect(await reader.run(`return ${SHOWN}`)).toBe(good.length);
    const shown = await reader.run<string[]>(
      `return [...document.querySelectorAll('main .article img[src]')].map((img) => img.src.slice(0, 14))`,
    );
    expect(new Set(shown)).toEqual(new Set(['data:image/png']));
    expect(await reader.text('main article')).toContain('The keeper of the harbour log');
    expect(await tab.run<number>('return 6 * 7')).toBe(42);
    expectNobody();
    expect(requestsFor('loop.png').length).toBeLessThanOrEqual(60);
    expect(webRequests(session.site.log).filter((url) => /\?(?:ran|asked)/.test(url))).toEqual([]);
    await reader.close();
    await tab.close();
  });

  it('fetches from other sites once that is granted, from there on at once, until it is taken back', async () => {
    const good = serve(session.site, CDN, {
      'plain.png': HONEST['plain.png']!,
      'gone.png': HOSTILE['gone.png']!,
    });
    const tab = await save('http://quay.example/second', good, 'The Second Log');
    await tab.close();
    const reader = await openNewest();
    await reader.until(`${LINE}.includes('only if you allow it')`);
    expect(await reader.run(`return document.querySelector('main .article img').alt`)).toBe(
      'View 0',
    );
    expect(requestsFor('extension')).toEqual([]);
    session.site.log.length = 0;
    await session.driver.grantHost('*://pictures.example/*');
    await reader.until(`${SHOWN} === 1`);
    await reader.until(`${LINE} === 'One picture is missing. Their sites did not answer.'`);
    expect(requestsFor('plain.png')).toHaveLength(1);
    expectNobody();
    await reader.close();
    const options = await session.ownPage('options/index.html');
    await options.until(
      `document.querySelector('#pictures li')?.innerText.includes('pictures.example')`,
    );
    await options.click('#pictures li button');
    await options.until(`!document.querySelector('#pictures li')`);
    await options.close();
  });

  // Headless Chromium cannot answer the prompt.
  it.skipIf(inject('browser') === 'chromium')(
    'asks for the sites of missing pictures when they are tried again',
    async () => {
      const [src = ''] = serve(session.site, 'http://far.example', {
        'plain.png': HONEST['plain.png']!,
      });
      const tab = await save('http://quay.example/asked', [src], 'The Asked Log');
      await tab.close();
      const reader = await openNewest();
      await reader.until(`${LINE}.includes('only if you allow it')`);
      await reader.click('main article div > p[role=status] + span button:last-child');
      await session.driver.acceptGrant();
      await reader.until(`${SHOWN} === 1`);
      await reader.until(`${LINE} === ''`);
      expectNobody();
      await reader.close();
    },
  );

  it('goes on after the background was ended in the middle', async () => {
    const [first = '', second = ''] = serve(session.site, 'http://quay.example', {
      'plain.png': HONEST['plain.png']!,
      'there.png': HONEST['there.png']!,
    });
    const release = session.site.hold(second);
    const tab = await save('http://quay.example/third', [first, second], 'The Third Log');
    await expect.poll(() => requestsFor('there.png').length, { timeout: 10_000 }).toBe(1);
    await session.driver.killBackground();
    release();
    const reader = await openNewest();
    await reader.until(`${SHOWN} === 2`, 20_000);
    await reader.close();
    await tab.close();
  });

  it('makes no request when saved articles are opened, whatever stood in their sources', async () => {
    const frames = `<iframe src="${CDN}/frame"></iframe><video src="${CDN}/film.mp4" poster="${CDN}/still.png" controls></video><audio src="${CDN}/sound.mp3"></audio><object data="${CDN}/object"></object><link rel="preload" href="${CDN}/preload">`;
    for (let at = 0; at < 5; at += 1) {
      const url = `http://quay.example/quiet-${at}`;
      const pictures = ['http://quay.example/plain.png', `${CDN}/missing-${at}.png`];
      const html = articleWith(pictures, `Quiet ${at}`).replace(
        '</article>',
        `${frames}</article>`,
      );
      session.site.page(url, html);
      const tab = await session.driver.open(url);
      await session.driver.command('save-page', tab);
      await expect.poll(() => session.driver.badge(tab), { timeout: 15_000 }).toBe(SAVED);
      // Only the open page may fetch its own.
      await allFetched();
      await tab.close();
    }
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelectorAll('li h2 a').length >= 5`);
    const links = await list.run<string[]>(
      `return [...document.querySelectorAll('li h2 a')].filter((a) => a.innerText.startsWith('Quiet')).map((a) => a.href)`,
    );
    expect(links).toHaveLength(5);
    await list.close();
    session.site.log.length = 0;
    for (const link of links) {
      const reader = await session.driver.open(link);
      await reader.until(`document.querySelector('main article .article p')`);
      await reader.until(`${LINE}.includes('missing')`);
      await reader.run(
        `scrollTo(0, document.body.scrollHeight); await new Promise((end) => setTimeout(end, 300))`,
      );
      await reader.close();
    }
    expect(webRequests(session.site.log)).toEqual([]);
  });

  it('says what takes up room, and makes some where asked', async () => {
    const reader = await openNewest();
    await reader.press('e');
    await reader.until(`document.querySelector('[aria-label="Move back to unread"]')`);
    const archived = await reader.url();
    await reader.close();
    const options = await session.ownPage('options/index.html#storage');
    const text = `document.querySelector('#storage').innerText`;
    await options.until(`/articles take up [\\d.]+ (?:kB|MB) on this computer/.test(${text})`);
    expect(
      await options.run(`return document.querySelectorAll('#storage ol li').length`),
    ).toBeGreaterThanOrEqual(8);
    await options.click('#storage ol + div button');
    await options.until(`${text}.includes('Remove one picture of archived articles')`);
    await options.click('#storage ol + div button');
    await options.until(`/Removed one picture\\. [\\d.]+ kB are free again/.test(${text})`);
    await options.close();
    const after = await session.driver.open(archived);
    await after.until(`${LINE}.startsWith('2 pictures are missing')`);
    await after.close();
  });
});
