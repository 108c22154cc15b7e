import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../browser/driver/chromium-process.ts';
import { ChromiumWorker } from '../browser/driver/chromium-worker.ts';
import { type BrowserName, launch } from '../browser/driver/driver.ts';
import { startSite } from '../browser/driver/site.ts';
import { NO_SCRIPTS, openQuietTab } from './quiet-tab.ts';
import { FACTS, type Reader, readingOf, START } from './readers.ts';

/** A browser that injects readers into stored pages as an extension does at a first click. */
export interface Injector {
  /** Shows the page in a new tab, and so to a new process, and reads it there. */
  read<T>(reader: Reader, url: string, html: string): Promise<T>;
  end(): Promise<void>;
}

const MANIFEST = {
  manifest_version: 3,
  name: 'Readers',
  version: '1',
  permissions: ['scripting'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'worker.js', scripts: ['worker.js'] },
  browser_specific_settings: { gecko: { id: 'lectern@lectern.invalid' } },
};

/**
 * Starts it with an extension made of the readers. Only so is a script compiled as people have it: run by
 * a debugger or by `eval` it is compiled lazily, whatever it asks for.
 */
export async function startInjector(browser: BrowserName, readers: Reader[]): Promise<Injector> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-readers-'));
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'worker.js': '',
    'start.js': START,
    'facts.js': FACTS,
    ...Object.fromEntries(readers.map((reader) => [`${reader.name}.js`, readingOf(reader)])),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const injector = await (browser === 'firefox' ? inFirefox(folder) : inChromium(folder));
  return {
    ...injector,
    async end() {
      await injector.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function inChromium(folder: string): Promise<Injector> {
  const { cdp, kill } = await startChromium({ extension: folder });
  try {
    const { id } = await cdp.send<{ id: string }>('Extensions.loadUnpacked', { path: folder });
    const worker = new ChromiumWorker(cdp, `chrome-extension://${id}/`);
    return {
      async read<T>({ name }: Reader, url: string, html: string): Promise<T> {
        const tab = await openQuietTab(cdp);
        await tab.show(url, html);
        const found = await worker.run<T | null>(INJECT, [['start.js', `${name}.js`, 'facts.js']]);
        await tab.close();
        if (!found) throw new Error(`${name} failed on ${url}`);
        return found;
      },
      end: kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Firefox believes no certificate of ours: a page of https: is shown at the same address of http:. */
async function inFirefox(folder: string): Promise<Injector> {
  const site = await startSite();
  const driver = await launch('firefox', { extension: folder, proxyPort: site.port });
  await driver.grantHost('<all_urls>');
  return {
    async read<T>({ name }: Reader, url: string, html: string): Promise<T> {
      const address = url.replace(/^https:/, 'http:');
      site.page(address, html, { 'content-security-policy': NO_SCRIPTS });
      const tab = await driver.open(address, 'dom');
      const files = ['start.js', `${name}.js`, 'facts.js'];
      const found = await driver.background<T | null>(INJECT, files);
      await tab.close();
      if (!found) throw new Error(`${name} failed on ${url}`);
      return found;
    },
    async end() {
      await driver.quit();
      await site.close();
    },
  };
}

/** Into the newest tab. */
const INJECT = `const tab = (await chrome.tabs.query({})).reduce((a, b) => (a.id > b.id ? a : b));
  const injection = { target: { tabId: tab.id }, injectImmediately: true, files: args[0] };
  return (await chrome.scripting.executeScript(injection))[0].result;`;
