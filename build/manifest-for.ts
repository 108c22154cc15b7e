import { readFileSync } from 'node:fs';

export type BrowserTarget = 'chrome' | 'firefox';

/** The one manifest.json as a browser wants it: without the keys that only the other knows. */
export function manifestFor(target: BrowserTarget): Record<string, unknown> {
  const manifest = JSON.parse(
    readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  if (manifest['version'] !== version)
    throw new Error('manifest.json and package.json differ in version');
  if (target === 'chrome') delete manifest['browser_specific_settings'];
  else delete manifest['minimum_chrome_version'];
  return manifest;
}
