import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { SAVE_BUTTON, SAVED, type Session, startSession } from './session.ts';

const prose = (name: string): string =>
  `<p>${`${name} is a lock on the old canal, and its keeper writes down each boat that passes. `.repeat(12)}</p>`;
const article = (name: string): string => `<!doctype html><html lang="en"><title>${name}</title>
<body><main><article><h1>${name}</h1>${prose(name)}${prose(name)}</article></main></body></html>`;
const linksTo = (...urls: string[]): string =>
  `<!doctype html><title>Links</title><body>${urls.map((url, at) => `<p><a id="l${at}" href="${url}">Lock number ${at}</a></p>`).join('')}</body>`;
const at = (site: string, path: string): string => `http://${site}.example/${path}`;

const OUTCOMES = `[...document.querySelectorAll('ul[role=list] li')].map((li) => li.querySelector('a').innerText + ': ' + li.querySelector('span').innerText).join('\\n')`;
const button = (text: string): string =>
  `(() => { document.querySelector('#wanted')?.removeAttribute('id'); const found = [...document.querySelectorAll('button')].find((b) => b.innerText === '${text}'); if (found) found.id = 'wanted'; return !!found && !found.disabled; })()`;

let session: Session;
let links: string;
beforeAll(async () => {
  session = await startSession();
  const { site } = session;
  for (const name of ['one', 'two', 'three', 'four'])
    for (const host of ['lock', 'weir', 'shut'])
      site.page(at(host, name), article(`The ${host} ${name}`));
  site.page(at('lock', 'shop'), linksTo('http://lock.example/one', 'http://lock.example/two'));
  links = at('links', 'all');
  site.page(links, linksTo(at('lock', 'four'), at('shut', 'one')));
});
afterAll(() => session.end());

/** A browser that has just got the extension may still be without its menus. */
const menusThere = (): Promise<boolean> =>
  session.driver
    .background<boolean>(`await chrome.contextMenus.update('add-addresses', {}); return true;`)
    .catch(() => false);

async function press(view: View, text: string): Promise<void> {
  await view.until(button(text));
  await view.click('#wanted');
}
const untilOutcomes = (view: View, wanted: string[]): Promise<void> =>
  view.until(`${OUTCOMES} === ${JSON.stringify(wanted.join('\n'))}`, 40_000);
const addPage = (): Promise<View> => session.ownPage('add/index.html');

/** Pastes as one does: with one event for the whole text. */
async function paste(view: View, text: string): Promise<void> {
  await view.until(`document.querySelector('textarea')`);
  await view.run(
    `const area = document.querySelector('textarea'); area.value = args[0]; area.dispatchEvent(new Event('input', { bubbles: true }))`,
    text,
  );
}

