import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FIRST_PARAGRAPH } from '../bench/place-at-top.ts';
import { hardArticle, keepHard } from '../bench/reading-articles.ts';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const LINK = 'https://elsewhere.example/a/path';
const NOTE = '<li id="fn-900">The note itself <a href="#fnref-900">↩</a></li>';
const FIRST = `<p>A first paragraph with <a href="${LINK}">another page</a> and a note<sup><a href="#fn-900" id="fnref-900">[900]</a></sup>, à la façade.</p>`;

let session: Session;
let id = '';
beforeAll(async () => {
  session = await startSession();
  const page = await session.ownPage('options/index.html');
  const article = hardArticle({ seed: 7, words: 5000, pictures: 6 });
  const code = '<pre><code data-lang="js">const tide = 1;</code></pre>';
  id = await keepHard(page, {
    ...article,
    html: `${FIRST}${code}${article.html}<ol>${NOTE}</ol>`,
  });
  await page.close();
});
afterAll(() => session.end());

async function openReader(fragment = ''): Promise<View> {
  const reader = await session.ownPage(`reader/index.html?id=${id}${fragment}`);
  await reader.until(
    `document.querySelector('.article-text > *') && document.querySelector('[data-copy]')`,
  );
  return reader;
}

const inView = (selector: string): string =>
  `(() => { const box = document.querySelector('${selector}')?.getBoundingClientRect(); return box && box.top >= 40 && box.top < innerHeight; })()`;

