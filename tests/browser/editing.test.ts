import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const URL = 'http://tide.example/clock';
const PAGE = `<!doctype html><html lang="en"><title>The Tide Clock</title>
<body><main><article><h1>The Tide Clock</h1>
<p>${'A clock with one hand is never wrong for long, say those who wind it every Sunday. '.repeat(8)}</p>
<p>The zeppelin passed over it once. ${'Nobody has asked for a second one since the harbour master left the town. '.repeat(6)}</p>
<p>${'The keeper writes down the hour of high water in a book that nobody else may open. '.repeat(8)}</p>
</article></main></body></html>`;
const EDITING = `document.querySelector('[data-editing]')`;
const SEEN = `[...${EDITING}.querySelectorAll('.article-text p')].filter((p) => p.checkVisibility()).length`;
const STATUS = `${EDITING}.querySelector('[role=status]')?.innerText`;
const button = (text: string): string =>
  `(() => { document.querySelector('#wanted')?.removeAttribute('id'); const found = [...${EDITING}.querySelectorAll('button')].find((b) => b.innerText === '${text}' && !b.disabled); if (found) found.id = 'wanted'; return !!found; })()`;
const press = (tab: View, key: string): Promise<unknown> =>
  tab.run(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`,
  );
const focusOn = (tab: View, words: string): Promise<unknown> =>
  tab.run(`document.querySelector('[data-editing] button[aria-label*="${words}"]').focus()`);
const type = (tab: View, selector: string, value: string): Promise<unknown> =>
  tab.run(
    `const field = ${EDITING}.querySelector('${selector}'); field.focus(); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', { bubbles: true }))`,
  );

let session: Session;
let tab: View;
const click = async (text: string): Promise<void> => {
  await tab.until(button(text));
  await tab.click('#wanted');
};
const openEditing = async (): Promise<void> => {
  await tab.until(`document.querySelector('main article .article-text p')`);
  await press(tab, 'i');
  await tab.until(`${EDITING}?.querySelector('button[aria-label*="A clock with one hand"]')`);
};
const foundBy = async (words: string): Promise<string> => {
  const list = await session.ownPage(`library/index.html?words=${words}`);
  await list.until(`document.querySelector('input[type=search]')`);
  await list.run(
    `const field = document.querySelector('input[type=search]'); field.value = '${words}'; field.dispatchEvent(new Event('input', { bubbles: true }))`,
  );
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const titles = await list.run<string>(
    `return [...document.querySelectorAll('li h2 a')].map((a) => a.innerText).join()`,
  );
  await list.close();
  return titles;
};

beforeAll(async () => {
  session = await startSession();
  session.site.page(URL, PAGE);
  const saved = await session.save(URL);
  await saved.popup.close();
  await saved.tab.close();
  tab = await session.ownPage('library/index.html');
  await tab.until(`document.querySelector('li h2 a')`);
  await tab.click('li h2 a');
});
afterAll(() => session.end());

describe(`correcting a saved article in ${inject('browser')}`, () => {
  it('takes a paragraph out with Delete, and puts it back with z', async () => {
    await openEditing();
    expect(await tab.run(`return ${SEEN}`)).toBe(3);
    await focusOn(tab, 'zeppelin');
    await press(tab, 'Delete');
    await tab.until(`${SEEN} === 2 && ${STATUS} === 'Removed'`);
    // The next one has the focus, and its text is there to be read.
    expect(await tab.run(`return document.activeElement.getAttribute('aria-label')`)).toMatch(
      /^Remove: The keeper writes/,
    );
    await press(tab, 'z');
    await tab.until(`${SEEN} === 3 && ${STATUS} === 'Undone'`);
    await focusOn(tab, 'zeppelin');
    await press(tab, 'Delete');
    await tab.until(`${SEEN} === 2`);
  });

  it('corrects title, byline and date, and is left as the article reads now', async () => {
    await type(tab, 'textarea', 'The Harbour Clock');
    await type(tab, 'input[type=text]', 'Ines Holloway');
    await type(tab, 'input[type=date]', '2024-03-06');
    await click('Done');
    await tab.until(
      `!${EDITING} && document.querySelector('main article h1')?.innerText === 'The Harbour Clock'`,
    );
    expect(await tab.text('main article header')).toMatch(
      /Ines Holloway.*(?:March 6,|6 March) 2024/s,
    );
    expect(await tab.text('main article .article')).not.toContain('zeppelin');
  });

  it('is there after loading again, in the list and in the search', async () => {
    await tab.run('setTimeout(() => location.reload())');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await tab.until(`document.querySelector('main article h1')?.innerText === 'The Harbour Clock'`);
    expect(await tab.text('main article .article')).not.toContain('zeppelin');
    expect(await foundBy('harbour')).toBe('The Harbour Clock');
    expect(await foundBy('zeppelin')).toBe('');
  });

  it('puts back one by one, and goes back to the original and from there', async () => {
    await openEditing();
    expect(await tab.run(`return ${SEEN}`)).toBe(2);
    await click('Put back');
    await tab.until(`${SEEN} === 3`);
    await click('Undo');
    await tab.until(`${SEEN} === 2`);
    await click('Back to the original');
    await tab.until(
      `${SEEN} === 3 && ${EDITING}.querySelector('textarea').value === 'The Tide Clock'`,
    );
    await click('Undo');
    await tab.until(`${SEEN} === 2`);
    await click('Back to the original');
    await click('Done');
    await tab.until(
      `!${EDITING} && document.querySelector('main article h1')?.innerText === 'The Tide Clock'`,
    );
    expect(await foundBy('zeppelin')).toBe('The Tide Clock');
  });
});
