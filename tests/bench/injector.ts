import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../browser/driver/chromium-process.ts';
import { ChromiumWorker } from '../browser/driver/chromium-worker.ts';
import { openQuietTab } from './quiet-tab.ts';
import { FACTS, type Reader, readingOf, START } from './readers.ts';

/** A Chromium that injects readers into stored pages as an extension does at a first click. */
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
  background: { service_worker: 'worker.js' },
};

/**
 * Starts it with an extension made of the readers. Only so is a script compiled as people have it: run by
 * a debugger or by `eval` it is compiled lazily, whatever it asks for.
 */
export async function startInjector(readers: Reader[]): Promise<Injector> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-readers-'));
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'worker.js': '',
    'start.js': START,
    'facts.js': FACTS,
    ...Object.fromEntries(readers.map((reader) => [`${reader.name}.js`, readingOf(reader)])),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { cdp, kill } = await startChromium({ extension: folder });
  const end = async (): Promise<void> => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
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
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

const INJECT = `const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const injection = { target: { tabId: tab.id }, injectImmediately: true, files: args[0] };
  return (await chrome.scripting.executeScript(injection))[0].result;`;
