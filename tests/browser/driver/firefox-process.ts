import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from './browser-paths.ts';
import type { LaunchOptions } from './driver.ts';
import { Marionette } from './marionette.ts';
import { poll } from './wait.ts';

/** The id of the add-on, and the part of its origin that Firefox would otherwise draw by lot. */
export const addonId = 'lectern@lectern.invalid';
export const addonUuid = '1ec7e24a-0000-4000-8000-000000000001';

const quiet = {
  'marionette.port': 0, // A free one, which Firefox writes into MarionetteActivePort.
  'remote.prefs.recommended': true,
  'focusmanager.testmode': true, // A window behind others, or headless, acts as if focused.
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  // Our pages count as secure, and the small web of the tests has no certificates.
  'security.mixed_content.upgrade_display_content': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://localhost:1/',
  'toolkit.startup.max_resumed_crashes': -1, // Else kills end in safe mode, without add-ons.
  'toolkit.telemetry.enabled': false,
  'ui.prefersReducedMotion': 1,
  'extensions.webextensions.uuids': JSON.stringify({ [addonId]: addonUuid }),
  // A temporary add-on goes at every end of the browser; its library shall stay.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

function proxied(port: number) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
    // Some stored pages are of sites that Firefox knows by https: alone.
    'network.stricttransportsecurity.preloadlist': false,
  };
}

/** Starts Firefox, empty, with a Marionette session. */
export async function startFirefox({ headless = true, proxyPort, profile }: LaunchOptions) {
  const path = browserPath('firefox');
  if (!path) throw new Error('No Firefox here; set FIREFOX to its path');
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'lectern-firefox-'));
  const prefs = { ...quiet, ...(proxyPort === undefined ? {} : proxied(proxyPort)) };
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(folder, 'user.js'), lines.join(''));
  const portFile = join(folder, 'MarionetteActivePort');
  rmSync(portFile, { force: true }); // That of a killed run.

  const args = ['-marionette', '-remote-allow-system-access', '-no-remote', '-profile', folder];
  if (headless) args.push('-headless', '--width', '1280', '--height', '900');
  const child = spawn(path, args, {
    stdio: 'ignore',
    detached: process.platform !== 'win32',
    // HOME: Firefox as root in someone else's home refuses to start.
    env: { ...process.env, HOME: folder, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const killTree = () => {
    try {
      const pid = child.pid ?? 0;
      if (pid) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', killTree);
  const marionette = await poll(
    'Firefox',
    async () => {
      try {
        return await Marionette.connect(Number(readFileSync(portFile, 'utf8')));
      } catch {
        if (child.exitCode !== null) throw new Error(`Firefox ended: ${String(child.exitCode)}`);
        return undefined;
      }
    },
    30_000,
  );
  const over = async () => {
    await exited;
    killTree();
    process.off('exit', killTree);
    marionette.close();
  };
  return {
    marionette,
    kill: async () => {
      killTree();
      await over();
    },
    /** Asks Firefox to end, then deletes a profile that was not given. */
    quit: async () => {
      const limit = setTimeout(killTree, 8000);
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await over();
      clearTimeout(limit);
      const tidy = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
      if (profile === undefined) rmSync(folder, tidy);
    },
  };
}
