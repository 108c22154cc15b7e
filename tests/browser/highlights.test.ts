import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const URL = 'http://tide.example/marks';
const ONE = 'a clock with one hand is never wrong for long';
const page = (
  first: string,
): string => `<!doctype html><html lang="en"><title>The Tide Clock</title>
<body><main><article><h1>The Tide Clock</h1>
<p>${first} It is said that <em>${ONE}</em>, by those who wind it every Sunday. ${'Nobody in the town has asked the keeper about it since then. '.repeat(6)}</p>
<p>It hangs on the east wall. ${'Nobody has asked for a second one since the harbour master left the town. '.repeat(6)}</p>
<p>${'The keeper writes down the hour of high water in a book that nobody else may open. '.repeat(8)}</p>
</article></main></body></html>`;

const MARKED = `[...document.querySelectorAll('main mark[data-highlight]')].map((mark) => mark.textContent).join('|')`;
const TOOLBAR = '[data-highlights] [role=toolbar]';
/** Selects words of the text, within one text node or from one to another. */
const select = (view: View, from: string, to = from): Promise<void> =>
  view.run(
    `const walker = document.createTreeWalker(document.querySelector('.article-text'), NodeFilter.SHOW_TEXT);
    const place = (words) => { walker.currentNode = walker.root; while (walker.nextNode()) { const at = walker.currentNode.data.indexOf(words); if (at >= 0) return [walker.currentNode, at]; } throw new Error(words); };
    const [[start, at], [end, last]] = [place(args[0]), place(args[1])];
    document.getSelection().setBaseAndExtent(start, at, end, last + args[1].length);`,
    from,
    to,
  );
const button = (text: string): string =>
  `(() => { document.querySelector('#wanted')?.removeAttribute('id'); const found = [...document.querySelectorAll('button')].find((b) => (b.ariaLabel || b.innerText) === '${text}'); if (found) found.id = 'wanted'; return !!found; })()`;
async function press(view: View, text: string): Promise<void> {
  await view.until(button(text));
  await view.click('#wanted');
}

let session: Session;
const shots = process.env['SHOTS'];
const shoot = async (view: View, name: string): Promise<void> => {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    await view.colourScheme(scheme);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await view.screenshot(`${shots}/${name}-${scheme}-${inject('browser')}.png`);
  }
  await view.colourScheme(null);
};
beforeAll(async () => {
  session = await startSession();
  session.site.page(URL, page('News.'));
});
afterAll(() => session.end());

const openReader = async (): Promise<View> => {
  const list = await session.ownPage('library/index.html');
  await list.until(`document.querySelector('li h2 a')`);
  await list.click('li h2 a');
  await list.until(`document.querySelector('main article .article p')`);
  return list;
};

