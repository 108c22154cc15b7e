import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */

const programs = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';

// On the path first, then where the installers of macOS and Windows put them.
const usual = {
  chromium: {
    called: 'Chromium or Chrome',
    debian: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      join(programs, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ],
  },
  firefox: {
    called: 'Firefox',
    debian: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(programs, 'Mozilla Firefox', 'firefox.exe'),
    ],
  },
};

/**
 * The browser's executable: $CHROMIUM or $FIREFOX, else the usual places; undefined when there is none.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function browserPath(name) {
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

/**
 * Installs the browsers that are missing where Debian's apt-get may be used.
 * Answers with a sentence that says what to install, or with undefined when all are here.
 * @param {BrowserName[]} names
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowsers(names) {
  const missing = () => names.filter((name) => !browserPath(name));
  if (missing().length === 0) return undefined;
  await installPackages(
    missing().map((name) => usual[name].debian),
    () => missing().length === 0,
  );
  if (missing().length === 0) return undefined;
  const lines = missing().map(
    (name) => `${usual[name].called} (or set ${name.toUpperCase()} to its path)`,
  );
  return `Please install ${lines.join(' and ')}.`;
}

/** What checks the books that are taken out: see tests/browser/epub.test.ts. */
const BOOK_TOOLS = { epubcheck: '/usr/share/java/epubcheck.jar', 'mupdf-tools': '/usr/bin/mutool' };

/**
 * Installs EPUBCheck and a second reader of books where that may be done; without them their test says that
 * it was skipped.
 */
export async function ensureBookTools() {
  const missing = Object.entries(BOOK_TOOLS).filter(([, path]) => !existsSync(path));
  if (missing.length === 0) return;
  await installPackages(
    missing.map(([name]) => name),
    () => missing.every(([, path]) => existsSync(path)),
  );
}

/**
 * @param {string[]} names Of Debian's packages.
 * @param {() => boolean} areThere
 */
async function installPackages(names, areThere) {
  const asRoot = await rootPrefix();
  if (asRoot === undefined) return;
  const packages = names.join(' ');
  console.log(`Installing ${packages} …`);
  const apt = `${asRoot}env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120`;
  await run(`${apt} update`);
  const { output } = await run(`${apt} install -y --no-install-recommends ${packages}`);
  if (!areThere()) console.log(output);
}

/**
 * What to put before a command to run it as root; undefined when there is no apt-get or no right to it.
 * @returns {Promise<string | undefined>}
 */
async function rootPrefix() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return '';
  return (await run('sudo -n true')).code === 0 ? 'sudo -n ' : undefined;
}
