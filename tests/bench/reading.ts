import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch, type View } from '../browser/driver/driver.ts';
import { hardArticle, keepHard } from './reading-articles.ts';
import { median, percentile } from './statistics.ts';

export const about =
  'reading [--browser chromium|firefox] [--runs N] [--words N] [--pictures N]: a short article and a very long one in the reader: the first screen, and the longest frames of scrolling and of other letters';

const KINDS = ['short', 'long'] as const;
type Kind = (typeof KINDS)[number];

/** Milliseconds. */
interface Reading {
  first: number[];
  scrolling: number[];
  letters: number[];
}

/** From the address to the frame with the first paragraph; then the longest frame of each of two deeds. */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'string', default: 'chromium' },
      runs: { type: 'string', default: '7' },
      words: { type: 'string', default: '50000' },
      pictures: { type: 'string', default: '300' },
    },
  });
  const browser = values.browser as BrowserName;
  const driver = await launch(browser, {
    extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`,
  });
  const found: Record<Kind, Reading> = {
    short: { first: [], scrolling: [], letters: [] },
    long: { first: [], scrolling: [], letters: [] },
  };
  try {
    const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
    const ids = {
      short: await keepHard(page, hardArticle({ seed: 1, words: 900, pictures: 3 })),
      long: await keepHard(
        page,
        hardArticle({ seed: 2, words: Number(values.words), pictures: Number(values.pictures) }),
      ),
    };
    // The first of each warms up and is left out.
    for (let run = 0; run <= Number(values.runs); run += 1)
      for (const kind of KINDS) {
        const times = await readOnce(driver, ids[kind]);
        if (run > 0)
          for (const name of ['first', 'scrolling', 'letters'] as const)
            found[kind][name].push(times[name]);
      }
  } finally {
    await driver.quit();
  }
  for (const kind of KINDS)
    for (const [name, times] of Object.entries(found[kind]))
      console.log(
        `${kind.padEnd(6)} ${name.padEnd(10)} ${median(times).toFixed(0).padStart(5)} ms (95 %: ${percentile(times, 95).toFixed(0)})`,
      );
  const later = median(found.long.first) - median(found.short.first);
  console.log(`${browser}: the first screen of the long one comes ${later.toFixed(0)} ms later`);
  return { browser, later, ...found };
}

/** The longest time from one frame to the next while \`act\` is done a step a frame, in the page. */
const longestFrame = (steps: number, act: string): string => `
  return await new Promise((resolve) => {
    let longest = 0, before = 0, step = 0;
    const go = (now) => {
      if (before) longest = Math.max(longest, now - before);
      before = now;
      if (step < ${steps}) { ${act}; step += 1; requestAnimationFrame(go); }
      else resolve(longest);
    };
    requestAnimationFrame(go);
  });`;

async function readOnce(
  driver: Driver,
  id: string,
): Promise<{ first: number; scrolling: number; letters: number }> {
  const reader: View = await driver.open(
    `${driver.origin}src/entrypoints/reader/index.html?id=${id}`,
    'dom',
  );
  const marked = `performance.getEntriesByName('lectern:first-screen')[0]`;
  await reader.until(marked);
  const first = await reader.run<number>(`return ${marked}.startTime`);
  await sleep(1500);
  const scrolling = await reader.run<number>(
    longestFrame(180, `scrollBy({ top: 90, behavior: 'instant' })`),
  );
  await sleep(500);
  const letters = await reader.run<number>(
    longestFrame(
      40,
      `if (step % 10 === 0) document.documentElement.style.setProperty('--text-size', (18 + (step / 10) * 2) + 'px')`,
    ),
  );
  await reader.close();
  return { first, scrolling, letters };
}
