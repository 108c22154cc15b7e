import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './driver.ts';

const programs = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';

// On the path first, then where the installers of macOS and Windows put them.
const usual: Record<BrowserName, { commands: string[]; places: string[] }> = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(programs, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ],
  },
  firefox: {
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(programs, 'Mozilla Firefox', 'firefox.exe'),
    ],
  },
};

/** The browser's executable: $CHROMIUM or $FIREFOX, else the usual places; undefined when there is none. */
export function browserPath(name: BrowserName): string | undefined {
  const told = process.env[name.toUpperCase()];
  if (told) return told;
  const { commands, places } = usual[name];
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)].filter(Boolean);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...places,
  ];
  return candidates.find((path) => existsSync(path));
}
