import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from './browser-paths.ts';
import { Cdp } from './cdp.ts';
import { uiSwitches } from './chromium-ui.ts';
import type { LaunchOptions } from './driver.ts';

const switches = [
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=1280,900',
  // Headless, the screen is 800 by 600 else, too low for a popup.
  '--screen-info={1600x1200}',
];

/** A port of 127.0.0.1 that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts Chromium, empty, with a debugging pipe. */
export async function startChromium({ headless = true, proxyPort, profile }: LaunchOptions) {
  const path = browserPath('chromium');
  if (!path) throw new Error('No Chromium or Chrome here; set CHROMIUM to its path');
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'lectern-chromium-'));
  const uiPort = await freePort();
  const args = [
    ...switches,
    ...uiSwitches(uiPort),
    ...(headless ? ['--headless=new'] : []),
    // Chromium refuses to run as root, as CI containers do, inside its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // <-loopback>: without it Chromium goes round the proxy for localhost.
    ...(proxyPort === undefined
      ? []
      : [`--proxy-server=127.0.0.1:${String(proxyPort)}`, '--proxy-bypass-list=<-loopback>']),
    `--user-data-dir=${folder}`,
    'about:blank',
  ];
  const child = spawn(path, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const killTree = () => {
    // The whole process group: the renderers outlive a killed browser process for a moment.
    try {
      if (child.pid !== undefined)
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', killTree);
  return {
    cdp: new Cdp(child),
    uiPort,
    kill: async () => {
      killTree();
      await exited;
      process.off('exit', killTree);
    },
    /** Waits for a browser that was asked to close, then deletes a profile that was not given. */
    end: async () => {
      const limit = setTimeout(killTree, 5000);
      await exited;
      clearTimeout(limit);
      killTree();
      process.off('exit', killTree);
      if (profile === undefined)
        rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
