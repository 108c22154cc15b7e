import { parseArgs } from 'node:util';
import { type BrowserName, launch } from '../browser/driver/driver.ts';
import { startSite } from '../browser/driver/site.ts';
import { killSaves } from '../browser/kill-saves.ts';

export const about =
  'kills [--browser chromium|firefox] [--kills N]: the background killed at every moment of a save';

/** Real saves, each with the background killed a little later after the click than the one before. */
export async function measure(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'string', default: 'chromium' },
      kills: { type: 'string', default: '50' },
    },
  });
  const browser = values.browser as BrowserName;
  const site = await startSite();
  const driver = await launch(browser, {
    extension: `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`,
    proxyPort: site.port,
  });
  try {
    const report = await killSaves(driver, site, Number(values.kills));
    console.log(
      `${browser}: ${report.kills} kills, ${report.acknowledged} saves acknowledged, ${report.lost.length} lost, ${report.doubled.length} doubled, ${report.torn.length} torn`,
    );
    return { browser, ...report };
  } finally {
    await driver.quit();
    await site.close();
  }
}
