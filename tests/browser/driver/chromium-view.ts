import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cdp } from './cdp.ts';
import type { View } from './driver.ts';
import { parseKey } from './keys.ts';
import { poll } from './wait.ts';

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string; value?: unknown } };
}

/** Runs the body of an async function in an attached target and gives its result as JSON. */
export async function evaluate<T>(
  cdp: Cdp,
  sessionId: string,
  body: string,
  args: unknown[] = [],
): Promise<T> {
  const expression = `(async (args) => {${body}\n})(${JSON.stringify(args)})`;
  const { result, exceptionDetails } = await cdp.send<Evaluated>(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    sessionId,
  );
  if (exceptionDetails) {
    const { exception, text } = exceptionDetails;
    throw new Error(exception?.description ?? `${text} ${String(exception?.value)}`);
  }
  return result.value as T;
}

const centre = `
  const element = document.querySelector(args[0]);
  if (!element) throw new Error('No match for ' + args[0] + ' in: ' + document.body.innerText);
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const middle = () => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  // The click comes a message later: what is still moving would not be under it.
  const aFrame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 100); });
  let at = middle();
  for (let frames = 0; frames < 20; frames += 1) {
    await aFrame();
    const next = middle();
    if (next.x === at.x && next.y === at.y) break;
    at = next;
  }
  return at;`;

// Chromium drops what is pressed while it holds a page's first picture back; a person would press again.
// Asked of our pages only: a page that is read must not notice, and may keep the press to itself.
const LISTEN = `
  if (location.protocol !== 'chrome-extension:') return;
  window.pressHeard = false;
  addEventListener('pointerdown', () => { window.pressHeard = true; }, { capture: true, once: true });`;
const MOST_CLICKS = 5;

/** A Chromium tab or popup; the debugger is attached on first use, so a popup starts unhindered. */
export class ChromiumView implements View {
  #cdp: Cdp;
  #attached: Promise<string> | undefined;
  #onAttach: (sessionId: string) => Promise<unknown>;
  readonly targetId: string;

  constructor(cdp: Cdp, targetId: string, onAttach: (sessionId: string) => Promise<unknown>) {
    this.#cdp = cdp;
    this.targetId = targetId;
    this.#onAttach = onAttach;
  }

  /** The id of the debugger session of this view. */
  session(): Promise<string> {
    this.#attached ??= this.#cdp
      .send<{ sessionId: string }>('Target.attachToTarget', {
        targetId: this.targetId,
        flatten: true,
      })
      .then(async ({ sessionId }) => {
        await this.#onAttach(sessionId);
        return sessionId;
      });
    return this.#attached;
  }

  /** Sends one DevTools command to this view. */
  async send<T = object>(method: string, params: object = {}): Promise<T> {
    return this.#cdp.send<T>(method, params, await this.session());
  }

  async url(): Promise<string> {
    const { targetInfo } = await this.#cdp.send<{ targetInfo: { url: string } }>(
      'Target.getTargetInfo',
      { targetId: this.targetId },
    );
    return targetInfo.url;
  }

  async run<T>(body: string, ...args: unknown[]): Promise<T> {
    return evaluate<T>(this.#cdp, await this.session(), body, args);
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

  async click(selector: string): Promise<void> {
    for (let tries = 0; tries < MOST_CLICKS; tries += 1) {
      const { x, y } = await this.run<{ x: number; y: number }>(centre, selector);
      await this.run(LISTEN);
      await this.mouse(x, y, 'left');
      if (await this.#wasHeard()) return;
      console.warn(`The click on ${selector} never came to the page: again`);
      await sleep(200);
    }
    throw new Error(`${String(MOST_CLICKS)} clicks on ${selector} never reached the page`);
  }

  /** Whether the press came to the page; a page that went away with the click has heard it. */
  async #wasHeard(): Promise<boolean> {
    const asked = this.run<boolean>(`return window.pressHeard !== false`).catch(() => true);
    return Promise.race([asked, sleep(2000, true)]);
  }

  clickAt(x: number, y: number): Promise<void> {
    return this.mouse(x, y, 'left');
  }

  /** A trusted press and release of that mouse button. */
  async mouse(x: number, y: number, button: 'left' | 'right'): Promise<void> {
    const at = { x, y, button, clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' });
    await this.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
    const released = this.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
    // A click may close the view, or open a native menu that swallows the release.
    const limit = new Promise((resolve) => setTimeout(resolve, button === 'right' ? 50 : 2000));
    await Promise.race([released.catch(() => undefined), limit]);
  }

  async press(press: string): Promise<void> {
    const { key, code, keyCode, text, modifiers } = parseKey(press);
    const { alt, control, meta, shift } = modifiers;
    const common = {
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      modifiers: (alt ? 1 : 0) + (control ? 2 : 0) + (meta ? 4 : 0) + (shift ? 8 : 0),
    };
    const down = text ? { type: 'keyDown', text } : { type: 'rawKeyDown' };
    await this.send('Input.dispatchKeyEvent', { ...common, ...down });
    // The key may have closed the view.
    await this.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }).catch(() => undefined);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.run(`document.querySelector(args[0]).focus()`, selector);
    for (const character of text) await this.press(character === '\n' ? 'Enter' : character);
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot');
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  async colourScheme(scheme: 'light' | 'dark' | null): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme ?? '' }];
    await this.send('Emulation.setEmulatedMedia', { features });
  }

  async forcedColours(on: boolean): Promise<void> {
    const features = [{ name: 'forced-colors', value: on ? 'active' : '' }];
    await this.send('Emulation.setEmulatedMedia', { features });
  }

  async resize(width: number, height: number): Promise<void> {
    if ((await this.url()).includes('/popup/')) throw new Error('The popup sizes itself');
    const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
    await this.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  #isGone(): Promise<boolean> {
    return this.url().then(
      () => false,
      () => true,
    );
  }

  async close(): Promise<void> {
    // The answer comes before the end, and what is asked in the middle of a navigation may be forgotten.
    for (let tries = 0; tries < 3; tries += 1) {
      // A popup closes by itself when another window takes the focus.
      await this.#cdp
        .send('Target.closeTarget', { targetId: this.targetId })
        .catch(() => undefined);
      if (await poll('The end', () => this.#isGone(), 10_000).catch(() => false)) return;
    }
    throw new Error('The view did not close');
  }
}
