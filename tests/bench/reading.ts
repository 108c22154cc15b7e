import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch, type View } from '../browser/driver/driver.ts';
import { FAKE_SPEECH } from '../browser/fake-speech.ts';
import { hardArticle, keepHard } from './reading-articles.ts';
import { median, percentile } from './statistics.ts';

export const about =
  'reading [--browser chromium|firefox] [--runs N] [--words N] [--pictures N]: a short article and a very long one in the reader: the first screen, the longest frames of scrolling and of every setting of the look, and the first word that is read aloud';

const KINDS = ['short', 'long'] as const;
type Kind = (typeof KINDS)[number];

/** What is done in the look panel, by a hand that goes on from step to step. */
const SETTINGS = {
  size: `slide(0, 20 + step * 2)`,
  weight: `slide(1, 450 + step * 50)`,
  width: `slide(2, 36 + step * 2)`,
  'line height': `slide(3, 105 + step * 5)`,
  letters: `slide(4, 2 + step * 2)`,
  words: `slide(5, 4 + step * 4)`,
  paragraphs: `slide(6, 120 + step * 20)`,
  font: `pick('look-font', step + 1)`,
  theme: `pick('look-theme', step + 1)`,
} as const;
const STEPS = 4;
/** Frames from one step to the next. */
const APART = 12;

/** Milliseconds by what was done. */
type Times = Record<string, number>;

/** From the address to the frame with the first paragraph; the longest frame of each deed; from Listen to the first word. */
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
  const found: Record<Kind, Record<string, number[]>> = { short: {}, long: {} };
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
        await page.run(FORGET_LOOK);
        if (run > 0)
          for (const [deed, time] of Object.entries(times)) (found[kind][deed] ??= []).push(time);
      }
  } finally {
    await driver.quit();
  }
  for (const kind of KINDS)
    for (const [deed, times] of Object.entries(found[kind]))
      console.log(
        `${kind.padEnd(6)} ${deed.padEnd(12)} ${median(times).toFixed(0).padStart(5)} ms (95 %: ${percentile(times, 95).toFixed(0)})`,
      );
  const later = median(found.long['first']!) - median(found.short['first']!);
  console.log(`${browser}: the first screen of the long one comes ${later.toFixed(0)} ms later`);
  return { browser, later, ...found };
}

/** Each run begins with the look of the first. */
const FORGET_LOOK = `localStorage.clear(); await (globalThis.browser ?? chrome).storage.local.remove('settings')`;

/** The longest time from one frame to the next while \`act\` is done, in the page: a step every so many frames. */
const longestFrame = (steps: number, apart: number, act: string): string => `
  const panel = document.querySelector('#look-panel');
  const slide = (at, value) => {
    const slider = panel.querySelectorAll('[type=range]')[at];
    slider.value = value;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const pick = (name, at) => panel.querySelectorAll('[name=' + name + ']')[at].click();
  return await new Promise((resolve) => {
    let longest = 0, before = 0, frame = 0;
    const go = (now) => {
      if (before) longest = Math.max(longest, now - before);
      before = now;
      const step = frame / ${apart};
      if (step >= ${steps}) return resolve(longest);
      if (Number.isInteger(step)) { ${act}; }
      frame += 1;
      requestAnimationFrame(go);
    };
    requestAnimationFrame(go);
  });`;

async function readOnce(driver: Driver, id: string): Promise<Times> {
  const times: Times = {};
  const reader: View = await driver.open(
    `${driver.origin}src/entrypoints/reader/index.html?id=${id}`,
    'dom',
  );
  const marked = `performance.getEntriesByName('lectern:first-screen')[0]`;
  await reader.until(marked);
  times['first'] = await reader.run<number>(`return ${marked}.startTime`);
  await sleep(1500);
  times['scrolling'] = await reader.run<number>(
    longestFrame(180, 1, `scrollBy({ top: 90, behavior: 'instant' })`),
  );
  await reader.run(FAKE_SPEECH, ['en-GB']);
  await reader.press('l');
  await reader.until('window.saidAt');
  times['listen'] = await reader.run<number>('return saidAt - pressedAt');
  await reader.press('Escape');
  await reader.run(`document.querySelector('#look-panel').showPopover()`);
  await reader.until(`document.querySelector('#look-panel details')`);
  await reader.run(`document.querySelector('#look-panel details').open = true`);
  for (const [setting, act] of Object.entries(SETTINGS)) {
    await sleep(500);
    times[setting] = await reader.run<number>(longestFrame(STEPS, APART, act));
  }
  await reader.close();
  return times;
}