describe(`the way through an article in ${inject('browser')}`, () => {
  it('goes to a section from the outline, beside the text or behind its button', async () => {
    const reader = await openReader();
    await reader.resize(1280, 760);
    await reader.until(`document.querySelector('nav ol button')`);
    await reader.click('nav li:last-child button');
    await reader.until(`document.querySelector('nav li:last-child [aria-current]')`);
    await reader.until(inView('.article-text h2:focus'));
    await reader.press('c');
    await reader.until(`!document.querySelector('nav ol')`);
    await reader.resize(420, 760);
    await reader.until(`document.querySelector('#outline-panel')`);
    await reader.press('c');
    await reader.until(`document.querySelector('#outline-panel:popover-open')`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('#outline-panel:popover-open')`);
    // Escape closed the panel, not the article.
    expect(await reader.url()).toContain('reader');
    await reader.close();
  });

  it('shows a note at its mark, and leads to it and back', async () => {
    const reader = await openReader();
    // Before the panel is loaded the mark leads to the note in the list.
    const isOpen = `document.querySelector('[data-footnote]') !== null`;
    for (let clicks = 0; clicks < 10; clicks += 1) {
      await reader.click('[href="#fn-900"]');
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (await reader.run(`return ${isOpen}`)) break;
    }
    await reader.until(
      `document.querySelector('[data-footnote]')?.innerText.includes('The note itself')`,
    );
    await reader.press('Escape');
    await reader.until(`!document.querySelector('[data-footnote]')`);
    await reader.run(`document.querySelector('[href="#fn-900"]').focus()`);
    await reader.press('Enter');
    await reader.until(`document.querySelector('[data-footnote]:focus')`);
    await reader.click('[data-footnote] footer button');
    await reader.until(inView('#fn-900'));
    await reader.click('[href="#fnref-900"]');
    await reader.until(`${inView('#fnref-900')} && document.activeElement.id === 'fnref-900'`);
    await reader.close();
  });

  it('finds words without their accents, and leads from one to the next', async () => {
    const reader = await openReader();
    await reader.run(`document.activeElement.blur()`);
    await reader.press('/');
    await reader.until(`document.querySelector('search input:focus')`);
    await reader.type('search input', 'facade');
    await reader.until(`document.querySelector('search output').innerText === '1 of 1'`);
    const marked = `[...CSS.highlights.get('find-current')].map(String).join()`;
    await reader.until(`${marked} === 'façade'`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('search') && !CSS.highlights.has('find')`);
    expect(await reader.url()).toContain('reader');
    await reader.close();
    const found = await openReader('#words=note+itself');
    await found.until(`document.querySelector('search output')?.innerText.startsWith('1 of')`);
    await found.click('search [aria-label="Next match"]');
    await found.until(`document.querySelector('search output').innerText.startsWith('2 of')`);
    await found.close();
  });

  it('shows pictures large, one after the other', async () => {
    const reader = await openReader();
    await reader.run(`document.querySelector('figure').scrollIntoView()`);
    await reader.until(`document.querySelector('figure img[data-large]')`);
    await reader.click('figure img[data-large]');
    await reader.until(`document.querySelector('dialog[open] img')?.naturalWidth === 640`);
    await reader.press('ArrowRight');
    await reader.until(`document.querySelector('dialog output').innerText === '2 of 6'`);
    await reader.until(`document.querySelector('dialog img')?.naturalWidth === 400`);
    await reader.press('+');
    await reader.until(`document.querySelector('dialog [data-full]')`);
    await reader.press('Escape');
    await reader.until(
      `!document.querySelector('dialog') && document.activeElement.matches('img')`,
    );
    expect(await reader.url()).toContain('reader');
    await reader.close();
  });

  it('colours code without a change of it, and copies it', async () => {
    const reader = await openReader();
    await reader.until(`CSS.highlights.get('code-keyword')?.size > 0`);
    expect(await reader.run(`return document.querySelector('pre').innerHTML`)).toBe(
      '<code data-lang="js">const tide = 1;</code>',
    );
    await reader.click('[data-copy]');
    await reader.until(`document.querySelector('[data-copy][data-said="Copied"]')`);
    await reader.close();
  });

  it('says where a link leads, to the keyboard too, and asks nobody for it', async () => {
    const reader = await openReader();
    const before = session.site.log.length;
    await reader.run(`document.querySelector('[aria-label="Add a tag"], header button')?.focus()`);
    for (let presses = 0; presses < 20; presses += 1) {
      await reader.press('Tab');
      if (await reader.run(`return document.activeElement.href === '${LINK}'`)) break;
    }
    await reader.until(
      `document.querySelector('[data-link-line]')?.innerText === 'elsewhere.example/a/path'`,
    );
    await reader.until(`document.querySelector('[data-link-menu] button')`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('[data-link-menu]')`);
    expect(await reader.url()).toContain('reader');
    expect(session.site.log.slice(before).filter(({ url }) => url.includes('elsewhere'))).toEqual(
      [],
    );
    await reader.close();
  });

  it('keeps the paragraph at the top in other letters and widths, and after a reload', async () => {
    const reader = await openReader();
    await reader.resize(900, 700);
    await reader.run(`document.querySelectorAll('.article-text > *')[31].scrollIntoView()`);
    await reader.run(`scrollBy({ top: 150, behavior: 'instant' })`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const before = await reader.run<string>(FIRST_PARAGRAPH);
    const isSame = `(() => { ${FIRST_PARAGRAPH} })() === ${JSON.stringify(before)}`;
    await reader.run(`document.documentElement.style.setProperty('--text-size', '26px')`);
    await reader.until(isSame);
    await reader.resize(430, 700);
    await reader.until(isSame);
    await reader.run(`window.isOld = true; location.reload()`);
    await reader.until(`!window.isOld && document.querySelector('.article-text > *') && ${isSame}`);
    await reader.close();
  });

  it('keeps the paragraph in view when pages are turned instead, and back, and after a reload', async () => {
    const look = (settings: object): Promise<void> =>
      session.driver.background(
        `await (globalThis.browser ?? chrome).storage.local.set({ settings: args[0] })`,
        settings,
      );
    const seen = `(() => {
      const { left, top, right, bottom } = document.querySelectorAll('.article-text > *')[31].getBoundingClientRect();
      return right > 0 && left < innerWidth && bottom > 60 && top < innerHeight;
    })()`;
    const sideways = `getComputedStyle(document.querySelector('main')).overflowX === 'auto'`;
    const reader = await openReader();
    await reader.resize(1300, 700);
    // Whatever moves the place is loaded.
    await reader.click('[popovertarget=look-panel]');
    await reader.until(`document.querySelector('#look-panel input[type=range]')`);
    await reader.press('Escape');
    await reader.run(`document.querySelectorAll('.article-text > *')[31].scrollIntoView()`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await look({ columns: 'two' });
    await reader.until(`${sideways} && ${seen}`);
    await reader.resize(1100, 600);
    await reader.until(seen);
    await look({ columns: 'two', textSize: 26 });
    await reader.until(seen);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await reader.run(`window.isOld = true; location.reload()`);
    await reader.until(
      `!window.isOld && document.querySelector('.article-text > *') && ${sideways} && ${seen}`,
    );
    await look({});
    await reader.until(`!(${sideways}) && ${seen}`);
    await reader.close();
  });

  it('begins in the popup where the reader was left', async () => {
    const url = session.serveCase('long-essay');
    const { tab, popup } = await session.save(url);
    await popup.close();
    const list = await session.ownPage('library/index.html');
    await list.until(`document.querySelector('li h2 a[href*="reader"]')`);
    await list.click('li h2 a');
    await list.until(`document.querySelectorAll('.article-text > *').length > 9`);
    await list.run(`document.querySelectorAll('.article-text > *')[8].scrollIntoView()`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await list.close();
    const again = await session.driver.clickToolbar(tab);
    await again.until(`document.querySelector('main')?.scrollTop > 0`);
    await again.until(
      `(() => { const top = document.querySelector('main').getBoundingClientRect().top + 12;
        const at = [...document.querySelectorAll('.article-text > *')].findIndex((one) => one.getBoundingClientRect().bottom > top);
        return Math.abs(at - 8) <= 1; })()`,
    );
    await again.close();
    await tab.close();
  });
});
