import type { ProvidedContext } from 'vitest';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

declare module 'vitest' {
  interface ProvidedContext {
    browser: 'chromium' | 'firefox';
  }
}

const inBrowser = (browser: ProvidedContext['browser']): TestProjectConfiguration => ({
  extends: true,
  test: {
    name: browser,
    include: ['tests/browser/**/*.test.ts'],
    provide: { browser },
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // By itself vitest leaves one core alone, which is half of a small machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/bench/**', 'tests/gates/**'],
        },
      },
      { extends: true, test: { name: 'gates', include: ['tests/gates/*.test.ts'] } },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
});
