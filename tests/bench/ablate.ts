import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { startChromium } from '../browser/driver/chromium-process.ts';
import { openQuietTab, type QuietTab } from './quiet-tab.ts';

export const about =
  'ablate --pages DIR [--set SET] [--out FILE] [--whole]: what each rule of the extraction earns';

interface Truth {
  text?: string;
  html?: string;
  with?: string[];
  without?: string[];
}

interface Page {
  name: string;
  set: string;
  url: string;
  html: string;
  truth: Truth;
}

interface Read {
  text: string;
  /** The truth's markup as text, where the truth is markup. */
  truth: string;
  left: { reason: string; text: string }[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** No such file is there: the build is given its source below. */
const ENTRY = `${ROOT}ablate-in-page.ts`;

/** In the page: parses a stored page, reads it without some rules, and gives the text of both. */
const ENTRY_SOURCE = `
import { readPage, SWITCHES } from '${ROOT}src/extract/read-page.ts';
const BLOCKS = 'p,h1,h2,h3,h4,h5,h6,div,section,blockquote,li,dt,dd,table,tr,td,th,figure,pre,br,hr';
const toText = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const caption of page.querySelectorAll('figcaption, script, style')) caption.remove();
  for (const block of page.querySelectorAll(BLOCKS)) { block.before('\\n'); block.after('\\n'); }
  return page.body.textContent.replace(/[^\\S\\n]+/g, ' ').replace(/\\s*\\n\\s*/g, '\\n').trim();
};
let page;
export const switches = () => SWITCHES;
export const show = (url, html) => {
  page = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(page, 'URL', { value: url });
  Object.defineProperty(page, 'baseURI', { value: url });
};
export const read = (without, truth) => {
  const result = readPage(page, { evenIfLarge: true, without });
  return {
    text: result.ok ? toText(result.value.draft.html) : '',
    truth: truth ? toText(truth) : '',
    left: result.ok ? result.value.leftOut : [],
  };
};`;

/** Reads every page with all rules and with each one switched off, and prints the difference. */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      set: { type: 'string' },
      out: { type: 'string' },
      whole: { type: 'boolean' },
    },
  });
  if (!values.pages) throw new Error(about);
  const script = await bundle();
  const browser = await startChromium({ extension: '' });
  const scores = new Map<string, Map<string, number[][]>>();
  const texts: Record<string, Read> = {};
  try {
    const tab = await openQuietTab(browser.cdp);
    await tab.runIsolated(`${script}; undefined`);
    const switches = values.whole ? [] : await tab.runIsolated<string[]>('__ablate.switches()');
    for (const page of pagesOf(values.pages, values.set)) {
      await tab.runIsolated(
        `__ablate.show(${JSON.stringify(page.url)}, ${JSON.stringify(page.html)})`,
      );
      for (const off of ['', ...switches]) {
        const read = await readWithout(tab, off, page.truth);
        if (!off) texts[page.name] = read;
        const rows = scores.get(page.set) ?? new Map<string, number[][]>();
        scores.set(page.set, rows.set(off, [...(rows.get(off) ?? []), weigh(page.truth, read)]));
      }
    }
  } finally {
    await browser.kill();
  }
  if (values.out) writeFileSync(values.out, JSON.stringify(texts));
  return print(scores);
}

const readWithout = (tab: QuietTab, off: string, { html }: Truth): Promise<Read> =>
  tab.runIsolated<Read>(
    `__ablate.read(${JSON.stringify(off ? [off] : [])}, ${JSON.stringify(html ?? '')})`,
  );

/** The extraction as one script that leaves its functions in `__ablate`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'ablate',
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? ENTRY_SOURCE : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: ENTRY, formats: ['iife'], name: '__ablate', fileName: 'ablate' },
    },
  });
  const [{ output }] = [built].flat() as unknown as [{ output: { code: string }[] }];
  return `${output[0]!.code}\nglobalThis.__ablate = __ablate;`;
}

function* pagesOf(dir: string, only: string | undefined): Generator<Page> {
  for (const { name: set } of readdirSync(dir, { withFileTypes: true }).filter(
    (entry) =>
      (entry.isDirectory() || entry.isSymbolicLink()) &&
      (!only || only.split(',').includes(entry.name)),
  )) {
    for (const file of readdirSync(join(dir, set))
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const base = join(dir, set, file.slice(0, -'.json'.length));
      const { url, truth } = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as {
        url: string;
        truth: Truth;
      };
      if (truth.text === undefined && !truth.html && !truth.with) continue;
      yield {
        name: `${set}/${file.slice(0, -'.json'.length)}`,
        set,
        url: /^https?:/.test(url) ? url : 'https://page.invalid/',
        html: readFileSync(`${base}.html`, 'utf8'),
        truth,
      };
    }
  }
}

/** Right, too much and missing: shares of 4-gram shingles, or counts of snippets. */
function weigh(truth: Truth, read: Read): number[] {
  if (truth.with && truth.text === undefined) {
    const text = plain(read.text);
    const has = (part: string): boolean => text.includes(plain(part));
    const right = truth.with.filter(has).length;
    return [right, (truth.without ?? []).filter(has).length, truth.with.length - right];
  }
  const wanted = shingles(truth.text ?? read.truth);
  const got = shingles(read.text);
  let [right, much, missing] = [0, 0, 0];
  for (const [part, count] of wanted) right += Math.min(count, got.get(part) ?? 0);
  for (const count of got.values()) much += count;
  for (const count of wanted.values()) missing += count;
  [much, missing] = [much - right, missing - right];
  const sum = right + much + missing || 1;
  return [right / sum, much / sum, missing / sum];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  for (let at = 0; words.length > 0 && at < Math.max(1, words.length - 3); at++) {
    const part = words.slice(at, at + 4).join(' ');
    found.set(part, (found.get(part) ?? 0) + 1);
  }
  return found;
}

/** Snippets are summed up over all pages; shingles are the mean of the pages. */
function f1(rows: number[][], summed: boolean): number {
  const mean = (numbers: number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);
  const all = summed ? [[0, 1, 2].map((at) => mean(rows.map((row) => row[at]!)))] : rows;
  const share = (against: number): number =>
    mean(
      all
        .filter((row) => row[0]! + row[against]! > 0)
        .map((row) => row[0]! / (row[0]! + row[against]!)),
    );
  const [precision, recall] = [share(1), share(2)];
  return (2 * precision * recall) / (precision + recall || 1);
}

function print(
  scores: Map<string, Map<string, number[][]>>,
): Record<string, Record<string, number>> {
  const found: Record<string, Record<string, number>> = {};
  for (const [set, rows] of scores) {
    const summed = rows.get('')!.some((row) => row.some((number) => number > 1));
    const whole = f1(rows.get('')!, summed);
    console.log(`${set}: ${whole.toFixed(4)} with all rules`);
    found[set] = { all: whole };
    for (const [off, list] of rows) {
      if (!off) continue;
      const earned = whole - f1(list, summed);
      found[set][off] = earned;
      console.log(`  ${off.padEnd(18)} ${earned >= 0 ? '+' : ''}${earned.toFixed(4)}`);
    }
  }
  return found;
}
