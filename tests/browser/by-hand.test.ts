import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SAVE_BUTTON, SAVED, type Session, startSession } from './session.ts';

const PROSE = 'The keeper of the weir opens its gates by hand at the turn of every tide. '.repeat(
  9,
);
const PAGE = `<!doctype html><html lang="en"><head><title>The Keeper of the Weir</title></head>
<body><main><article><h1>The Keeper of the Weir</h1>
<p>First. ${PROSE}</p><p>Second. ${PROSE}</p>
<p class="tool-line">Share this story</p>
<p id="third">Third. ${PROSE}</p></article></main></body></html>`;
const URL = 'http://weir.example/keeper';

/** The first word of each paragraph of the article. */
const WORDS = `[...document.querySelectorAll('main .article p')].map((p) => p.innerText.split(/\\W/)[0]).join(' ')`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
  session.site.page(URL, PAGE);
});
afterAll(() => session.end());

describe(`what the person decides by hand in ${inject('browser')}`, () => {
  it('reads only the selection, leaves it selected, and goes on to the whole page', async () => {
    const tab = await session.driver.open(URL);
    await tab.run(`getSelection().selectAllChildren(document.querySelector('#third'))`);
    const popup = await session.driver.clickToolbar(tab);
    await popup.until(`document.querySelector('main article .article p')`);
    expect(await popup.run(`return ${WORDS}`)).toBe('Third');
    expect(await popup.text()).toContain('Only what you selected');
    expect(await popup.text('main h1')).toBe('The Keeper of the Weir');
    expect(await tab.run('return getSelection().toString()')).toContain('Third.');
    await popup.click('[role=status] button');
    await popup.until(`${WORDS} === 'First Second Third'`);
    expect(await popup.text()).not.toContain('Only what you selected');
    await popup.close();
    await tab.close();
  });

  it('puts back what was left out, takes it out, and saves it with the article', async () => {
    const { tab, popup } = await session.read(URL);
    await popup.until(`document.querySelector('main details')`);
    expect(await popup.text('main details')).toBe('What was left out (1)');
    await popup.click('main summary');
    expect(await popup.text('main details')).toContain('Buttons for sharing\n\nShare this story');
    await popup.click('main details button');
    await popup.until(`${WORDS} === 'First Second Share Third'`);
    await popup.click('main details button');
    await popup.until(`${WORDS} === 'First Second Third'`);
    await popup.click('main details button');
    await popup.until(`${WORDS} === 'First Second Share Third'`);
    await popup.click(SAVE_BUTTON);
    await popup.until(SAVED);
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab('reader/index.html');
    await reader.until(`${WORDS} === 'First Second Share Third'`);
    await reader.close();
    await tab.close();
  });

  it('does the same in the reader, before the article is saved', async () => {
    const other = `${URL}?page=2`;
    const { tab, popup } = await session.read(other);
    await popup.click('[aria-label="Open in a tab"]');
    const reader = await session.driver.waitForTab('reader/draft.html');
    await reader.until(`document.querySelector('main details')`);
    await reader.click('main summary');
    await reader.click('main details button');
    await reader.until(`${WORDS} === 'First Second Share Third'`);
    await reader.click('header button');
    await reader.until(`location.pathname.endsWith('reader/index.html')`);
    await reader.until(`${WORDS} === 'First Second Share Third'`);
    await reader.close();
    await tab.close();
  });

  it('keeps what was put back always on that site, and drops what a written rule names', async () => {
    const first = await session.read(`${URL}?page=3`);
    await first.popup.until(`document.querySelector('main details')`);
    await first.popup.click('main summary');
    await first.popup.click('main details button');
    await first.popup.click('main details button + button');
    await first.popup.until(`document.querySelector('main details [aria-pressed=true]')`);
    await first.popup.close();
    await first.tab.close();
    const next = await session.read(`${URL}?page=4`);
    expect(await next.popup.run(`return ${WORDS}`)).toBe('First Second Share Third');
    await next.popup.close();
    await next.tab.close();
    const options = await session.ownPage('options/index.html');
    await options.until(`document.querySelector('fieldset textarea')?.value === '.tool-line'`);
    await options.click('fieldset:has(textarea) button');
    await options.until(`!document.querySelector('fieldset:has(textarea)')`);
    await options.click('section [role=status] button');
    await options.until(
      `document.querySelector('fieldset:has(textarea) legend')?.innerText === 'weir.example'`,
    );
    await options.click('fieldset:has(textarea) button');
    await options.until(`!document.querySelector('fieldset:has(textarea)')`);
    await options.click('details:has(textarea) summary');
    await options.type('details:has(textarea) [spellcheck=false]', 'weir.example');
    await options.type('details label:nth-of-type(3) textarea', '#third');
    await options.click('details:has(textarea) [role=group] > button');
    await options.until(`document.querySelector('fieldset:has(textarea) legend')`);
    await options.close();
    const last = await session.read(`${URL}?page=5`);
    expect(await last.popup.run(`return ${WORDS}`)).toBe('First Second');
    await last.popup.until(`document.querySelector('main details')?.innerText.includes('(2)')`);
    await last.popup.close();
    await last.tab.close();
  });
});
