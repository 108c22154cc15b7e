import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { articleWith, PAGE } from './picture-web.ts';
import { SAVED, type Session, startSession, webRequests } from './session.ts';

const ARTICLES = 50;

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

/** Saves the body of the article that is there at many other addresses, with pictures that are missing. */
const COPY = `
  const ask = async (ask, about) => {
    const answer = await chrome.runtime.sendMessage({ ask, about });
    if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null));
    return answer.value;
  };
  const { ids } = await ask('library/find', { shelf: 'all', sort: 'newest', words: '' });
  const { html, ...row } = await ask('article/get', ids[0]);
  const copied = [];
  for (let n = 0; n < args[0]; n += 1) {
    const draft = { url: 'http://copy-' + n + '.example/', title: 'Copy ' + n, byline: '', siteName: '', publishedTime: '',
      lang: 'en', dir: 'ltr', excerpt: '', leadPicture: row.leadPicture, leadCaption: '', words: 500, minutes: 2,
      html, pictures: args[1] };
    copied.push((await ask('article/save', { draft })).id);
  }
  for (const id of copied)
    while ((await ask('pictures/state', id)).waiting > 0) await new Promise((end) => setTimeout(end, 50));
  return copied;`;

describe(`opening ${ARTICLES} saved articles in ${inject('browser')}`, () => {
  it('makes no request at all', { timeout: 180_000 }, async () => {
    const pictures = ['there.png', 'gone.png'].map((name) => new URL(name, PAGE).href);
    session.site.page(PAGE, articleWith(pictures));
    const { tab, popup } = await session.save(PAGE);
    await popup.until(SAVED);
    await popup.close();
    await tab.close();
    const page = await session.ownPage('options/index.html');
    const ids = await page.run<string[]>(COPY, ARTICLES, pictures);
    expect(ids).toHaveLength(ARTICLES);
    session.site.log.length = 0;
    const address = `${session.driver.origin}src/entrypoints/reader/index.html?id=`;
    for (const id of ids) {
      const reader = await session.driver.open(address + id);
      await reader.until(`document.querySelector('main article .article p')`);
      await reader.until(`document.body.innerText.includes('missing')`);
      await reader.run(`scrollTo(0, document.body.scrollHeight)`);
      await reader.close();
    }
    await sleep(1000);
    expect(webRequests(session.site.log)).toEqual([]);
  });
});
