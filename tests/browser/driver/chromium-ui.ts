import { parseKey } from './keys.ts';
import { poll } from './wait.ts';
import { openTextSocket, type TextSocket } from './web-socket.ts';

interface UiNode {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: UiNode[];
}

interface Answer {
  result?: unknown;
  error?: { message: string };
}

const is = (node: UiNode, name: string) => node.attributes?.includes(name) ?? false;

function descendants(node: UiNode): UiNode[] {
  return [node, ...(node.children ?? []).flatMap(descendants)];
}

/** The switches without which Chromium does not let its own windows be driven. */
export const uiSwitches = (port: number) => [
  `--enable-ui-devtools=${String(port)}`,
  '--enable-features=ui-debug-tools-enable-synthetic-events',
];

/**
 * Chromium's own windows, driven from outside, headless too.
 *
 * Input.dispatchKeyEvent reaches the page but never the browser's shortcuts, and the context menu
 * is native; Chromium's UI DevTools take key events at the window, so both are the real thing.
 */
export class ChromiumUi {
  #port: number;
  #socket: TextSocket | undefined;
  #lastId = 0;
  #waiting = new Map<number, (answer: Answer) => void>();

  constructor(port: number) {
    this.#port = port;
  }

  /** Presses a key at the browser's window, where shortcuts and open menus see it first. */
  async press(press: string): Promise<void> {
    const { keyCode, modifiers } = parseKey(press);
    const { shift, control, alt, meta } = modifiers;
    // ui::EventFlags
    const flags = (shift ? 2 : 0) + (control ? 4 : 0) + (alt ? 8 : 0) + (meta ? 16 : 0);
    const root = await this.#windows();
    const window = root.children?.find((node) => is(node, 'BrowserWidget'));
    if (!window) throw new Error('No browser window');
    const event = { type: 'keyPressed', keyCode, code: 0, flags, key: 0, isChar: false };
    await this.#send('DOM.dispatchKeyEvent', { nodeId: window.nodeId, event });
  }

  /** Takes an extension's entry in the context menu that is opening; `index` counts its entries. */
  async takeExtensionEntry(index: number | undefined): Promise<void> {
    const menu = await poll('the context menu', async () =>
      descendants(await this.#windows()).find((node) => is(node, 'MenuHost')),
    );
    // Ours come right before the last group, which is View source and Inspect, or Inspect alone.
    const rows = descendants(menu).filter((n) => is(n, 'MenuItemView') || is(n, 'MenuSeparator'));
    const lastGroup = rows.length - 1 - rows.findLastIndex((n) => is(n, 'MenuSeparator'));
    for (let up = 0; up <= lastGroup; up++) await this.press('ArrowUp');
    if (index !== undefined) {
      // Two entries or more are in a submenu, which Right opens at its first.
      await this.press('ArrowRight');
      for (let down = 0; down < index; down++) await this.press('ArrowDown');
    }
    await this.press('Enter');
  }

  close(): void {
    this.#socket?.close();
    this.#socket = undefined;
  }

  async #windows(): Promise<UiNode> {
    return (await this.#send<{ root: UiNode }>('DOM.getDocument')).root;
  }

  async #send<T = object>(method: string, params: object = {}): Promise<T> {
    if (!this.#socket) {
      this.#socket = await poll('UI DevTools', () =>
        openTextSocket(this.#port, '/0', (text) => {
          this.#receive(text);
        }).catch(() => undefined),
      );
      await this.#send('DOM.enable');
    }
    const id = ++this.#lastId;
    const answered = new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Answer & { id?: number };
    if (message.id === undefined) return;
    this.#waiting.get(message.id)?.(message);
    this.#waiting.delete(message.id);
  }
}
