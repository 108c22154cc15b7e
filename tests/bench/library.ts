import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch } from '../browser/driver/driver.ts';
import { madeArticles } from './articles.ts';
import { disagreements } from './library-agreement.ts';
import { diskOf, fill, type Filled } from './library-filling.ts';
import { listed, saved, scanned, searched, type Times, tell } from './library-times.ts';

export const about =
  'library --articles N [--browser chromium|firefox] [--runs N] [--check N] [--words N]: the list, searches and saves of a library of N articles beside one of 100';

const FEW = 100;

/**
 * Fills a library with made-up articles, and times what people do with it: milliseconds, medians and 95th
 * percentiles, with the background awake (warm) and killed just before (cold). Each ratio is of one run.
 */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000' },
      browser: { type: 'string', default: 'chromium' },
      runs: { type: 'string', default: '9' },
      check: { type: 'string', default: '500' },
      words: { type: 'string', default: '1000' },
    },
  });
  const browser = values.browser as BrowserName;
  const [count, runs] = [Number(values.articles), Number(values.runs)];
  const articles = [...madeArticles(count, { words: Number(values.words) })];
  const profile = mkdtempSync(join(tmpdir(), 'lectern-library-'));
  const extension = `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const start = (): Promise<Driver> => launch(browser, { extension, profile });
  let driver = await start();
  try {
    const few = await fill(driver, articles.slice(0, FEW));
    const fewList = tell(`list of ${FEW}`, await listed(driver, runs));
    const fewMemory = await memoryWithList(driver);
    const filled = await fill(driver, articles.slice(FEW));
    await driver.quit();
    const disk = diskOf(profile, browser);
    driver = await start();
    const list = tell(`list of ${count}`, await listed(driver, runs));
    const scan = tell('plain scan', { warm: await scanned(driver, articles, runs) });
    const search = await searched(driver, articles, runs);
    for (const [kind, times] of Object.entries(search)) tell(kind, times, scan.warm);
    const { save, put } = await saved(driver, 10 * runs);
    tell('save', { warm: save }, put);
    const memory = await memoryWithList(driver);
    const wrong = await disagreements(driver, articles, Number(values.check));
    return summary({
      browser,
      count,
      few,
      filled,
      disk,
      articles,
      memory: [fewMemory, memory],
      wrong,
    })({
      ...{ fewList, list, scan, search, save, put },
    });
  } finally {
    await driver.quit();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function memoryWithList(driver: Driver): Promise<number> {
  const list = await driver.open(`${driver.origin}src/entrypoints/library/index.html`);
  await list.until(`performance.getEntriesByName('lectern:listed').length`);
  const bytes = await driver.memory();
  await list.close();
  return bytes;
}

interface Whole {
  browser: BrowserName;
  count: number;
  few: Filled;
  filled: Filled;
  disk: number;
  articles: { text: string }[];
  memory: number[];
  wrong: string[];
}

const summary =
  ({ browser, count, filled, disk, articles, memory, wrong }: Whole) =>
  (times: Record<string, unknown>): unknown => {
    const text = articles.reduce((sum, article) => sum + Buffer.byteLength(article.text), 0);
    const [before = 0, after = 0] = memory;
    const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
    console.log(
      `${browser}, ${count} articles: on disk ${(disk / text).toFixed(2)} times the text (${megabytes(text)}), memory ${megabytes(after)} (${megabytes(before)} with ${FEW}), filled in ${(filled.seconds / 60).toFixed(1)} min`,
    );
    console.log(`${wrong.length} searches that disagree with a plain scan`);
    for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
    return { browser, count, disk, text, memory, filled, wrong, ...times };
  };

export type { Times };
