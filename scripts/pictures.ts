import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrowserName,
  type Driver,
  launch,
  type View,
} from '../tests/browser/driver/driver.ts';
import { startSite } from '../tests/browser/driver/site.ts';
import { caseFile, expectedOf } from '../tests/pages/page-case.ts';

/** Pictures of every screen, to be looked at: `npm run pictures [-- chromium|firefox]` writes out/pictures/. */
const SCHEMES = ['light', 'dark'] as const;
/** Short and long, of several scripts, with and without what an article may have; and pages that are none. */
const CASES = [
  'agency-news-of-two-sentences',
  'app-shell',
  'arabic-news',
  'blog-minimal',
  'chinese-column',
  'code-with-line-numbers',
  'formulas-in-mathml',
  'hebrew-blog',
  'japanese-news',
  'long-essay',
  'long-title',
  'metered-page-cut-by-a-wall',
  'news-lazy-pictures',
  'pager-of-an-article-in-parts',
  'photo-essay-told-in-captions',
  'section-front',
  'thai-without-spaces',
];
const SAMPLE = 'http://saltmarsh.example/sallow-point';

async function picture(view: View, folder: string, name: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await view.colourScheme(scheme);
    await view.screenshot(join(folder, `${name}-${scheme}.png`));
  }
  await view.colourScheme(null);
}

/** The bar and the frame over a page, wide and narrow. */
async function pictureOfPicking(driver: Driver, tab: View, folder: string): Promise<void> {
  const before = await tab.run<string>('return document.documentElement.outerHTML');
  const popup = await driver.clickToolbar(tab);
  await popup.until(`document.querySelector('main article .article')`);
  await popup.click('[aria-label="Pick the article by hand"]');
  await tab.until(`document.documentElement.outerHTML !== ${JSON.stringify(before)}`);
  await picture(tab, folder, 'pick');
  await tab.resize(380, 720);
  await picture(tab, folder, 'pick-narrow');
  await tab.press('Escape');
}

async function takePictures(browser: BrowserName): Promise<void> {
  const folder = `out/pictures/${browser}`;
  mkdirSync(folder, { recursive: true });
  const site = await startSite();
  for (const file of ['style.css', 'estuary.png', 'lamp.png']) {
    site.file(
      new URL(file, SAMPLE).href,
      readFileSync(`tests/sample/${file}`),
      file.endsWith('css') ? 'text/css' : 'image/png',
    );
  }
  site.page(SAMPLE, readFileSync('tests/sample/index.html', 'utf8'));
  const urls = CASES.map((name) => {
    const url = expectedOf(name).url.replace(/^https:/, 'http:');
    site.page(
      url,
      readFileSync(caseFile(name, 'source.html'), 'utf8').replaceAll('https://', 'http://'),
    );
    return [name, url] as const;
  });
  const driver = await launch(browser, {
    extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`,
    proxyPort: site.port,
  });
  try {
    for (const [name, url] of [...urls, ['sample', SAMPLE] as const]) {
      const tab = await driver.open(url);
      const popup = await driver.clickToolbar(tab);
      await popup.until(
        `document.querySelector('main article .article, main section[role=status]')`,
      );
      if (name === 'sample')
        await popup.until(
          `[...document.querySelectorAll('main img')].some((img) => img.naturalWidth > 0)`,
        );
      await picture(popup, folder, `popup-${name}`);
      if (await popup.run(`return !!document.querySelector('main article')`)) {
        await popup.until(`!document.querySelector('[role=toolbar] button').disabled`);
        await popup.click('[role=toolbar] button');
        await popup.until(`document.querySelector('[role=toolbar] [role=status]')`);
      }
      if (name === 'sample') {
        await picture(popup, folder, 'popup-saved');
        await popup.click('[popovertarget]');
        await picture(popup, folder, 'popup-look');
      }
      await popup.close();
      if (name === 'sample') await pictureOfPicking(driver, tab, folder);
      await tab.close();
    }
    const list = await driver.open(`${driver.origin}src/entrypoints/library/index.html`);
    await list.until(
      `document.querySelectorAll('li h2 a').length > 4 && document.querySelector('li img')`,
    );
    for (const [name, width] of [
      ['wide', 1240],
      ['narrow', 380],
    ] as const) {
      await list.resize(width, 860);
      await picture(list, folder, `list-${name}`);
    }
    await list.click('li h2 a');
    await list.until(`document.querySelector('main article img')?.naturalWidth > 0`);
    for (const [name, width] of [
      ['narrow', 380],
      ['wide', 1240],
    ] as const) {
      await list.resize(width, 860);
      await picture(list, folder, `reader-${name}`);
    }
    const options = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
    await options.until(`document.querySelector('main h1')`);
    await picture(options, folder, 'options');
  } finally {
    await driver.quit();
    await site.close();
  }
  console.log(folder);
}

const asked = process.argv.slice(2) as BrowserName[];
for (const browser of asked.length > 0 ? asked : (['chromium', 'firefox'] as const))
  await takePictures(browser);
