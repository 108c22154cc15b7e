import type { Cdp } from './cdp.ts';
import { evaluate } from './chromium-view.ts';
import { poll } from './wait.ts';

interface Target {
  targetId: string;
  url: string;
}

/** Bytes of a heap that are still in use once it was swept. */
export async function heapOf(cdp: Cdp, sessionId: string): Promise<number> {
  await cdp.send('HeapProfiler.enable', {}, sessionId);
  await cdp.send('HeapProfiler.collectGarbage', {}, sessionId);
  const heap = await cdp.send<Record<string, number>>('Runtime.getHeapUsage', {}, sessionId);
  await cdp.send('HeapProfiler.disable', {}, sessionId);
  return (
    (heap['usedSize'] ?? 0) +
    (heap['embedderHeapUsedSize'] ?? 0) +
    (heap['backingStorageSize'] ?? 0)
  );
}

/** The extension's service worker: attached to only while asked, for a debugger keeps it awake. */
export class ChromiumWorker {
  #cdp: Cdp;
  #origin: string;
  #kept: string | undefined;

  constructor(cdp: Cdp, origin: string) {
    this.#cdp = cdp;
    this.#origin = origin;
  }

  async run<T>(body: string, args: unknown[]): Promise<T> {
    if (this.#kept) return evaluate<T>(this.#cdp, this.#kept, body, args);
    const sessionId = await this.#attach();
    try {
      return await evaluate<T>(this.#cdp, sessionId, body, args);
    } finally {
      await this.#detach(sessionId);
    }
  }

  async heap(): Promise<number> {
    const sessionId = await this.#attach();
    try {
      return await heapOf(this.#cdp, sessionId);
    } finally {
      await this.#detach(sessionId);
    }
  }

  async kill(): Promise<void> {
    await this.release(); // Closing a worker under a debugger leaves it half alive.
    const worker = await this.#target();
    if (!worker) return;
    await this.#cdp.send('Target.closeTarget', { targetId: worker.targetId });
    // One that is asked for meanwhile is back before we look, as the same target.
    const ended = async (): Promise<boolean> => !(await this.#target());
    await poll('The end of the worker', ended, 1000).catch(() => undefined);
  }

  /** Stays attached until released, for settings that last as long as the debugger does. */
  async keep(): Promise<string> {
    this.#kept ??= await this.#attach();
    return this.#kept;
  }

  async release(): Promise<void> {
    if (this.#kept) await this.#detach(this.#kept);
    this.#kept = undefined;
  }

  async #target(): Promise<Target | undefined> {
    const { targetInfos } = await this.#cdp.send<{ targetInfos: Target[] }>('Target.getTargets', {
      filter: [{ type: 'service_worker' }],
    });
    return targetInfos.find(({ url }) => url.startsWith(this.#origin));
  }

  async #attach(): Promise<string> {
    if (!(await this.#target())) await this.#wake();
    const { targetId } = await poll('The service worker', () => this.#target());
    return this.#attachTo(targetId);
  }

  async #attachTo(targetId: string): Promise<string> {
    const params = { targetId, flatten: true };
    return (await this.#cdp.send<{ sessionId: string }>('Target.attachToTarget', params)).sessionId;
  }

  async #detach(sessionId: string): Promise<void> {
    await this.#cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }

  /** A sleeping worker is no target; a page of its origin can start it. */
  async #wake(): Promise<void> {
    const { targetId } = await this.#cdp.send<Target>('Target.createTarget', {
      url: `${this.#origin}manifest.json`,
      background: true,
    });
    const sessionId = await this.#attachTo(targetId);
    await poll('A page of the extension', () =>
      evaluate<boolean>(this.#cdp, sessionId, `return location.href === args[0]`, [
        `${this.#origin}manifest.json`,
      ]).catch(() => false),
    );
    await this.#cdp.send('ServiceWorker.enable', {}, sessionId);
    await this.#cdp.send('ServiceWorker.startWorker', { scopeURL: this.#origin }, sessionId);
    await poll('The service worker', () => this.#target());
    await this.#cdp.send('Target.closeTarget', { targetId });
  }
}
