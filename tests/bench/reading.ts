import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch, type View } from '../browser/driver/driver.ts';
import { hardArticle, keepHard } from './reading-articles.ts';
import { median, percentile } from './statistics.ts';

export const about =
  'reading [--browser chromium|firefox] [--runs N] [--words N] [--pictures N]: a short article and a very long one in the reader: the first screen, the longest frames of scrolling, jumping and other settings, and how soon it is read aloud';

const KINDS = ['short', 'long'] as const;
type Kind = (typeof KINDS)[number];

/** Deeds of a reader, as a driver does them; `wait` lets what they set off end. */
const DEEDS = {
  scrolling: (reader: View) => reader.run(scroll(180, 90)),
  flying: (reader: View) => reader.run(scroll(90, 800)),
  jumping: async (reader: View) => {
    for (const part of [0.5, 0.9, 0.2, 0.7]) {
      await reader.run(`scrollTo({ top: document.documentElement.scrollHeight * ${part} })`);
      await sleep(300);
    }
  },
  size: async (reader: View) => {
    for (const key of ['+', '+', '-', '-']) {
      await reader.press(key);
      await sleep(400);
    }
  },
  theme: settings([{ theme: 'sepia' }, { theme: 'dark' }, { theme: 'system' }]),
  font: settings([{ font: 'sans' }, { font: 'literata' }, { font: 'serif' }]),
  spacing: settings([{ lineHeight: 140 }, { letterSpacing: 5 }, { width: 50 }]),
} satisfies Record<string, (reader: View, driver: Driver) => Promise<unknown>>;

type Deed = keyof typeof DEEDS;
const NAMES = Object.keys(DEEDS) as Deed[];

const scroll = (frames: number, by: number): string => `
  return await new Promise((resolve) => {
    let step = 0;
    const go = () => {
      if (step === ${frames}) return resolve();
      scrollBy({ top: ${by}, behavior: 'instant' });
      step += 1;
      requestAnimationFrame(go);
    };
    go();
  });`;

/** As from another tab: what is set there is seen here. */
function settings(parts: readonly object[]) {
  return async (_reader: View, driver: Driver): Promise<void> => {
    for (const part of parts) {
      await driver.background(
        `const { local } = (globalThis.browser ?? chrome).storage;
        const { settings } = await local.get('settings');
        await local.set({ settings: { ...settings, ...args[0] } });`,
        part,
      );
      await sleep(600);
    }
  };
}

/** Milliseconds: to the first screen, the longest frame of each deed, from the key to what is said first. */
type Reading = Record<Deed | 'first' | 'listen', number[]>;
const noReading = (): Reading =>
  Object.fromEntries(['first', ...NAMES, 'listen'].map((name) => [name, []])) as never;

/** From the address to the frame with the first paragraph; then deed by deed. */
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
    short: noReading(),
    long: noReading(),
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
          for (const [name, time] of Object.entries(times)) found[kind][name as Deed].push(time);
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

/** From now on the page keeps its longest frame. */
const WATCH = `
  let before = 0;
  const mine = (window.watching = {});
  window.longest = 0;
  const go = (now) => {
    if (window.watching !== mine) return;
    if (before) window.longest = Math.max(window.longest, now - before);
    before = now;
    requestAnimationFrame(go);
  };
  requestAnimationFrame(go);`;

/** A Web Speech interface with one voice that only notes when it is first asked. */
const SPEECH = `
  const voice = { voiceURI: 'en', name: 'en', lang: 'en-GB', localService: true, default: true };
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [voice], resume() {}, cancel() {}, speaking: false, pending: false, paused: false,
    speak() { window.saidAt ??= performance.now(); },
  });
  class Utterance extends EventTarget {}
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
  addEventListener('keydown', () => (window.pressedAt ??= performance.now()), { capture: true });`;

async function readOnce(driver: Driver, id: string): Promise<Record<keyof Reading, number>> {
  const reader: View = await driver.open(
    `${driver.origin}src/entrypoints/reader/index.html?id=${id}`,
    'dom',
  );
  const marked = `performance.getEntriesByName('lectern:first-screen')[0]`;
  await reader.until(marked);
  const times: Partial<Record<keyof Reading, number>> = {};
  times.first = await reader.run<number>(`return ${marked}.startTime`);
  await sleep(1500);
  for (const name of NAMES) {
    await reader.run(WATCH);
    await DEEDS[name](reader, driver);
    await sleep(500);
    times[name] = await reader.run<number>(`window.watching = null; return window.longest`);
  }
  await reader.run(SPEECH);
  await reader.press('l');
  await reader.until('window.saidAt');
  times.listen = await reader.run<number>(`return window.saidAt - window.pressedAt`);
  await reader.close();
  return times as Record<keyof Reading, number>;
}
