import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import {
  launch,
  type BrowserName,
  type Driver,
  type View,
} from '../tests/browser/driver/driver.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Serves tests/sample on a free port; every other address shows the same article. */
async function serveSample(): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const file = /^\/[\w-]+\.(?:css|png)$/.exec(url)?.[0] ?? '/index.html';
    response.writeHead(200, { 'content-type': TYPES[extname(file)] });
    response.end(readFileSync(join('tests/sample', file)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  return `http://localhost:${(server.address() as AddressInfo).port}/sallow-point`;
}

/** The promise's value, or undefined when it rejects or takes longer than five seconds. */
function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((end) => setTimeout(end, 5000));
  return Promise.race([promise.catch(() => undefined), late]);
}

/** A window for a person, until it is closed. */
async function show(driver: Driver, address: string): Promise<void> {
  await driver.open(address);
  console.log('Click the Lectern button in the toolbar to read the page that is open now.');
  console.log(
    'Hidden? Click the puzzle piece beside it, and pin Lectern. Close the window to end.',
  );
  for (;;) {
    await new Promise((later) => setTimeout(later, 1000));
    // A closed browser does not answer at all.
    const open = await inTime(driver.tabs());
    if (!open?.length) return;
  }
}

/** The way of a reader, without a window: read, save, find it in the list, open it there. */
async function walk(driver: Driver, address: string): Promise<void> {
  const folder = `out/start-${driver.name}`;
  mkdirSync(folder, { recursive: true });
  const picture = async (view: View, name: string) => {
    await view.screenshot(join(folder, name));
    console.log(join(folder, name));
  };
  const page = await driver.open(address);
  await picture(page, '1-page.png');

  const popup = await driver.clickToolbar(page);
  await popup.until(`document.querySelector('main article')?.innerText.length > 2000`);
  console.log(`\n${await popup.text('main article')}\n`);
  await picture(popup, '2-popup.png');

  await popup.click('[role=toolbar] button');
  await popup.until(`document.querySelector('[role=toolbar] [role=status]')`);
  await picture(popup, '3-saved.png');

  await popup.click('[role=toolbar] [aria-label^="Saved articles"]');
  const list = await driver.waitForTab('entrypoints/library/');
  await list.until(`document.querySelector('li h2 a')`);
  await picture(list, '4-list.png');

  await list.click('li h2 a');
  await list.until(`document.querySelector('main article')?.innerText.length > 2000`);
  await picture(list, '5-reader.png');
}

const name: BrowserName = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const hasDisplay =
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) ||
  ['darwin', 'win32'].includes(process.platform);
const headless = !hasDisplay || process.argv.includes('--headless');
const extension = name === 'firefox' ? 'dist/firefox' : 'dist/chrome';
try {
  const address = await serveSample();
  const driver = await launch(name, { extension, headless });
  try {
    await (headless ? walk : show)(driver, address);
  } finally {
    await inTime(driver.quit());
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`Lectern could not be shown in ${name}: ${reason}`);
  process.exitCode = 1;
}
// A browser that was closed by hand may leave a pipe open behind it.
process.exit();