describe(`other ways in, in ${inject('browser')}`, () => {
  it('keeps the address of a link without a grant, and says once how it could be read', async () => {
    await expect.poll(menusThere, { timeout: 10_000 }).toBe(true);
    const tab = await session.driver.open(links);
    const before = session.site.log.length;
    await session.driver.contextMenu('save-link', tab, { at: '#l1' });
    const page = await session.driver.waitForTab('add/index.html');
    await page.until(`${OUTCOMES}.endsWith('Address kept')`);
    await page.close();
    await expect.poll(() => session.driver.badge(tab), { timeout: 10_000 }).toBe('✓ Address kept');
    expect(session.site.log.slice(before).map(({ url }) => url)).not.toContain(at('shut', 'one'));
    await tab.close();
  });

  it('shows a waiting article for what it is; saving its page fills it', async () => {
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a')`);
    await list.click('li h2 a');
    await list.until(`document.querySelector('#waiting-title')`);
    expect(await list.text('main')).toContain('Only the address is saved so far');
    const { tab, popup } = await session.read(at('shut', 'one'));
    await popup.click(SAVE_BUTTON);
    await popup.until(SAVED);
    expect(await popup.text('[role=toolbar] [role=status]')).toBe('Saved');
    await popup.close();
    await tab.close();
    await list.until(`document.querySelector('main article h1')?.innerText === 'The shut one'`);
    await list.close();
  });

  it('reads a list where the sites are allowed, with an outcome for each, and closes its tabs', async () => {
    await session.driver.grantHost('*://*.lock.example/*');
    const page = await addPage();
    const tabs = (await session.driver.tabs()).length;
    await paste(
      page,
      `Read ${at('lock', 'one')}.\n${at('lock', 'shop')}\n${at('lock', 'one')}?utm_source=x`,
    );
    await page.until(
      `document.querySelector('#from-list ~ [role=status]').innerText === '2 addresses found'`,
    );
    await press(page, 'Read and save');
    await untilOutcomes(page, [`lock.example/one: Saved`, `lock.example/shop: Not an article`]);
    expect(await session.driver.tabs()).toHaveLength(tabs);
    await paste(page, at('lock', 'one'));
    await press(page, 'Read and save');
    await untilOutcomes(page, ['lock.example/one: Already saved']);
    await paste(page, `${at('weir', 'one')}\n${at('lock', 'one')}`);
    await press(page, 'Keep only the addresses');
    await untilOutcomes(page, [
      'weir.example/one: Address kept',
      'lock.example/one: Already saved',
    ]);
    await page.close();
  });

  it('saves a link with a grant, with a mark on the button', async () => {
    const tab = await session.driver.open(links);
    await session.driver.contextMenu('save-link', tab, { at: '#l0' });
    await expect.poll(() => session.driver.badge(tab), { timeout: 20_000 }).toBe('✓ Saved');
    await tab.close();
  });

  it('stops when asked, and reads the rest again', async () => {
    const release = session.site.hold(at('lock', 'two'));
    const page = await addPage();
    const tabs = (await session.driver.tabs()).length;
    await paste(page, `${at('lock', 'two')}\n${at('lock', 'three')}`);
    await press(page, 'Read and save');
    await untilOutcomes(page, ['lock.example/two: Reading…', 'lock.example/three: Saved']);
    await press(page, 'Stop');
    await untilOutcomes(page, ['lock.example/two: Stopped', 'lock.example/three: Saved']);
    release();
    await expect.poll(async () => (await session.driver.tabs()).length).toBe(tabs);
    await press(page, 'Read the rest again');
    await untilOutcomes(page, ['lock.example/two: Saved', 'lock.example/three: Saved']);
    await page.close();
  });

  it('goes on after the background was killed in the middle', async () => {
    await session.driver.grantHost('*://*.weir.example/*');
    const release = session.site.hold(at('weir', 'two'));
    const page = await addPage();
    await paste(page, ['one', 'two', 'three', 'four'].map((name) => at('weir', name)).join('\n'));
    await press(page, 'Read and save');
    await page.until(`${OUTCOMES}.includes('weir.example/one: Saved')`, 30_000);
    await session.driver.killBackground();
    release();
    await untilOutcomes(
      page,
      ['one', 'two', 'three', 'four'].map((name) => `weir.example/${name}: Saved`),
    );
    expect((await session.driver.tabs()).filter((url) => url.includes('weir.example'))).toEqual([]);
    await page.close();
  });

  it('saves all tabs of the window once all sites are allowed, and leaves them open', async () => {
    await session.driver.grantHost('*://*/*');
    const tabs = [await session.driver.open(at('shut', 'two')), await session.driver.open(links)];
    const page = await addPage();
    await press(page, 'Save all tabs');
    await page.until(`${OUTCOMES}.includes('The shut two: Saved')`, 30_000);
    await page.until(`${OUTCOMES}.includes('Links: Not an article')`, 30_000);
    expect(await session.driver.tabs()).toEqual(expect.arrayContaining([links, at('shut', 'two')]));
    await page.close();
    for (const tab of tabs) await tab.close();
  });
});
