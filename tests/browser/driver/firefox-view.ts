import { writeFileSync } from 'node:fs';
import type { View } from './driver.ts';
import { addonId } from './firefox-process.ts';
import { parseKey } from './keys.ts';
import type { Marionette } from './marionette.ts';
import { poll } from './wait.ts';

/** A tab by its browserId, the popup, or the event page. */
export type Place = number | 'popup' | 'background';

/** JavaScript for the browser's window that finds the <browser> of a place; the popup's once its panel is open. */
export function browserOf(place: Place): string {
  if (place === 'popup') {
    return `[...document.querySelectorAll('browser[webextension-view-type="popup"]')].find((b) =>
      b.closest('panel')?.state === 'open' && b.currentURI?.schemeIs('moz-extension'))`;
  }
  if (place === 'background') {
    return `[...WebExtensionPolicy.getByID('${addonId}').extension.views].find((view) => view.viewType === 'background')?.xulBrowser`;
  }
  return `gBrowser.browsers.find((b) => b.browserId === ${String(place)})`;
}

// Runs in the process of the page, with the browser's rights: the body as the page's own code where
// `page` is true (a sandbox, for the CSP of extension pages forbids eval), else with `content` at hand.
const inFrame = (page: boolean, body: string, args: unknown[], key: string) => `(async () => {
  let answer;
  try {
    const args = ${JSON.stringify(args)};
    ${
      page
        ? `const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
    const run = Cu.evalInSandbox(${JSON.stringify(`(async (json) => { const args = JSON.parse(json); const value = await (async () => {${body}\n})(); return JSON.stringify({ value }); })`)}, sandbox);
    answer = { json: await run(JSON.stringify(args)) };`
        : `answer = { json: JSON.stringify({ value: await (async () => {${body}\n})() }) };`
    }
  } catch (error) { answer = { error: String(error) } }
  sendAsyncMessage(${JSON.stringify(key)}, answer);
})()`;

let lastKey = 0;

/** A Firefox tab or popup, reached by frame scripts: WebDriver sees tabs only. */
export class FirefoxView implements View {
  #marionette: Marionette;
  readonly id: Place;

  constructor(marionette: Marionette, id: Place) {
    this.#marionette = marionette;
    this.id = id;
  }

