import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browser/driver/driver.ts';
import { startInjector } from './injector.ts';
import { type Facts, LECTERN, PEERS } from './readers.ts';
import { median, percentile } from './statistics.ts';

export const about =
  'extract --pages DIR --out FILE [--set SET] [--peers] [--browser chromium|firefox]: what the content script reads from stored pages; with --peers Readability and Defuddle beside it, in FILE.NAME.json';

/** What one page gave; `text` is without captions, `ms` the time in the page. */
type Prediction = Facts & { text: string; ms: number; failure?: string };

/** Reads every page of DIR/SET in a real browser and writes the predictions that score.mjs takes. */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      out: { type: 'string' },
      set: { type: 'string' },
      peers: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
    },
  });
  if (!values.pages || !values.out) throw new Error(about);
  const readers = values.peers ? [LECTERN, ...PEERS] : [LECTERN];
  const predictions = readers.map((): Record<string, Prediction> => ({}));
  const injector = await startInjector(values.browser as BrowserName, readers);
  try {
    for (const { name, url, html } of pagesOf(values.pages, values.set)) {
      for (const [at, reader] of readers.entries()) {
        predictions[at]![name] = await injector.read<Prediction>(reader, url, html);
      }
    }
  } finally {
    await injector.end();
  }
  return readers.map((reader, at) => {
    const out = at === 0 ? values.out! : `${values.out!}.${reader.name}.json`;
    writeFileSync(out, JSON.stringify(predictions[at]));
    return report(reader.name, predictions[at]!, predictions[1]);
  });
}

/** Prints a line for a reader; its time as often the one of Readability, where that was measured. */
function report(
  reader: string,
  predictions: Record<string, Prediction>,
  readability: Record<string, Prediction> | undefined,
): object {
  const read = Object.values(predictions);
  const failed = read.filter(({ failure }) => failure !== undefined).length;
  const times = timesOf(predictions);
  const base = readability && timesOf(readability);
  console.log(
    `${reader.padEnd(12)} ${read.length} pages, ${failed} without an article, ` +
      `${times.median.toFixed(1)} ms median, ${times.p95.toFixed(1)} ms 95th percentile` +
      (base
        ? ` (${(times.median / base.median).toFixed(2)} and ${(times.p95 / base.p95).toFixed(2)} times Readability)`
        : ''),
  );
  return { reader, pages: read.length, failed, ms: times };
}

function timesOf(predictions: Record<string, Prediction>): { median: number; p95: number } {
  const times = Object.values(predictions).map(({ ms }) => ms);
  return { median: median(times), p95: percentile(times, 95) };
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
