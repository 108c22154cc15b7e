import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserName, type Driver, launch } from '../browser/driver/driver.ts';
import { startSite } from '../browser/driver/site.ts';
import { killBrowsers, killWorkers, type WorkReport } from '../browser/hard-work.ts';
import { killMigrations } from '../browser/kill-migrations.ts';
import { killSaves } from '../browser/kill-saves.ts';
import { seeded } from './statistics.ts';

export const about =
  'kills [--browser chromium|firefox] [--kills N] [--workers N] [--browsers N] [--seed N]: saves by click, and all kinds of changes, with the background or the whole browser killed';

/**
 * Runs on one library: real saves, each with the background killed a little later after the click
 * than the one before; changes of all kinds, picture fetches and purges with the background killed; the same with the browser
 * killed; and migrations from the first schema with either killed.
 */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'string', default: 'chromium' },
      kills: { type: 'string', default: '50' },
      workers: { type: 'string', default: '200' },
      browsers: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
    },
  });
  const browser = values.browser as BrowserName;
  const random = seeded(Number(values.seed));
  const site = await startSite();
  const profile = mkdtempSync(join(tmpdir(), 'lectern-kills-'));
  const extension = `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`;
  const start = (): Promise<Driver> =>
    launch(browser, { extension, proxyPort: site.port, profile });
  try {
    const driver = await start();
    const saves = await killSaves(driver, site, Number(values.kills));
    console.log(
      `${browser}: ${saves.kills} kills, ${saves.acknowledged} saves acknowledged, ${saves.lost.length} lost, ${saves.doubled.length} doubled, ${saves.torn.length} torn`,
    );
    const workers = tell(
      'workers',
      await killWorkers(driver, site, Number(values.workers), random),
    );
    await driver.quit();
    const browsers = tell(
      'browsers',
      await killBrowsers(start, site, Number(values.browsers), random),
    );
    // As many migrations as a tenth of the other kills, of the background and of the browser.
    const tenth = (kills: string): number => Math.ceil(Number(kills) / 10);
    const migrations = [
      await killMigrations(start, 'worker', tenth(values.workers), random),
      await killMigrations(start, 'browser', tenth(values.browsers), random),
    ];
    for (const { kills, articles, wrong } of migrations) {
      console.log(`migrations: ${kills} killed, ${articles} articles, ${wrong.length} wrong`);
      for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
    }
    return { browser, saves, workers, browsers, migrations };
  } finally {
    await site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

function tell(what: string, report: WorkReport): WorkReport {
  const { kills, acknowledged, wrong, articles, purged, pictures, disagreements } = report;
  console.log(
    `${what}: ${kills} killed, ${acknowledged} changes acknowledged to ${articles} articles with ${pictures} pictures, ${purged} purged, ${wrong.length} wrong, ${disagreements.length} disagreements`,
  );
  for (const line of [...wrong, ...disagreements].slice(0, 20)) console.log(`  ${line}`);
  return report;
}
