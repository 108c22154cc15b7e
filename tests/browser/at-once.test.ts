import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkLibrary } from './library-check.ts';
import { type Session, startSession } from './session.ts';

let session: Session;
let id: string;
beforeAll(async () => {
  session = await startSession();
  const { tab, popup } = await session.save(session.serveCase('long-essay'));
  await popup.close();
  await tab.close();
  const list = await session.ownPage('library/index.html');
  await list.until(`document.querySelector('li h2 a')`);
  id = await list.run(
    `return new URL(document.querySelector('li h2 a').href).searchParams.get('id')`,
  );
  await list.close();
});
afterAll(() => session.end());

/** Asks from a page of ours in its own tab or window: what its buttons ask, with nothing in between. */
const ask = (change: unknown): string => `
  const answer = await chrome.runtime.sendMessage({ ask: 'library/do', about: [{ ids: [${JSON.stringify(id)}], change: ${JSON.stringify(change)} }] });
  if (!answer?.ok) throw new Error(JSON.stringify(answer ?? null));`;
const STATE = `
  const { value } = await chrome.runtime.sendMessage({ ask: 'article/get', about: args[0] });
  return { place: value.place, favourite: value.favourite, tags: value.tags.sort() };`;
const TAGS = `[...document.querySelectorAll('[aria-label=Tags] bdi')].map((tag) => tag.innerText).sort().join()`;

describe(`one article edited in two places at once, in ${inject('browser')}`, () => {
  it('keeps both edits of two tabs: by their buttons, and of the same moment', async () => {
    const address = `${session.driver.origin}src/entrypoints/reader/index.html?id=${id}`;
    const one = await session.driver.open(`${address}&tab=one`);
    await one.until(`document.querySelector('main article .article p')`);
    const two = await session.driver.open(`${address}&tab=two`);
    await two.until(`document.querySelector('main article .article p')`);
    await two.click('[aria-label=Tags] > button');
    await two.type('[aria-label=Tags] input', 'from two,');
    await two.until(`${TAGS} === 'from two'`);
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a')`);
    await list.press('j');
    await list.press('f');
    await list.until(`document.querySelector('li [aria-pressed=true]')`);
    await Promise.all([
      one.run(ask({ is: 'tags', add: ['a'], remove: [] })),
      two.run(ask({ is: 'tags', add: ['b'], remove: [] })),
      list.run(ask({ is: 'place', place: 'archive' })),
    ]);
    expect(await list.run(STATE, id)).toEqual({
      place: 'archive',
      favourite: true,
      tags: ['a', 'b', 'from two'],
    });
    await one.run('location.reload()');
    await one.until(`${TAGS} === 'a,b,from two'`);
    for (const view of [one, two, list]) await view.close();
  });

  it('keeps all edits of two windows, many at the same time', async () => {
    const page = await session.ownPage('options/index.html');
    // A window of its own, whose page edits as soon as it is told to.
    const opened = await page.run<number>(
      `return (await chrome.windows.create({ url: location.href + '?window=two' })).id`,
    );
    expect(opened).not.toBe(await page.run(`return (await chrome.windows.getCurrent()).id`));
    const many = (name: string): string =>
      Array.from({ length: 12 }, (_, at) => at)
        .map(
          (at) => `(async () => { ${ask({ is: 'tags', add: [`${name} ${at}`], remove: [] })} })()`,
        )
        .join(',');
    if (session.driver.name === 'chromium') {
      const other = await session.driver.waitForTab('?window=two');
      await Promise.all([
        page.run(`await Promise.all([${many('one')}])`),
        other.run(`await Promise.all([${many('two')}])`),
        other.run(ask({ is: 'place', place: 'unread' })),
        page.run(ask({ is: 'favourite', favourite: false })),
      ]);
    } else {
      // The driver sees one window: the page of the other is reached from the first.
      await page.run(`
        for (let tries = 0; tries < 100; tries += 1) {
          const found = browser.extension.getViews({ type: 'tab' }).find((view) => view.location.search === '?window=two');
          if (found?.document.readyState === 'complete') break;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        const other = browser.extension.getViews({ type: 'tab' }).find((view) => view.location.search === '?window=two');
        await (async (chrome) => {
          const here = Promise.all([${many('one')}]);
          await (async (chrome) => {
            await Promise.all([${many('two')}, (async () => { ${ask({ is: 'place', place: 'unread' })} })()]);
          })(other.browser);
          await here;
          ${ask({ is: 'favourite', favourite: false })}
        })(browser);`);
    }
    const state = await page.run<{ tags: string[] }>(STATE, id);
    expect(state).toMatchObject({ place: 'unread', favourite: false });
    expect(state.tags).toHaveLength(3 + 24);
    expect(await checkLibrary(session.driver)).toMatchObject({ disagreements: [] });
    await page.run(`await chrome.windows.remove(args[0])`, opened);
  });
});
