import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pageOf, SCRIPT_SAMPLES, WIDE_PAGE } from '../sample/scripts.ts';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const OPENER = '[popovertarget=look-panel]';
const PANEL = '#look-panel';
const radio = (name: string, words: string): string =>
  `[...document.querySelectorAll('${PANEL} input[name="look-${name}"]')].find((one) => one.closest('label').innerText.includes(${JSON.stringify(words)}))`;
const PAPER = `getComputedStyle(document.documentElement).backgroundColor`;
const SIZE = `getComputedStyle(document.querySelector('.article p')).fontSize`;
const SEPIA = 'rgb(245, 236, 217)';

const URL = 'http://lane.example/clock';
const OTHER = 'http://weir.example/clock';
const JAPANESE = 'http://lane.example/ja';

let session: Session;
const profile = mkdtempSync(join(tmpdir(), 'lectern-look-'));
beforeAll(async () => {
  session = await startSession({ profile });
  serve();
});
afterAll(async () => {
  await session.end();
  rmSync(profile, { recursive: true, force: true });
});

function serve(): void {
  const sample = (lang: string) => pageOf(SCRIPT_SAMPLES.find((one) => one.lang === lang)!);
  session.site.page(URL, sample('en'));
  session.site.page(OTHER, sample('de'));
  session.site.page(JAPANESE, sample('ja'));
  session.site.page('http://lane.example/wide', WIDE_PAGE);
}

async function openPanel(view: View): Promise<void> {
  await view.click(OPENER);
  await view.until(`document.querySelector('${PANEL} input[type=range]')`);
}

/** Chooses with real keys, as a person who uses no mouse. */
async function choose(view: View, name: string, words: string): Promise<void> {
  await view.run(`${radio(name, words)}.focus()`);
  await view.press(' ');
  await view.until(`${radio(name, words)}.checked`);
}

async function openReader(popup: View): Promise<View> {
  await popup.click('[aria-label="Open in a tab"]');
  const reader = await session.driver.waitForTab('reader/');
  await reader.until(`document.querySelector('main article .article p')`);
  return reader;
}

/** Sets the look behind the person's back, as another page of ours would. */
const store = (settings: object): Promise<void> =>
  session.driver.background(
    `await (globalThis.browser ?? chrome).storage.local.set({ settings: args[0] })`,
    settings,
  );

