import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch, type View } from '../browser/driver/driver.ts';
import { type Site, startSite } from '../browser/driver/site.ts';
import { median, percentile } from './statistics.ts';

export const about =
  'open --pages DIR [--browser chromium|firefox] [--runs N] [--count N] [--extension DIR]: from the click to the painted article, beside the floor';

const STAGES = ['document', 'start', 'shell', 'read', 'shown', 'painted'] as const;
type Stage = (typeof STAGES)[number];
type Times = Partial<Record<Stage, number>>;

const FLOOR_SCRIPT = `requestAnimationFrame(() => setTimeout(() => performance.mark('lectern:painted')));`;
const SENTENCE = 'One fixed sentence stands in for the article.';
const POPUP = 'src/entrypoints/popup/index.html';

/**
 * Real toolbar clicks on stored pages, each followed by one on the floor: the same popup with a fixed
 * sentence and nothing to run. Milliseconds from the click; medians over all pages and runs.
 */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      browser: { type: 'string', default: 'chromium' },
      runs: { type: 'string', default: '5' },
      count: { type: 'string', default: '12' },
      extension: { type: 'string' },
    },
  });
  if (!values.pages) throw new Error(about);
  const browser = values.browser as BrowserName;
  const built = values.extension ?? `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const floorFolder = floorOf(built);
  const site = await startSite();
  const [real, floor] = await Promise.all([
    launch(browser, { extension: built, proxyPort: site.port, pinned: true }),
    launch(browser, { extension: floorFolder, proxyPort: site.port, pinned: true }),
  ]);
  try {
    const urls = servePages(site, values.pages, Number(values.count));
    const times: { url: string; real: Times; floor: Times }[] = [];
    for (const url of urls) {
      const [realTab, floorTab] = await Promise.all([
        real.open(url, 'dom'),
        floor.open(url, 'dom'),
      ]);
      // The first click on a page warms both up and is left out.
      for (let run = 0; run <= Number(values.runs); run += 1) {
        const pair = { url, real: await click(real, realTab), floor: await click(floor, floorTab) };
        if (run > 0) times.push(pair);
      }
      await Promise.all([realTab.close(), floorTab.close()]);
    }
    return report(browser, times);
  } finally {
    await Promise.all([real.quit(), floor.quit()]);
    await site.close();
    rmSync(floorFolder, { recursive: true });
  }
}

/** A copy of the built extension whose popup is the fixed sentence. */
function floorOf(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-floor-'));
  cpSync(built, folder, { recursive: true });
  const html = readFileSync(join(folder, POPUP), 'utf8')
    .replace(/<script[\s\S]*?<\/script>|<link rel="modulepreload"[^>]*>/g, '')
    .replace('<div id="screen"></div>', `<p>${SENTENCE}</p><script src="/floor.js"></script>`);
  writeFileSync(join(folder, POPUP), html);
  writeFileSync(join(folder, 'floor.js'), FLOOR_SCRIPT);
  return folder;
}

/** Puts the first pages of the folder on the web, their own scripts and requests stopped by a policy. */
function servePages(site: Site, dir: string, count: number): string[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.html'));
  return files.slice(0, count).map((file, at) => {
    const url = `http://page-${at}.test/${file}`;
    site.page(url, readFileSync(join(dir, file), 'utf8'), {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    return url;
  });
}

/**
 * One click, and when each stage was reached. Nothing looks into the popup before it is painted. The
 * background sleeps, as it does for whoever reads between clicks: awake, its process is there already,
 * which makes either side some 40 ms quicker, and of the two only ours would be woken by its popups.
 */
async function click(driver: Driver, tab: View): Promise<Times> {
  await driver.killBackground();
  await sleep(400);
  const popup = await driver.clickToolbar(tab);
  await sleep(700);
  await popup.until(`performance.getEntriesByName('lectern:painted').length > 0`);
  const marks = await popup.run<[string, number][]>(
    `return [['lectern:document', performance.timeOrigin], ...performance.getEntriesByType('mark').map((m) => [m.name, performance.timeOrigin + m.startTime])]`,
  );
  const clickedAt = await driver.clickedAt();
  await popup.close();
  await sleep(150);
  return Object.fromEntries(
    marks.map(([name, at]) => [name.replace('lectern:', ''), at - clickedAt]),
  );
}

function report(
  browser: BrowserName,
  times: { url: string; real: Times; floor: Times }[],
): unknown {
  const of = (which: 'real' | 'floor', stage: Stage): number[] =>
    times.map((pair) => pair[which][stage]).filter((time) => time !== undefined);
  const [article, floor] = [median(of('real', 'painted')), median(of('floor', 'painted'))];
  for (const stage of STAGES)
    console.log(`${stage.padEnd(10)} ${median(of('real', stage)).toFixed(0).padStart(5)} ms`);
  console.log(
    `floor      ${floor.toFixed(0).padStart(5)} ms (its document at ${median(of('floor', 'document')).toFixed(0)} ms)`,
  );
  console.log(`${browser}: the article in ${(article / floor).toFixed(2)} times the floor`);
  return {
    browser,
    clicks: times.length,
    article: { median: article, p95: percentile(of('real', 'painted'), 95) },
    floor: { median: floor, p95: percentile(of('floor', 'painted'), 95) },
    ratio: article / floor,
    stages: Object.fromEntries(STAGES.map((stage) => [stage, median(of('real', stage))])),
  };
}
