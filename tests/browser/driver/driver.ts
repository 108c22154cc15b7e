import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export type BrowserName = 'chromium' | 'firefox';

/** A page of ours or of the web: a tab, or the popup under the toolbar button. */
export interface View {
  /** The address it shows now. */
  url(): Promise<string>;
  /** Runs the body of an async function in the page, with no user activation; `args` is in scope; the result is cloned as JSON. */
  run<T>(body: string, ...args: unknown[]): Promise<T>;
  /** Polls until the expression is truthy (30 s unless told), across navigations; throws with the page's text. */
  until(expression: string, timeoutMs?: number): Promise<void>;
  /** The rendered text of the first match, or of the whole page. */
  text(selector?: string): Promise<string>;
  /** A trusted mouse click at the centre of the first match, scrolled into view first. */
  click(selector: string): Promise<void>;
  /** The same at a point of the window, in CSS pixels: where no selector reaches. */
  clickAt(x: number, y: number): Promise<void>;
  /** Trusted key presses: 'j', '?', 'Enter', 'ArrowDown', with modifiers 'Shift+Tab', 'Control+k'. */
  press(key: string): Promise<void>;
  /** Focuses the first match and types the text with trusted key presses. */
  type(selector: string, text: string): Promise<void>;
  /** Writes a PNG of what is visible. */
  screenshot(path: string): Promise<void>;
  /** Emulates prefers-color-scheme; null gives the page back to the system. */
  colourScheme(scheme: 'light' | 'dark' | null): Promise<void>;
  /** Emulates a system whose own colours stand instead of a page's. */
  forcedColours(on: boolean): Promise<void>;
  /** Gives the tab's page this size in CSS pixels; throws in the popup, which sizes itself. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** Where on the page to right-click, and which entry of ours to take. */
export interface MenuClick {
  /** The element to right-click: a link, an image; the page itself by default. */
  at?: string;
  /** The entry's place among ours, from 0: Chromium does not tell entries apart by id. */
  index?: number;
}

/** One running browser with the extension installed. */
export interface Driver {
  name: BrowserName;
  /** `chrome-extension://…/` or `moz-extension://…/`, with the slash. */
  origin: string;
  /** Opens a new tab in front; resolves once it has loaded, be it into an error page; 'dom' does not wait for images. */
  open(url: string, wait?: 'load' | 'dom'): Promise<View>;
  /** Brings the tab to the front and clicks our toolbar button as a person does; resolves to the popup. */
  clickToolbar(tab: View): Promise<View>;
  /** When the last toolbar click reached the browser, in milliseconds since 1970. */
  clickedAt(): Promise<number>;
  /** The popup that is open now, or opens within 10 s: for commands and negative tests. */
  waitForPopup(): Promise<View>;
  /** A tab whose address contains the text, open now or within 10 s. */
  waitForTab(urlPart: string): Promise<View>;
  /** The addresses of the open tabs. */
  tabs(): Promise<string[]>;
  /** Kills the service worker or event page; it wakes on the next message. */
  killBackground(): Promise<void>;
  /** Runs the body of an async function in the background, waking it if need be. */
  background<T>(body: string, ...args: unknown[]): Promise<T>;
  /** Cuts every page and the background off the network, or connects them again. */
  offline(on: boolean): Promise<void>;
  /** Presses the real shortcut of this command with that tab in front: activeTab is granted. */
  command(name: string, tab: View): Promise<void>;
  /** Opens the real context menu of the page and takes our entry: activeTab is granted. */
  contextMenu(id: string, tab: View, click?: MenuClick): Promise<void>;
  /** Grants a host pattern as if the person had said yes to the prompt. */
  grantHost(pattern: string): Promise<void>;
  /** Says yes to the browser's own prompt for a grant; throws in Chromium, which draws none when headless. */
  acceptGrant(): Promise<void>;
  /** The mark on our toolbar button for that tab, and its words. */
  badge(tab: View): Promise<string>;
  /**
   * Bytes in use by the extension. Chromium: the heaps of the background and of its tabs, swept before.
   * Firefox: its process as a whole, the browser's own part with it.
   */
  memory(): Promise<number>;
  /** Kills the browser at once, as a crash does; the profile stays. */
  kill(): Promise<void>;
  /** Closes the browser, and deletes the profile unless it was given. */
  quit(): Promise<void>;
}

export interface LaunchOptions {
  /** Chromium: our button stands in the toolbar itself; else a click first slides it out of the menu, for 240 ms. */
  pinned?: boolean;
  /** The folder of the built extension. */
  extension: string;
  /** True unless told. */
  headless?: boolean;
  /** A proxy on 127.0.0.1 that gets every request of the browser: see site.ts. */
  proxyPort?: number;
  /** A profile folder to use again and to keep; without it a fresh one that is deleted. */
  profile?: string;
}

/** Starts the browser with the extension installed; throws when that browser is not on this machine. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
