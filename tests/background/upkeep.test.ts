import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done } from '../../src/article/result.ts';
import { keepUp } from '../../src/entrypoints/background/upkeep.ts';
import type { Library } from '../../src/store/library.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A library in which every save leaves one step to do. */
function untidyLibrary() {
  const library = {
    waiting: 0,
    onWrite: () => undefined as void,
    tidy: () => {
      if (library.waiting > 0) library.waiting -= 1;
      return Promise.resolve(done(library.waiting > 0));
    },
    purge: () => Promise.resolve(done(0)),
    save() {
      library.waiting += 1;
      library.onWrite();
    },
  };
  const world = { stayAwake: () => Promise.resolve(), onQuiet: () => Promise.resolve() };
  keepUp(library as unknown as Library, world);
  return library;
}

test('a few saves in a row are not held up, and tidied when they are over', async () => {
  const library = untidyLibrary();
  for (let save = 0; save < 5; save += 1) {
    library.save();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(library.waiting).toBe(5);
  await vi.advanceTimersByTimeAsync(2000);
  expect(library.waiting).toBe(0);
});

test('saves that go on and on are tidied meanwhile', async () => {
  const library = untidyLibrary();
  for (let save = 0; save < 60; save += 1) {
    library.save();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(library.waiting).toBeLessThan(15);
});