describe(`the look in ${inject('browser')}`, () => {
  it('changes the article at once, is the same in the reader, and the next popup opens with it', async () => {
    const { tab, popup } = await session.save(URL);
    await openPanel(popup);
    await choose(popup, 'theme', 'Sepia');
    expect(await popup.run(`return ${PAPER}`)).toBe(SEPIA);
    await choose(popup, 'font', 'Literata');
    await popup.until(
      `[...document.fonts].some(({ family, status }) => family.includes('Literata') && status === 'loaded')`,
    );
    await popup.run(`document.querySelector('${PANEL} input[type=range]').focus()`);
    for (let at = 0; at < 4; at += 1) await popup.press('ArrowRight');
    await popup.until(`${SIZE} === '22px'`);
    expect(
      await popup.run(
        `return document.querySelector('${PANEL} input[type=range]').getAttribute('aria-valuetext')`,
      ),
    ).toBe('22 px');
    await popup.press('Escape');
    const reader = await openReader(popup);
    expect(await reader.run(`return [${PAPER}, ${SIZE}]`)).toEqual([SEPIA, '22px']);
    await reader.close();
    await tab.close();
  });

  it('keeps what was chosen when the browser is started again', async () => {
    // Firefox forgets a temporary extension that was put in less than 4 s ago.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await session.end();
    session = await startSession({ profile });
    serve();
    const { tab, popup } = await session.read(URL);
    await popup.until(`${SIZE} === '22px'`);
    expect(await popup.run(`return ${PAPER}`)).toBe(SEPIA);
    await popup.close();
    await tab.close();
  });

  it('gives one site its own look, lists it in the settings, and removes it with undo', async () => {
    const { tab, popup } = await session.read(URL);
    await openPanel(popup);
    await popup.click(`${PANEL} input[type=checkbox]`);
    await choose(popup, 'theme', 'Black');
    await popup.until(`${PAPER} === 'rgb(0, 0, 0)'`);
    await popup.press('Escape');
    const reader = await openReader(popup);
    expect(await reader.run(`return ${PAPER}`)).toBe('rgb(0, 0, 0)');
    await reader.close();
    await tab.close();
    const other = await session.read(OTHER);
    expect(await other.popup.run(`return ${PAPER}`)).toBe(SEPIA);
    await other.popup.close();
    await other.tab.close();
    const options = await session.ownPage('options/index.html');
    await options.until(`document.querySelector('[aria-label="Remove the look of lane.example"]')`);
    await options.click('[aria-label="Remove the look of lane.example"]');
    await options.until(`document.body.innerText.includes('lane.example looks as all others do.')`);
    await options.run(
      `[...document.querySelectorAll('section [role=status] button')].find((one) => one.innerText === 'Undo').click()`,
    );
    await options.until(`document.querySelector('[aria-label="Remove the look of lane.example"]')`);
    await options.click('[aria-label="Remove the look of lane.example"]');
    await options.until(`document.body.innerText.includes('lane.example looks as all others do.')`);
    await options.close();
    const again = await session.read(URL);
    await again.popup.until(`${PAPER} === '${SEPIA}'`);
    await again.popup.close();
    await again.tab.close();
  });

  it('goes back to the default with one button, and back from there', async () => {
    const { tab, popup } = await session.read(URL);
    await openPanel(popup);
    const button = `[...document.querySelectorAll('${PANEL} button')].at(-1)`;
    await popup.run(`${button}.click()`);
    await popup.until(`${SIZE} === '18px' && ${button}.innerText === 'Undo'`);
    await popup.run(`${button}.click()`);
    await popup.until(`${SIZE} === '22px'`);
    await popup.close();
    await tab.close();
  });

  // Known fault in Firefox: some 40 px beside it now and then, for two keepers of the place work at once.
  it('keeps the place when the text is set anew', async () => {
    await store({});
    const { tab, popup } = await session.read(session.serveCase('long-essay'));
    const reader = await openReader(popup);
    await reader.resize(900, 700);
    await openPanel(reader);
    await reader.press('Escape');
    const top = `Math.round(document.querySelectorAll('.article-text p')[7].getBoundingClientRect().top)`;
    // Below the bar. What is drawn on the way finds its height there, and moves what is below it.
    await reader.until(`scrollBy(0, ${top} - 60), Math.abs(${top} - 60) < 2`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await reader.run<number>(`return ${top}`);
    for (const look of [{ textSize: 26 }, { textSize: 14, width: 50 }, { lineHeight: 150 }]) {
      await store(look);
      await reader.until(
        `document.documentElement.style.getPropertyValue('--text-size') === '${look.textSize ?? 18}px'`,
      );
      await reader.until(`Math.abs(${top} - ${before}) < 20`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const now = await reader.run<number>(`return ${top}`);
      expect(Math.abs(now - before), `${JSON.stringify(look)}: ${now}`).toBeLessThan(20);
    }
    await reader.close();
    await tab.close();
  });

  it('loses nothing when text is spaced as WCAG 1.4.12 asks, and never scrolls sideways at 400 %', async () => {
    await store({ lineHeight: 100, letterSpacing: 12, wordSpacing: 16, paragraphSpacing: 200 });
    const { tab, popup } = await session.read('http://lane.example/wide');
    const reader = await openReader(popup);
    await reader.until(`document.querySelectorAll('.article .wide').length === 2`);
    for (const [width, height] of [
      [1200, 800],
      [320, 256],
    ] as const) {
      await reader.resize(width, height);
      await reader.until(`innerWidth === ${width}`);
      expect(
        await reader.run(`return document.documentElement.scrollWidth - innerWidth`),
        String(width),
      ).toBeLessThanOrEqual(0);
      expect(
        await reader.run(
          `return [...document.querySelectorAll('.article p')].filter((p) => p.scrollWidth > p.clientWidth + 1 || p.scrollHeight > p.clientHeight + 2).length`,
        ),
      ).toBe(0);
    }
    await reader.until(`document.querySelectorAll('.article [role=group]').length === 3`);
    expect(
      await reader.run(
        `return [...document.querySelectorAll('.article [role=group]')].map((one) => one.ariaLabel + ' ' + one.tabIndex)`,
      ),
    ).toEqual(['Wide table: Widths by month 0', 'Wide code 0', 'Wide formula 0']);
    await openPanel(reader);
    const panel = `document.querySelector('${PANEL}')`;
    expect(
      await reader.run(
        `const { top, bottom, left, right } = ${panel}.getBoundingClientRect();
        return [top >= 0, bottom <= innerHeight, left >= 0, right <= innerWidth, ${panel}.scrollWidth <= ${panel}.clientWidth]`,
      ),
    ).toEqual([true, true, true, true, true]);
    await reader.close();
    await tab.close();
  });

  it('sets Japanese down the page when asked, and pages two columns; wheel and keys go on', async () => {
    await store({ lines: 'down', textSize: 28 });
    const { tab, popup } = await session.read(JAPANESE);
    const left = `Math.abs(document.querySelector('main').scrollLeft)`;
    await popup.until(`document.querySelector('main').tabIndex === 0 && ${left} === 0`);
    // Two digits stand upright side by side, in the height of one letter.
    await popup.until(`document.querySelector('.upright')?.textContent === '46'`);
    // In the popup its styles come after the article: few have any.
    await popup.until(
      `getComputedStyle(document.querySelector('.article p')).writingMode === 'vertical-rl'`,
    );
    await popup.run(`document.querySelector('main').focus()`);
    // What leads the keys is loaded after the article.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await popup.press('PageDown');
    await popup.until(`${left} > 200`);
    const reader = await openReader(popup);
    await reader.resize(700, 500);
    await reader.until(`document.querySelector('main').scrollWidth > innerWidth`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await reader.run(
      `document.querySelector('main').dispatchEvent(new WheelEvent('wheel', { deltaY: 120, cancelable: true }))`,
    );
    await reader.until(`${left} >= 119`);
    await reader.press('End');
    await reader.until(
      `${left} > document.querySelector('main').scrollWidth - innerWidth - 20 && ${left} > 300`,
    );
    await reader.resize(1300, 500);
    await store({ columns: 'two', textSize: 24 });
    await reader.until(
      `getComputedStyle(document.querySelector('main > article')).columnCount === '2'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    await reader.press('Home');
    await reader.until(`${left} === 0`);
    await reader.press('PageDown');
    await reader.until(`${left} > 900`);
    await reader.close();
    await tab.close();
    await store({});
  });
});