  /** Runs in the browser's window with this view's <browser> as `browser`. */
  chrome<T>(body: string, ...args: unknown[]): Promise<T> {
    return this.#marionette.run<T>(
      `const browser = ${browserOf(this.id)}; if (!browser) throw new Error('The view is closed'); ${body}`,
      args,
    );
  }

  async url(): Promise<string> {
    return this.chrome<string>(`return browser.currentURI.spec`);
  }

  run<T>(body: string, ...args: unknown[]): Promise<T> {
    return this.#inFrame<T>(true, body, args);
  }

  async until(expression: string, timeoutMs?: number): Promise<void> {
    let last: unknown;
    const holds = () =>
      this.run<boolean>(`return !!(${expression})`).catch((error: unknown) => {
        last = error; // A navigation took the page away under the question; or it throws for now.
        return false;
      });
    await poll(expression, holds, timeoutMs).catch(async (error: unknown) => {
      const page = await this.text().catch(String);
      throw new Error(`${String(error)}; ${String(last ?? '')}; the page says: ${page}`);
    });
  }

  text(selector = 'body'): Promise<string> {
    return this.run<string>(`return document.querySelector(args[0])?.innerText ?? ''`, selector);
  }

  click(selector: string): Promise<void> {
    return this.mouse(selector, 'left');
  }

  clickAt(x: number, y: number): Promise<void> {
    return this.mouse([x, y], 'left');
  }

  /** A trusted click on the first match, at a point, or at the page's corner; the right button opens the context menu. */
  async mouse(
    at: string | [x: number, y: number] | undefined,
    button: 'left' | 'right',
  ): Promise<void> {
    await this.#inFrame(
      false,
      `let x = 4, y = 4;
      if (typeof args[0] === 'object' && args[0]) [x, y] = args[0];
      else if (args[0]) {
        const element = content.document.querySelector(args[0]);
        if (!element) throw new Error('No match for ' + args[0] + ' in: ' + content.document.body.innerText);
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
        [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      }
      const types = args[1] ? ['mousedown', 'contextmenu', 'mouseup'] : ['mousemove', 'mousedown', 'mouseup'];
      for (const type of types) {
        content.synthesizeMouseEvent(type, x, y, { button: args[1], clickCount: type === 'mousemove' ? 0 : 1 },
          { isDOMEventSynthesized: false });
      }`,
      [at ?? null, button === 'right' ? 2 : 0],
    );
  }

  async press(press: string): Promise<void> {
    await this.#presses([press]);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.run(`document.querySelector(args[0]).focus()`, selector);
    await this.#presses([...text].map((character) => (character === '\n' ? 'Enter' : character)));
  }

  async screenshot(path: string): Promise<void> {
    // TakeScreenshot leaves panels out: ask the page's own window for a snapshot.
    const url = await this.chrome<string>(`
      const image = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL();`);
    writeFileSync(path, Buffer.from(url.split(',')[1] ?? '', 'base64'));
  }

  async colourScheme(scheme: 'light' | 'dark' | null): Promise<void> {
    await this.chrome(
      `browser.browsingContext.prefersColorSchemeOverride = args[0]`,
      scheme ?? 'none',
    );
  }

  async forcedColours(on: boolean): Promise<void> {
    // As in Firefox's own settings: 2 is "always", 0 with the system's contrast settings alone.
    await this.chrome(
      `Services.prefs.setIntPref('browser.display.document_color_use', args[0])`,
      on ? 2 : 0,
    );
  }

  async resize(width: number, height: number): Promise<void> {
    if (this.id === 'popup') throw new Error('The popup sizes itself');
    // The <browser>, not the window: Firefox windows do not go below 450 pixels.
    await this.chrome(
      `const [width, height] = args.map((n) => n + 'px');
      Object.assign(browser.style, { width, height, minWidth: width, minHeight: height, maxWidth: width, maxHeight: height })`,
      width,
      height,
    );
    await this.until(`innerWidth === ${String(width)} && innerHeight === ${String(height)}`);
  }

  async close(): Promise<void> {
    const close =
      this.id === 'popup'
        ? `browser.closest('panel').hidePopup()`
        : `gBrowser.removeTab(gBrowser.getTabForBrowser(browser))`;
    // A popup closes by itself when another window takes the focus.
    await this.chrome(close).catch((error: unknown) => {
      if (!String(error).includes('The view is closed')) throw error;
    });
  }

  #presses(presses: string[]): Promise<void> {
    return this.#inFrame(
      false,
      `const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!tip.beginInputTransactionForTests(content)) throw new Error('No keyboard');
      const press = (init) => new content.KeyboardEvent('', init);
      const held = { alt: 'Alt', control: 'Control', meta: 'Meta', shift: 'Shift' };
      for (const { key, code, keyCode, modifiers } of args) {
        const named = tip['KEY_NON_PRINTABLE_KEY'];
        const flags = key.length > 1 ? named : 0;
        const mods = Object.entries(held).filter(([name]) => modifiers[name]).map(([, key]) => press({ key }));
        for (const mod of mods) tip.keydown(mod, named);
        tip.keydown(press({ key, code, keyCode }), flags);
        tip.keyup(press({ key, code, keyCode }), flags);
        for (const mod of mods) tip.keyup(mod, named);
      }`,
      presses.map(parseKey),
    );
  }

  async #inFrame<T>(page: boolean, body: string, args: unknown[]): Promise<T> {
    const key = `lectern:${String(++lastKey)}`;
    // A page that goes away takes the script with it, unanswered: listen for the frame's end too.
    const json = await this.chrome<string | null>(
      `const manager = browser.messageManager;
      const answer = await new Promise((resolve) => {
        manager.addMessageListener(args[1], ({ data }) => resolve(data));
        browser.addEventListener('WillChangeBrowserRemoteness', () => resolve({ error: 'The page went away' }), { once: true });
        const timer = setTimeout(() => resolve({ error: 'No answer from the page' }), 30000);
        const gone = setInterval(() => {
          if (browser.isConnected && browser.messageManager === manager) return;
          clearInterval(gone); resolve({ error: 'The page went away' });
        }, 25);
        manager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(args[0]), false);
      });
      if (answer.error) throw new Error(answer.error);
      return answer.json ?? null;`,
      inFrame(page, body, args, key),
      key,
    );
    return (JSON.parse(json ?? '{}') as { value?: unknown }).value as T;
  }
}
