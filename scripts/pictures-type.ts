import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES } from '../src/article/look.ts';
import {
  type BrowserName,
  type Driver,
  launch,
  type View,
} from '../tests/browser/driver/driver.ts';
import { startSite } from '../tests/browser/driver/site.ts';
import { pageOf, SCRIPT_SAMPLES, WIDE_PAGE } from '../tests/sample/scripts.ts';

/**
 * Pictures of how articles are set: every theme, every script narrow and wide, lines down the page, columns,
 * wide parts, the panel. `npm run pictures:type [-- chromium|firefox]` writes out/pictures/<browser>/type/.
 */
const SIZES = [
  ['narrow', 360, 720],
  ['wide', 1240, 860],
] as const;
const HOST = 'http://lane.example';

const store = (driver: Driver, settings: object): Promise<void> =>
  driver.background(
    `await (globalThis.browser ?? chrome).storage.local.set({ settings: args[0] })`,
    settings,
  );

/** Reads the page and opens what was read in a tab. */
async function readerOf(driver: Driver, path: string, popupPicture?: string): Promise<View> {
  const tab = await driver.open(`${HOST}/${path}`);
  const popup = await driver.clickToolbar(tab);
  await popup.until(`document.querySelector('main article .article p')`);
  await settled();
  if (popupPicture) await popup.screenshot(popupPicture);
  await popup.until(`!document.querySelector('[aria-label="Open in a tab"]').disabled`);
  await popup.click('[aria-label="Open in a tab"]');
  const reader = await driver.waitForTab('reader/');
  await reader.until(`document.querySelector('main article .article p')`);
  await tab.close();
  return reader;
}

/** Fonts, and what is loaded after the article. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

async function inSizes(view: View, folder: string, name: string): Promise<void> {
  for (const [size, width, height] of SIZES) {
    await view.resize(width, height);
    await settled();
    await view.screenshot(join(folder, `${name}-${size}.png`));
  }
}

async function takePictures(browser: BrowserName, only: string): Promise<void> {
  const folder = `out/pictures/${browser}/type`;
  mkdirSync(folder, { recursive: true });
  const site = await startSite();
  for (const sample of SCRIPT_SAMPLES) site.page(`${HOST}/${sample.lang}`, pageOf(sample));
  site.page(`${HOST}/wide`, WIDE_PAGE);
  const driver = await launch(browser, {
    extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`,
    proxyPort: site.port,
  });
  const wanted = (name: string): boolean => name.includes(only);
  try {
    for (const { lang } of SCRIPT_SAMPLES.filter((sample) => wanted(`script-${sample.lang}`))) {
      const popup = join(folder, `script-${lang}-popup.png`);
      const reader = await readerOf(driver, lang, popup);
      await inSizes(reader, folder, `script-${lang}`);
      if (lang === 'ja' || lang === 'zh') {
        await store(driver, { lines: 'down' });
        await inSizes(reader, folder, `script-${lang}-down`);
        await store(driver, {});
      }
      await reader.close();
    }
    if (wanted('themes')) await themes(driver, folder);
    if (wanted('panel')) await panels(driver, folder);
    if (wanted('wide')) {
      const reader = await readerOf(driver, 'wide');
      await inSizes(reader, folder, 'wide-parts');
      await reader.close();
    }
  } finally {
    await driver.quit();
    await site.close();
  }
  console.log(folder);
}

async function themes(driver: Driver, folder: string): Promise<void> {
  const reader = await readerOf(driver, 'en');
  await reader.resize(900, 620);
  for (const theme of THEMES) {
    await store(driver, { theme });
    await settled();
    await reader.screenshot(join(folder, `theme-${theme}.png`));
  }
  for (const font of ['literata', 'inter', 'atkinson', 'lexend', 'opendyslexic', 'mono']) {
    await store(driver, { font });
    await settled();
    await reader.screenshot(join(folder, `font-${font}.png`));
  }
  await store(driver, { columns: 'two', align: 'justify', font: 'literata' });
  await reader.resize(1240, 620);
  await settled();
  await reader.screenshot(join(folder, 'columns.png'));
  await reader.press('PageDown');
  await settled();
  await reader.screenshot(join(folder, 'columns-second.png'));
  await store(driver, {});
  await reader.close();
}

async function panels(driver: Driver, folder: string): Promise<void> {
  const tab = await driver.open(`${HOST}/ja`);
  const popup = await driver.clickToolbar(tab);
  await popup.until(`document.querySelector('main article .article p')`);
  await open(popup);
  for (const theme of ['system', 'dark', 'own']) {
    const faint = theme === 'own' && { ownInk: '#8a857c' };
    await store(driver, { theme, ...faint });
    await settled();
    await popup.screenshot(join(folder, `panel-popup-${theme}.png`));
  }
  await popup.click('#look-panel summary');
  await popup.run(`document.querySelector('#look-panel').scrollTo(0, 420)`);
  await settled();
  await popup.screenshot(join(folder, 'panel-popup-more.png'));
  await popup.close();
  await tab.close();
  await store(driver, { sites: { 'lane.example': { theme: 'sepia' } } });
  const reader = await readerOf(driver, 'en');
  await open(reader);
  await inSizes(reader, folder, 'panel-reader');
  await reader.resize(320, 256);
  await settled();
  await reader.screenshot(join(folder, 'panel-400-percent.png'));
  await reader.close();
  const options = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
  await options.until(`document.querySelector('input[type=range]')`);
  await inSizes(options, folder, 'options-look');
  await options.close();
  await store(driver, {});
}

async function open(view: View): Promise<void> {
  await view.click('[popovertarget=look-panel]');
  await view.until(`document.querySelector('#look-panel input[type=range]')`);
}

const asked = process.argv.slice(2);
const browsers = asked.filter((word) => word === 'chromium' || word === 'firefox');
const [only = ''] = asked.filter((word) => word !== 'chromium' && word !== 'firefox');
for (const browser of browsers.length > 0 ? browsers : (['chromium', 'firefox'] as const))
  await takePictures(browser, only);
