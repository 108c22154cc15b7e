import { resolve } from 'node:path';
import type { Driver, LaunchOptions, MenuClick, View } from './driver.ts';
import { addonId, addonUuid, startFirefox } from './firefox-process.ts';
import { browserOf, FirefoxView } from './firefox-view.ts';
import type { Marionette } from './marionette.ts';
import { poll } from './wait.ts';

const widget = addonId.replace(/[^a-z0-9_-]/gi, '_');
const button = `#${widget}-browser-action .unified-extensions-item-action-button`;
const ours = `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});`;

/** Starts Firefox with the extension installed as a temporary add-on, its button in the toolbar. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const browser = await startFirefox(options);
  try {
    const path = resolve(options.extension);
    await browser.marionette.send('Addon:Install', { path, temporary: true });
    // Prefs reach the disk late: a kill before that loses the add-on's UUID and storage marks.
    await browser.marionette.run(
      `const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
      CustomizableUI.addWidgetToArea(args[0], CustomizableUI.AREA_NAVBAR);
      Services.prefs.savePrefFile(null);`,
      [`${widget}-browser-action`],
    );
    return new FirefoxDriver(browser, options.proxyPort);
  } catch (error) {
    await browser.kill();
    throw error;
  }
}

const own = (view: View) => view as FirefoxView;

class FirefoxDriver implements Driver {
  readonly name = 'firefox';
  readonly origin = `moz-extension://${addonUuid}/`;
  #browser: Awaited<ReturnType<typeof startFirefox>>;
  #marionette: Marionette;
  #proxyPort: number | undefined;

  constructor(browser: Awaited<ReturnType<typeof startFirefox>>, proxyPort: number | undefined) {
    this.#browser = browser;
    this.#marionette = browser.marionette;
    this.#proxyPort = proxyPort;
  }

  async open(url: string, wait: 'load' | 'dom' = 'load'): Promise<View> {
    // Firefox shows about:blank first and may change the process under the tab on its way.
    const id = await this.#marionette.run<number>(
      `const tab = gBrowser.addTab(args[0], { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
      gBrowser.selectedTab = tab;
      await new Promise((resolve) => {
        const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
        const listener = { onStateChange(browser, progress, request, flags) {
          if (browser !== tab.linkedBrowser || !progress.isTopLevel) return;
          if (!(flags & STATE_STOP) || !(flags & STATE_IS_NETWORK)) return;
          if (browser.currentURI.spec === 'about:blank' && args[0] !== 'about:blank') return;
          end();
        } };
        const end = () => { clearTimeout(limit); clearInterval(early); gBrowser.removeTabsProgressListener(listener); resolve() };
        const limit = setTimeout(end, 20000);
        const early = setInterval(async () => {
          const window = tab.linkedBrowser.browsingContext?.currentWindowGlobal;
          const there = tab.linkedBrowser.currentURI.spec === args[0];
          if (there && (args[0] === 'about:blank' || (args[1] && window && !window.isInitialDocument))) end();
        }, 25);
        gBrowser.addTabsProgressListener(listener);
      });
      return tab.linkedBrowser.browserId;`,
      [url, wait === 'dom'],
    );
    const view = new FirefoxView(this.#marionette, id);
    if (wait === 'dom') await view.until(`document.readyState !== 'loading'`);
    return view;
  }

  async clickToolbar(tab: View): Promise<View> {
    await this.#front(tab);
    await this.#marionette.run(
      `const panel = document.querySelector('browser[webextension-view-type="popup"]')?.closest('panel');
      panel?.hidePopup();
      const note = () => { window.lecternClickedAt = performance.timeOrigin + performance.now(); };
      window.addEventListener('mousedown', note, { capture: true, once: true });`,
    );
    const { value } = await this.#marionette.send<{ value: Record<string, string> }>(
      'WebDriver:FindElement',
      { using: 'css selector', value: button },
    );
    await this.#marionette.send('WebDriver:ElementClick', { id: Object.values(value)[0] });
    return this.waitForPopup();
  }

  clickedAt(): Promise<number> {
    return this.#marionette.run<number>(`return window.lecternClickedAt`);
  }

  async waitForPopup(): Promise<View> {
    // Firefox loads the popup hidden and swaps it into the panel: a script caught in that never answers.
    const found = `const b = ${browserOf('popup')}; return !!b && !b.webProgress?.isLoadingDocument`;
    await poll('The popup', () => this.#marionette.run<boolean>(found));
    return new FirefoxView(this.#marionette, 'popup');
  }

  async waitForTab(urlPart: string): Promise<View> {
    const found = `return gBrowser.browsers.find((b) => b.currentURI.spec.includes(args[0]))?.browserId`;
    const id = await poll(`A tab at ${urlPart}`, () =>
      this.#marionette.run<number | undefined>(found, [urlPart]),
    );
    return new FirefoxView(this.#marionette, id);
  }

  tabs(): Promise<string[]> {
    return this.#marionette.run(`return gBrowser.browsers.map((b) => b.currentURI.spec)`);
  }

  async killBackground(): Promise<void> {
    await this.#marionette.run(`${ours} await extension.terminateBackground()`);
  }

  async background<T>(body: string, ...args: unknown[]): Promise<T> {
    await this.#marionette.run(`${ours} await extension.wakeupBackground()`);
    const view = new FirefoxView(this.#marionette, 'background');
    return view.run<T>(body, ...args);
  }

  async offline(on: boolean): Promise<void> {
    // Firefox's switch does not hold for 127.0.0.1, where our proxy is: point it at nothing as well.
    await this.#marionette.run(
      `Services.io.offline = args[0];
      if (args[1]) for (const kind of ['http', 'ssl']) Services.prefs.setIntPref('network.proxy.' + kind + '_port', args[0] ? 1 : args[1]);`,
      [on, this.#proxyPort ?? null],
    );
  }

  async command(name: string, tab: View): Promise<void> {
    await this.#front(tab);
    // Synthesized at the window, as Mozilla's own tests do, so it takes the way of a real key. Not with
    // the page focused: it would get the key first, and its reply no longer matches a shortcut.
    await this.#marionette.run(
      `${ours}
      const command = (await extension.shortcuts.allCommands()).find(({ name }) => name === args[0]);
      if (!command?.shortcut) throw new Error('The command ' + args[0] + ' has no shortcut');
      const parts = command.shortcut.split('+'), key = parts.pop();
      const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      const browser = gBrowser.selectedBrowser;
      Services.focus.clearFocus(window);
      tip.beginInputTransactionForTests(window);
      const names = { Ctrl: 'Control', Alt: 'Alt', Shift: 'Shift', Command: 'Meta', MacCtrl: 'Control' };
      const held = parts.map((part) => new KeyboardEvent('', { key: names[part] }));
      const pressed = new KeyboardEvent('', { key, code: 'Key' + key, keyCode: key.charCodeAt(0) });
      for (const mod of held) tip.keydown(mod, tip.KEY_NON_PRINTABLE_KEY);
      tip.keydown(pressed); tip.keyup(pressed);
      for (const mod of held) tip.keyup(mod, tip.KEY_NON_PRINTABLE_KEY);
      browser.focus();`,
      [name],
    );
  }

  async contextMenu(id: string, tab: View, { at }: MenuClick = {}): Promise<void> {
    await this.#front(tab);
    await own(tab).mouse(at, 'right');
    const entry = `${widget}-menuitem-_${id}`;
    await poll(`The menu entry ${id}`, () =>
      this.#marionette.run<boolean>(
        `const menu = document.getElementById('contentAreaContextMenu');
        const item = document.getElementById(args[0]);
        if (menu.state !== 'open' || !item) return false;
        const popup = item.closest('menupopup');
        if (popup !== menu && popup.state !== 'open') { popup.parentNode.openMenu(true); return false }
        popup.activateItem(item);
        return true;`,
        [entry],
      ),
    );
  }

  async grantHost(pattern: string): Promise<void> {
    await this.#marionette.run(
      `${ours}
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions.add(extension.id, { origins: [args[0]], permissions: [], data_collection: [] }, extension);`,
      [pattern],
    );
  }

  async acceptGrant(): Promise<void> {
    // The first clicks fall into the delay that keeps people from saying yes by accident.
    let wasAsked = false;
    await poll('The prompt for a grant', async () => {
      const isAsked = await this.#marionette.run<boolean>(
        `const note = document.querySelector('#notification-popup popupnotification');
        note?.button.click();
        return !!note;`,
      );
      wasAsked ||= isAsked;
      return wasAsked && !isAsked;
    });
  }

  async badge(tab: View): Promise<string> {
    await this.#front(tab);
    return this.#marionette.run<string>(
      `const found = document.querySelector(args[0]);
      return [found.getAttribute('badge'), found.getAttribute('label')].join(' ');`,
      [button],
    );
  }

  memory(): Promise<number> {
    return this.#marionette.run<number>(
      `await new Promise((resolve) => Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(resolve));
      const { children } = await ChromeUtils.requestProcInfo();
      return children.filter(({ type }) => type === 'extension').reduce((sum, { memory }) => sum + memory, 0);`,
    );
  }

  async kill(): Promise<void> {
    await this.#browser.kill();
  }

  async quit(): Promise<void> {
    await this.#browser.quit();
  }

  async #front(tab: View): Promise<void> {
    await own(tab).chrome(`gBrowser.selectedTab = gBrowser.getTabForBrowser(browser)`);
  }
}
