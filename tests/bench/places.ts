import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch, type View } from '../browser/driver/driver.ts';
import { FIRST_PARAGRAPH, keptPlace } from './place-at-top.ts';
import { type HardArticle, hardArticle, keepHard } from './reading-articles.ts';
import { seeded } from './statistics.ts';

export const about =
  'places [--browser chromium|firefox] [--count N] [--seed N]: of so many places, how many are found again to the paragraph after a reload, other letters, another width, a restart';

const CHANGES = ['letters', 'width', 'reload', 'restart'] as const;
type Change = (typeof CHANGES)[number];
const SIZES = [15, 18, 22, 28];
const WIDTHS = [380, 760, 1280];

/** One change a place, in turn; the browser is restarted once for a quarter of them, each in its own article. */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'string', default: 'chromium' },
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  });
  const browser = values.browser as BrowserName;
  const count = Number(values.count);
  const profile = mkdtempSync(join(tmpdir(), 'lectern-places-'));
  const start = (): Promise<Driver> =>
    launch(browser, { extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`, profile });
  const wrong: string[] = [];
  const tried: Record<Change, number> = { letters: 0, width: 0, reload: 0, restart: 0 };
  let driver = await start();
  const random = seeded(Number(values.seed));
  try {
    const list = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
    // Firefox keeps what a temporary add-on has over a kill only when it is some seconds old.
    await sleep(browser === 'firefox' ? 5000 : 0);
    const restarts: { id: string; at: string }[] = [];
    for (let place = 0; place < count; place += 1) {
      const change = CHANGES[place % CHANGES.length]!;
      const article: HardArticle = hardArticle({
        seed: Number(values.seed) * 1000 + place,
        words: 1500 + Math.floor(random() * 4000),
        pictures: 2 + Math.floor(random() * 10),
      });
      const id = await keepHard(list, article);
      const reader = await opened(driver, id);
      // Who read to the end begins anew.
      await scrolledTo(reader, random() * 0.9);
      const before = await reader.run<string>(FIRST_PARAGRAPH);
      if (change === 'restart') restarts.push({ id, at: before });
      else {
        await changed(reader, change, random);
        const after = await reader.run<string>(FIRST_PARAGRAPH);
        tried[change] += 1;
        if (after !== before) wrong.push(`${change} ${article.title}: ${before} became ${after}`);
      }
      await sleep(change === 'restart' ? 1100 : 0);
      await reader.close();
    }
    await driver.quit();
    driver = await start();
    for (const { id, at } of restarts) {
      const reader = await opened(driver, id);
      await settled(reader);
      const after = await reader.run<string>(FIRST_PARAGRAPH);
      tried.restart += 1;
      if (after !== at) wrong.push(`restart ${id}: ${at} became ${after}`);
      await reader.close();
    }
  } finally {
    await driver.quit();
    rmSync(profile, { recursive: true, force: true });
  }
  for (const line of wrong) console.log(line);
  console.log(`${browser}: ${count - wrong.length} of ${count} places found again`, tried);
  return { browser, count, found: count - wrong.length, tried, wrong };
}

async function opened(driver: Driver, id: string): Promise<View> {
  const reader = await driver.open(
    `${driver.origin}src/entrypoints/reader/index.html?id=${id}`,
    'dom',
  );
  await reader.until(`document.querySelector('.article-text > *')`);
  await reader.resize(900, 700);
  await settled(reader);
  return reader;
}

/** Moves as a person does, in steps, to that part of the whole. */
async function scrolledTo(reader: View, part: number): Promise<void> {
  for (const share of [0.5, 1, 1]) {
    await reader.run(
      `scrollTo({ top: args[0] * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant' })`,
      part * share,
    );
    await settled(reader);
  }
}

async function changed(reader: View, change: Change, random: () => number): Promise<void> {
  const one = <T>(of: T[]): T => of[Math.floor(random() * of.length)]!;
  if (change === 'letters')
    await reader.run(
      `document.documentElement.style.setProperty('--text-size', args[0] + 'px')`,
      one(SIZES),
    );
  if (change === 'width') await reader.resize(one(WIDTHS), 640);
  if (change === 'reload') {
    await sleep(1000);
    await reader.run('window.isOld = true; location.reload()');
    await reader.until(`!window.isOld && document.querySelector('.article-text > *')`);
  }
  await settled(reader);
}

/** Until two looks in a row find the same. */
async function settled(reader: View): Promise<void> {
  let before = '';
  for (let same = 0, looks = 0; same < 3 && looks < 40; looks += 1) {
    await sleep(60);
    const now = await reader.run<string>(keptPlace);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
