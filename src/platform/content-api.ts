import type { Browser } from 'webextension-polyfill';

/** What an injected script has of the browser. No polyfill in pages: both have promises under one of these names. */
export const contentApi = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as Pick<Browser, 'i18n' | 'runtime'>;