describe(`highlights in ${inject('browser')}`, () => {
  it('are made in the popup of an unsaved page, which saves it', async () => {
    const { tab, popup } = await session.read(URL);
    await popup.until(`!document.querySelector('[role=toolbar] button').disabled`);
    await select(popup, 'on the east wall');
    await popup.until(`document.querySelector('${TOOLBAR}')`);
    expect(await popup.text(TOOLBAR)).toContain('saves the article');
    await shoot(popup, 'popup-toolbar');
    await popup.click(`${TOOLBAR} [data-colour=green]`);
    await popup.until(`${MARKED} === 'on the east wall'`);
    await popup.until(`document.querySelector('[role=toolbar] [role=status]')`);
    await shoot(popup, 'popup-marked');
    await popup.close();
    await tab.close();
  });

  it('are made in the reader, take a note, and are there after a reload and in the popup', async () => {
    const reader = await openReader();
    await reader.until(`${MARKED} === 'on the east wall'`);
    await select(reader, 'said that', 'by those');
    await reader.until(`document.querySelector('${TOOLBAR}')`);
    await shoot(reader, 'reader-toolbar');
    await reader.press('n');
    await reader.until(`document.activeElement.localName === 'textarea'`);
    await reader.type('[data-highlights] textarea', 'Which hand is it?');
    await shoot(reader, 'reader-card');
    await reader.press('Escape');
    await reader.until(
      `document.activeElement.matches('mark') && !document.querySelector('[data-highlights] textarea')`,
    );
    const words = `said that |${ONE}|, by those|on the east wall`;
    await reader.until(`${MARKED} === ${JSON.stringify(words)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await reader.run(`window.isBefore = true; location.reload()`);
    await reader.until(`!window.isBefore`);
    await reader.until(`${MARKED} === ${JSON.stringify(words)}`);
    await reader.until(
      `document.querySelector('mark[data-note]')?.ariaDescription === 'Which hand is it?'`,
    );
    const { tab, popup } = await session.read(URL);
    await popup.until(`${MARKED} === ${JSON.stringify(words)}`);
    await popup.close();
    await tab.close();
    await shoot(reader, 'reader-marked');
    await reader.close();
  });

  it('are found again when the page has changed, and listed where they are lost', async () => {
    session.site.page(
      URL,
      page('Late news came in from the coast.').replace('It hangs on the east wall. ', ''),
    );
    const { tab, popup } = await session.read(URL);
    await press(popup, 'Keep the new version');
    await popup.until(
      `document.querySelector('[role=toolbar] [role=status]') && !${button('Keep the new version')}`,
    );
    await popup.until(`${MARKED}.includes(${JSON.stringify(ONE)})`);
    await popup.close();
    await tab.close();
    const reader = await openReader();
    await reader.until(`${MARKED} === ${JSON.stringify(`said that |${ONE}|, by those`)}`);
    await press(reader, 'Highlights');
    await reader.until(`document.querySelector('[data-highlights] aside')`);
    expect(await reader.text('[data-highlights] aside')).toMatch(
      /The text has changed[\s\S]*on the east wall/,
    );
    await shoot(reader, 'reader-panel');
    await reader.close();
  });

  it('are drawn on the page itself when the person asks, and leave it as it is', async () => {
    const { tab, popup } = await session.read(URL);
    const before = await tab.run<string>(`return document.documentElement.outerHTML`);
    await press(popup, 'Show on the page');
    await popup.until(`document.body.innerText.includes('1 highlight shown on the page.')`);
    expect(await popup.text('[data-line]')).toMatch(/The text has changed:[\s\S]*on the east wall/);
    await shoot(popup, 'popup-on-page');
    await popup.close();
    expect(await tab.run(`return document.documentElement.outerHTML`)).toBe(before);
    await shoot(tab, 'on-page');
    await tab.close();
  });

  it('change colour, are removed and brought back', async () => {
    const reader = await openReader();
    await reader.until(`${MARKED}.includes(${JSON.stringify(ONE)})`);
    await reader.run(`document.querySelector('main mark[tabindex]').focus()`);
    await reader.press('Enter');
    await reader.until(`document.querySelector('[data-highlights] [role=dialog]')`);
    await reader.click('[data-highlights] [role=dialog] [data-colour=pink]');
    await reader.until(`document.querySelector('main mark[data-colour=pink]')`);
    await reader.run(
      `[...document.querySelectorAll('[role=dialog] button')].find((b) => b.innerText === 'Remove').id = 'gone'`,
    );
    await reader.click('#gone');
    await reader.until(`${MARKED} === ''`);
    await press(reader, 'Undo');
    await reader.until(`${MARKED}.includes(${JSON.stringify(ONE)})`);
    await reader.close();
  });

  it('are collected on a page of their own, searched, opened and written as Markdown', async () => {
    const list = await session.ownPage('highlights/index.html');
    await list.until(`document.querySelectorAll('main li').length === 2`);
    await shoot(list, 'all');
    await list.type('[type=search]', 'which');
    await list.until(`document.querySelectorAll('main li').length === 1`);
    await list.run(
      `const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => (window.wrote = text)); return make(blob); };`,
    );
    await press(list, 'Save as Markdown');
    await list.until(`window.wrote`);
    expect(await list.run(`return window.wrote`)).toBe(
      `## The Tide Clock\n\n[tide.example](<${URL}>)\n\n> said that ${ONE}, by those\n\nWhich hand is it?\n`,
    );
    await list.click('main li a');
    await list.until(
      `document.activeElement.matches('main mark[data-highlight]') && location.hash.startsWith('#highlight=')`,
    );
    await list.close();
  });
});
