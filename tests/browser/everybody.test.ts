import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hardArticle, keepHard } from '../bench/reading-articles.ts';
import type { View } from './driver/driver.ts';
import { axeFindings, forcedColourFindings, keyboardFindings, roomFindings } from './fit.ts';
import { type Session, startSession } from './session.ts';

const WIDE_TABLE = `<table><caption>Tides</caption><tr>${'<th>Harbour and hour</th>'.repeat(20)}</tr></table>`;
const CODE = '<pre><code data-lang="js">const tide = 1; // low</code></pre>';
const FIRST =
  '<p>A first paragraph with <a href="https://elsewhere.example/a">another page</a> and a note<sup><a href="#fn-900" id="fnref-900">[900]</a></sup>.</p>';
const NOTES = '<ol><li id="fn-900">The note itself <a href="#fnref-900">↩</a></li></ol>';

let session: Session;
let id = '';
beforeAll(async () => {
  session = await startSession();
  const page = await session.ownPage('options/index.html');
  const article = hardArticle({ seed: 7, words: 900, pictures: 1 });
  id = await keepHard(page, {
    ...article,
    html: `${FIRST}${CODE}${WIDE_TABLE}${article.html}${NOTES}`,
  });
  await page.close();
});
afterAll(() => session.end());

async function openReader(): Promise<View> {
  const reader = await session.ownPage(`reader/index.html?id=${id}`);
  await reader.until(`document.querySelector('[data-copy]')`);
  return reader;
}

const OPEN_POPOVER = `document.querySelector(':popover-open')`;
const KEYS_OPEN = `document.querySelector('dialog[open]')`;

/** What a key, or a click, opens in the reader, and how it is seen to be open. */
const PANELS: [name: string, open: (reader: View) => Promise<void>, isOpen: string][] = [
  ['the look', (reader) => reader.press('d'), `${OPEN_POPOVER}?.querySelector('input')`],
  [
    'the outline',
    async (reader) => {
      await reader.resize(420, 760);
      await reader.until(`document.querySelector('#outline-panel')`);
      await reader.press('c');
    },
    `document.querySelector('#outline-panel:popover-open')`,
  ],
  ['find', (reader) => reader.press('/'), `document.querySelector('search input')`],
  ['more', (reader) => reader.click('[popovertarget="more-panel"]'), OPEN_POPOVER],
  ['the aids', (reader) => reader.press('a'), `${OPEN_POPOVER}?.ariaLabel === 'Aids'`],
  [
    'listen',
    (reader) => reader.press('l'),
    `document.querySelector('section[aria-label="Listen"]')`,
  ],
  ['the keys', (reader) => reader.press('?'), KEYS_OPEN],
  [
    'a note',
    async (reader) => {
      // Until its panel is loaded the mark leads to the note in the list.
      do await reader.click('#fnref-900');
      while (!(await reader.run(`return ${OPEN_POPOVER} !== null`)));
    },
    OPEN_POPOVER,
  ],
  ['a large picture', (reader) => reader.click('.article-text img'), KEYS_OPEN],
  [
    'correcting',
    (reader) => reader.press('i'),
    `document.querySelector('[data-editing] .article-text button')`,
  ],
];

/** Every page of ours but the popup, whose size is its own. */
const PAGES = (): string[] => [
  `reader/index.html?id=${id}`,
  'library/index.html',
  'options/index.html',
  'add/index.html?window=0',
  'highlights/index.html',
  'import/index.html',
  'backup/index.html',
];
const nameOf = (path: string): string => path.split('/')[0]!;
const NOTHING = {
  ...{ reader: [], library: [], options: [], add: [] },
  ...{ highlights: [], import: [], backup: [] },
};

async function openPage(path: string): Promise<View> {
  const view = await session.ownPage(path);
  await view.until(`document.querySelector('main h1, header h1')`);
  return view;
}

describe(`everybody can read in ${inject('browser')}`, () => {
  it.each(PANELS)(
    'has nothing for axe to find with %s open, in any theme',
    async (_, open, isOpen) => {
      const reader = await openReader();
      await reader.resize(1280, 860);
      await open(reader);
      await reader.until(isOpen);
      expect(await axeFindings(reader)).toEqual([]);
      await reader.close();
    },
  );

  it.each(['import/index.html', 'backup/index.html'])(
    'has nothing for axe to find in %s, in any theme',
    async (path) => {
      const view = await openPage(path);
      expect(await axeFindings(view)).toEqual([]);
      await view.close();
    },
  );

  it('leads the focus everywhere with Tab alone, in sight', async () => {
    const found: Record<string, string[]> = {};
    for (const path of PAGES()) {
      const view = await openPage(path);
      await view.resize(1240, 860);
      found[nameOf(path)] = await keyboardFindings(view);
      await view.close();
    }
    expect(found).toEqual(NOTHING);
  });

  it('has room for text at 400 %, and spaced wide', async () => {
    const found: Record<string, string[]> = {};
    for (const path of PAGES()) {
      const view = await openPage(path);
      found[nameOf(path)] = await roomFindings(view);
      await view.close();
    }
    expect(found).toEqual(NOTHING);
  });

  it("can be read in the system's own colours", async () => {
    const found: Record<string, string[]> = {};
    for (const path of PAGES()) {
      const view = await openPage(path);
      found[nameOf(path)] = await forcedColourFindings(view);
      await view.close();
    }
    expect(found).toEqual(NOTHING);
  });

  it('keeps the bar on one line of targets in a narrow window, and the rest in the menu', async () => {
    const reader = await openReader();
    await reader.resize(360, 760);
    const seen = await reader.run<{ tops: number; small: string[]; sideways: boolean }>(
      `const shown = [...document.querySelectorAll('[data-reader-bar] > :is(a, button), [data-reader-bar] > span > button')].filter((b) => b.offsetWidth);
      const boxes = shown.map((b) => [b.ariaLabel, b.getBoundingClientRect()]);
      return { tops: new Set(boxes.map(([, box]) => Math.round(box.top))).size,
        small: boxes.filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name),
        sideways: document.documentElement.scrollWidth > innerWidth };`,
    );
    expect(seen).toEqual({ tops: 1, small: [], sideways: false });
    await reader.click('[popovertarget="more-panel"]');
    const items = await reader.run<string[]>(
      `return [...document.querySelectorAll('#more-panel li')].filter((li) => li.offsetWidth).map((li) => li.innerText)`,
    );
    expect(items).toContain('Remove');
    await reader.close();
  });
});
