import { resolve } from 'node:path';
import type { Cdp } from './cdp.ts';
import { startChromium } from './chromium-process.ts';
import { grantHost } from './chromium-grant.ts';
import { ChromiumUi } from './chromium-ui.ts';
import { ChromiumView } from './chromium-view.ts';
import { ChromiumWorker, heapOf } from './chromium-worker.ts';
import type { Driver, LaunchOptions, MenuClick, View } from './driver.ts';
import { poll } from './wait.ts';

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** Starts Chromium with the extension installed, and nothing attached to it. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const browser = await startChromium(options);
  try {
    const path = resolve(options.extension);
    const { id } = await browser.cdp.send<{ id: string }>('Extensions.loadUnpacked', { path });
    const driver = new Chromium(browser, id);
    if (options.pinned) await driver.pin();
    return driver;
  } catch (error) {
    await browser.kill();
    throw error;
  }
}

const own = (view: View) => view as ChromiumView;

class Chromium implements Driver {
  readonly name = 'chromium';
  readonly origin: string;
  #browser: Awaited<ReturnType<typeof startChromium>>;
  #cdp: Cdp;
  #ui: ChromiumUi;
  #id: string;
  #offline = false;
  #clickedAt = Number.NaN;
  #views = new Map<string, ChromiumView>();
  #worker: ChromiumWorker;
  #tabs = new Set<string>();

  constructor(browser: Awaited<ReturnType<typeof startChromium>>, id: string) {
    this.#browser = browser;
    this.#cdp = browser.cdp;
    this.#ui = new ChromiumUi(browser.uiPort);
    this.#id = id;
    this.origin = `chrome-extension://${id}/`;
    this.#worker = new ChromiumWorker(this.#cdp, this.origin);
  }

