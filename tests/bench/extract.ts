import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChromium } from '../browser/driver/chromium-process.ts';
import { openQuietTab } from './quiet-tab.ts';
import { median, percentile } from './statistics.ts';

export const about =
  'extract --pages DIR --out FILE [--set SET]: what the content script reads from stored pages';

/** What one page gave; `text` is without captions, `ms` the time in the page. */
interface Prediction {
  text: string;
  title: string;
  byline: string;
  published: string;
  siteName: string;
  image: string;
  lang: string;
  html: string;
  ms: number;
  failure?: string;
}

const SCRIPT = 'dist/chrome/read.js';
const CALL = '__lectern.read();';

/** Runs in the isolated world, after the script: reads and measures, and takes the text from the markup. */
const READ = `(() => {
  const start = performance.now();
  const result = __lectern.read({ evenIfLarge: true, evenIfLoading: true });
  const ms = performance.now() - start;
  if (!result.ok) return { failure: result.reason, ms };
  const page = new DOMParser().parseFromString(result.value.html, 'text/html');
  for (const caption of page.querySelectorAll('figcaption')) caption.remove();
  const blocks = 'p,h1,h2,h3,h4,h5,h6,div,section,blockquote,li,dt,dd,table,tr,td,th,figure,pre,br,hr';
  for (const block of page.querySelectorAll(blocks)) { block.before('\\n'); block.after('\\n'); }
  const text = page.body.textContent.replace(/[^\\S\\n]+/g, ' ').replace(/\\s*\\n\\s*/g, '\\n').trim();
  return { ...result.value, text, ms };
})()`;

/** Reads every page of DIR/SET in real Chromium and writes the predictions that score.mjs takes. */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: { pages: { type: 'string' }, out: { type: 'string' }, set: { type: 'string' } },
  });
  if (!values.pages || !values.out) throw new Error(about);
  const script = readFileSync(SCRIPT, 'utf8').trimEnd();
  if (!script.endsWith(CALL)) throw new Error(`${SCRIPT} does not end with ${CALL}`);
  const bare = script.slice(0, -CALL.length);
  const browser = await startChromium({ extension: '' });
  const predictions: Record<string, Prediction> = {};
  try {
    const tab = await openQuietTab(browser.cdp);
    for (const { name, url, html } of pagesOf(values.pages, values.set)) {
      await tab.show(url, html);
      const read = await tab.runIsolated<Record<string, unknown>>(`${bare}\n${READ}`);
      predictions[name] = toPrediction(read);
    }
  } finally {
    await browser.kill();
  }
  writeFileSync(values.out, JSON.stringify(predictions));
  const times = Object.values(predictions).map(({ ms }) => ms);
  const summary = {
    pages: times.length,
    failed: Object.values(predictions).filter(({ failure }) => failure).length,
    ms: { median: median(times), p95: percentile(times, 95) },
  };
  console.log(
    `${summary.pages} pages, ${summary.failed} without an article, ${summary.ms.median.toFixed(1)} ms median, ${summary.ms.p95.toFixed(1)} ms 95th percentile`,
  );
  return summary;
}

function* pagesOf(
  dir: string,
  only: string | undefined,
): Generator<{ name: string; url: string; html: string }> {
  const sets = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && (!only || entry.name === only),
  );
  for (const { name: set } of sets) {
    const files = readdirSync(join(dir, set)).filter((file) => file.endsWith('.json'));
    for (const file of files.sort()) {
      const base = join(dir, set, file.slice(0, -'.json'.length));
      const { url } = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as { url: string };
      // Some truths name a file instead of an address.
      const address = /^https?:/.test(url) ? url : 'https://page.invalid/';
      yield {
        name: `${set}/${file.slice(0, -'.json'.length)}`,
        url: address,
        html: readFileSync(`${base}.html`, 'utf8'),
      };
    }
  }
}

function toPrediction(read: Record<string, unknown>): Prediction {
  const word = (key: string): string => (typeof read[key] === 'string' ? read[key] : '');
  const lead = read['leadPicture'] as { src: string } | null | undefined;
  return {
    text: word('text'),
    title: word('title'),
    byline: word('byline'),
    published: word('publishedTime'),
    siteName: word('siteName'),
    image: lead?.src ?? '',
    lang: word('lang'),
    html: word('html'),
    ms: read['ms'] as number,
    ...(read['failure'] !== undefined && { failure: word('failure') }),
  };
}
