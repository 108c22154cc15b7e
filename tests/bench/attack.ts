import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browser/driver/driver.ts';
import { type Site, startSite } from '../browser/driver/site.ts';
import { canary } from './attack-canary.ts';
import { type Heard, launchWithEars } from './attack-ears.ts';
import { Tally } from './attack-tally.ts';
import { throughLibrary, throughPopup } from './attack-way.ts';

export const about =
  'attack --payloads FILE [--browser chromium|firefox] [--sample N] [--part 3/20] [--only 12,90]: hostile markup in every place, through page, popup, list and reader';

const BATCH = 25;
/** A fresh browser now and then bounds its memory. */
const BATCHES_A_BROWSER = 12;

type Payload = [index: number, payload: string];

/**
 * Sends each payload the real way and counts what ran and what was asked for. Begins by proving, in the
 * same browser, that each detector reports a hole. `requests` leaves out the article's own pictures in
 * the popup, where the article is not saved yet.
 */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      payloads: { type: 'string' },
      browser: { type: 'string', default: 'chromium' },
      sample: { type: 'string' },
      part: { type: 'string', default: '1/1' },
      only: { type: 'string' },
      extension: { type: 'string' },
    },
  });
  if (!values.payloads) throw new Error(about);
  const browser = values.browser as BrowserName;
  const extension = values.extension ?? `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const all = payloadsOf(values.payloads, values.sample ? Number(values.sample) : Infinity);
  const only = values.only?.split(',').map(Number);
  const payloads = partOf(all, values.part).filter(([index]) => !only || only.includes(index));
  const site = await startSite();
  const tally = new Tally();
  const start = performance.now();
  const batches = batchesOf(payloads);
  try {
    for (let at = 0; at < batches.length; at += BATCHES_A_BROWSER) {
      const part = batches.slice(at, at + BATCHES_A_BROWSER);
      const launched = { extension, proxyPort: site.port, pinned: true };
      const heard = await launchWithEars(browser, launched);
      try {
        if (at === 0) await canary(heard, site);
        for (const batch of part) await attackWith(heard, site, tally, batch);
      } finally {
        await heard.driver.quit();
      }
    }
  } finally {
    await site.close();
  }
  return { browser, ...tally, seconds: Math.round((performance.now() - start) / 1000) };
}

async function attackWith(heard: Heard, site: Site, tally: Tally, batch: Payload[]): Promise<void> {
  for (const [index, payload] of batch) {
    tally.payloads += 1;
    await unbroken(tally, index, 'popup', async () => {
      if (!(await throughPopup(heard, site, tally, index, payload))) tally.unread += 1;
    });
  }
  await unbroken(tally, batch[0]![0], 'library', () => throughLibrary(heard, site, tally, batch));
  const { payloads, scripts, requests, unread, broken } = tally;
  const blocked = JSON.stringify(tally.blockedIn);
  console.log(
    `${payloads} payloads: ${scripts} scripts, ${requests} requests, ${unread} unread, ${broken} broken, blocked ${blocked}`,
  );
}

/** A payload that breaks the measurement is counted, and does not end it. */
async function unbroken(
  tally: Tally,
  index: number,
  place: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    tally.broken += 1;
    tally.fail(index, place, `broken: ${String(error).slice(0, 300)}`);
  }
}

/** The payloads with their places in the file; as many as asked for, evenly spread. */
function payloadsOf(file: string, most: number): Payload[] {
  const all = (JSON.parse(readFileSync(file, 'utf8')) as { html: string }[]).map(
    ({ html }, index): Payload => [index + 1, html],
  );
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, turn) => all[Math.floor(turn * step)]!,
  );
}

/** "3/20": the third of twenty parts, so that a long run can be made in pieces. */
function partOf<T>(all: T[], part: string): T[] {
  const [which = NaN, of = NaN] = part.split('/').map(Number);
  if (!(which >= 1 && which <= of)) throw new Error(about);
  const edge = (turn: number): number => Math.round((turn * all.length) / of);
  return all.slice(edge(which - 1), edge(which));
}

function batchesOf(payloads: Payload[]): Payload[][] {
  return Array.from({ length: Math.ceil(payloads.length / BATCH) }, (_, turn) =>
    payloads.slice(turn * BATCH, (turn + 1) * BATCH),
  );
}