  async open(url: string, wait: 'load' | 'dom' = 'load'): Promise<View> {
    const view = await this.#newTab('about:blank');
    await this.#front(view);
    await view.send('Page.enable');
    await view.send('Page.setLifecycleEventsEnabled', { enabled: true });
    // By loader: the about:blank that a tab starts with has a load event of its own, often late.
    const reached = new Set<string>();
    const stop = this.#cdp.on<{ loaderId: string; name: string }>(
      'Page.lifecycleEvent',
      ({ loaderId, name }) => reached.add(`${loaderId} ${name}`),
    );
    const { loaderId, errorText } = await view.send<{ loaderId?: string; errorText?: string }>(
      'Page.navigate',
      { url },
    );
    const event = wait === 'load' ? 'load' : 'DOMContentLoaded';
    if (errorText !== undefined) await view.until(`document.readyState === 'complete'`);
    else
      await poll(
        `The end of loading ${url}`,
        () => reached.has(`${loaderId ?? ''} ${event}`),
        20_000,
      );
    stop();
    await view.send('Page.disable');
    return view;
  }

  /** Puts our button into the toolbar, as a person does from the extensions menu. */
  async pin(): Promise<void> {
    const settings = await this.open('chrome://extensions');
    await settings.until('chrome.developerPrivate');
    await settings.run(
      'await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: args[0], pinnedToToolbar: true })',
      this.#id,
    );
    await settings.close();
  }

  async clickToolbar(tab: View): Promise<View> {
    await this.#front(own(tab));
    const before = await this.#popup();
    if (before) await this.#cdp.send('Target.closeTarget', { targetId: before.targetId });
    const targetId = await this.#tabTarget(own(tab));
    this.#clickedAt = performance.timeOrigin + performance.now();
    await this.#cdp.send('Extensions.triggerAction', { id: this.#id, targetId });
    return this.waitForPopup();
  }

  clickedAt(): Promise<number> {
    return Promise.resolve(this.#clickedAt);
  }

  async waitForPopup(): Promise<View> {
    const { targetId } = await poll('The popup', () => this.#popup());
    const view = this.#view(targetId);
    if (this.#offline) await view.session();
    return view;
  }

  async waitForTab(urlPart: string): Promise<View> {
    const found = await poll(`A tab at ${urlPart}`, async () =>
      (await this.#pages()).find(({ url }) => url.includes(urlPart)),
    );
    return this.#view(found.targetId);
  }

  async tabs(): Promise<string[]> {
    return (await this.#pages()).map(({ url }) => url);
  }

  async killBackground(): Promise<void> {
    await this.#worker.kill();
  }

  background<T>(body: string, ...args: unknown[]): Promise<T> {
    return this.#worker.run<T>(body, args);
  }

  async offline(on: boolean): Promise<void> {
    this.#offline = on;
    for (const { targetId } of await this.#pages()) {
      const view = this.#view(targetId);
      await this.#applyNetwork(await view.session());
    }
    // The worker's network is cut through its debugger, so it stays attached, and awake, meanwhile.
    await this.#applyNetwork(await this.#worker.keep());
    if (!on) await this.#worker.release();
  }

  async command(name: string, tab: View): Promise<void> {
    await this.#front(own(tab));
    const shortcut = await this.background<string | undefined>(
      `return (await chrome.commands.getAll()).find(({ name }) => name === args[0])?.shortcut`,
      name,
    );
    if (!shortcut) throw new Error(`The command ${name} has no shortcut`);
    await this.#ui.press(shortcut.replace('Ctrl', 'Control'));
  }

  async contextMenu(_id: string, tab: View, { at, index }: MenuClick = {}): Promise<void> {
    const view = own(tab);
    await this.#front(view);
    const { x, y } = await view.run<{ x: number; y: number }>(
      `if (!args[0]) return { x: 4, y: 4 };
      const element = document.querySelector(args[0]);
      element.scrollIntoView({ block: 'center' });
      const box = element.getClientRects()[0];
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
      at,
    );
    await view.mouse(x, y, 'right');
    await this.#ui.takeExtensionEntry(index);
  }

  async grantHost(pattern: string): Promise<void> {
    const settings = await this.#newTab('chrome://extensions/', true);
    const page = await this.#newTab(`${this.origin}manifest.json`, true);
    await grantHost(settings, page, this.#id, pattern);
  }

  acceptGrant(): Promise<void> {
    return Promise.reject(new Error('Headless Chromium has no prompt: use grantHost'));
  }

  async badge(tab: View): Promise<string> {
    await this.#front(own(tab));
    return this.background<string>(`
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const { getBadgeText, getTitle } = chrome.action;
      return [await getBadgeText({ tabId: tab.id }), await getTitle({ tabId: tab.id })].join(' ');`);
  }

  async memory(): Promise<number> {
    const pages = (await this.#pages()).filter(({ url }) => url.startsWith(this.origin));
    const heaps = await Promise.all([
      this.#worker.heap(),
      ...pages.map(async ({ targetId }) => heapOf(this.#cdp, await this.#view(targetId).session())),
    ]);
    return heaps.reduce((sum, heap) => sum + heap, 0);
  }

  async kill(): Promise<void> {
    this.#ui.close();
    await this.#browser.kill();
  }

  async quit(): Promise<void> {
    this.#ui.close();
    await this.#cdp.send('Browser.close').catch(() => undefined);
    await this.#browser.end();
  }

  async #targets(type: string): Promise<Target[]> {
    const filter = [{ type }];
    const { targetInfos } = await this.#cdp.send<{ targetInfos: Target[] }>('Target.getTargets', {
      filter,
    });
    return targetInfos;
  }

  async #pages(): Promise<Target[]> {
    return (await this.#targets('page')).filter((target) => !this.#isPopup(target));
  }

  // The popup's page may also be opened in a tab, which is another thing.
  #isPopup({ url, targetId }: Target): boolean {
    const popup = url.startsWith(`${this.origin}src/entrypoints/popup/`);
    return popup && !this.#tabs.has(targetId);
  }

  async #popup(): Promise<Target | undefined> {
    return (await this.#targets('page')).find((target) => this.#isPopup(target));
  }

  #view(targetId: string): ChromiumView {
    let view = this.#views.get(targetId);
    if (!view) {
      view = new ChromiumView(this.#cdp, targetId, async (session) => {
        if (this.#offline) await this.#applyNetwork(session);
      });
      this.#views.set(targetId, view);
    }
    return view;
  }

  async #newTab(url: string, background = false): Promise<ChromiumView> {
    const params = { url, background };
    const { targetId } = await this.#cdp.send<Target>('Target.createTarget', params);
    this.#tabs.add(targetId);
    return this.#view(targetId);
  }

  async #front(view: ChromiumView): Promise<void> {
    await this.#cdp.send('Target.activateTarget', { targetId: view.targetId });
  }

  /** The toolbar click wants the tab round the page, which tells which page it holds when attached to. */
  async #tabTarget(view: ChromiumView): Promise<string> {
    for (const { targetId } of await this.#targets('tab')) {
      const { sessionId } = await this.#cdp.send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      let holds = false;
      const stop = this.#cdp.on<{ targetInfo: Target }>(
        'Target.attachedToTarget',
        ({ targetInfo }, from) => {
          if (from === sessionId && targetInfo.targetId === view.targetId) holds = true;
        },
      );
      const params = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
      await this.#cdp.send('Target.setAutoAttach', params, sessionId);
      stop();
      await this.#cdp.send('Target.detachFromTarget', { sessionId });
      if (holds) return targetId;
    }
    throw new Error('The tab is closed');
  }

  async #applyNetwork(sessionId: string): Promise<void> {
    const throughput = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    const conditions = { offline: this.#offline, ...throughput };
    await this.#cdp.send('Network.enable', {}, sessionId); // Without it the conditions are ignored.
    await this.#cdp.send('Network.emulateNetworkConditions', conditions, sessionId);
  }
}
