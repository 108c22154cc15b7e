import { browser } from './browser.ts';

const KEY = 'tornLog';

/** Whether the log of the library was cut off: in memory, and beyond the browser's end where the disk allows. */
export const tornLogArea = {
  async load(): Promise<boolean> {
    const [now, before] = await Promise.all([
      browser.storage.session.get(KEY),
      // It may lie on the full disk too.
      browser.storage.local.get(KEY).catch((): Record<string, unknown> => ({})),
    ]);
    return (now[KEY] ?? before[KEY]) === true;
  },
  async save(isTorn: boolean): Promise<void> {
    await browser.storage.session.set({ [KEY]: isTorn });
    await browser.storage.local.set({ [KEY]: isTorn }).catch(() => undefined);
  },
};
