import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
  sessionId?: string;
}

/**
 * The DevTools protocol over Chromium's pipe.
 *
 * Not puppeteer: it attaches a debugger to everything by itself, which pauses the popup at its
 * start and keeps the service worker awake for ever, so neither would behave as for a person.
 */
export class Cdp {
  #lastId = 0;
  #rest = '';
  #waiting = new Map<number, { method: string; ok(value: unknown): void; fail(e: Error): void }>();
  #listeners = new Set<(message: Message) => void>();
  #write: Writable;

  /** Speaks through file descriptors 3 and 4 of a Chromium started with --remote-debugging-pipe. */
  constructor(browser: ChildProcess) {
    this.#write = browser.stdio[3] as Writable;
    const read = browser.stdio[4] as Readable;
    read.setEncoding('utf8');
    read.on('data', (chunk: string) => {
      const messages = (this.#rest + chunk).split('\0');
      this.#rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message) as Message);
    });
    // Writing to a browser that was killed: the pending calls are told by 'close'.
    this.#write.on('error', () => {});
    read.on('close', () => {
      for (const { method, fail } of this.#waiting.values()) {
        fail(new Error(`${method}: Chromium is gone`));
      }
      this.#waiting.clear();
    });
  }

  /** Sends one command, to the browser or to an attached target. */
  send<T = object>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#lastId;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, {
        method,
        ok: (value) => {
          resolve(value as T);
        },
        fail: reject,
      });
      this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Calls back on each event of that name until the returned function is called. */
  on<T>(method: string, listener: (params: T, sessionId?: string) => void): () => void {
    const hear = (message: Message) => {
      if (message.method === method) listener(message.params as T, message.sessionId);
    };
    this.#listeners.add(hear);
    return () => {
      this.#listeners.delete(hear);
    };
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      for (const hear of this.#listeners) hear(message);
      return;
    }
    const call = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) call?.fail(new Error(`${call.method}: ${message.error.message}`));
    else call?.ok(message.result);
  }
}
