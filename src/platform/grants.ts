import { browser } from './browser.ts';

/** What the person allowed beyond the pages they click on: sites whose pictures we may fetch. */
export const ALL_SITES = '*://*/*';

/** The grant for the site of an address. */
export const siteGrant = (address: string): string => `*://${new URL(address).hostname}/*`;

export const hasGrants = (origins: string[]): Promise<boolean> =>
  browser.permissions.contains({ origins }).catch(() => false);

/** Asks the person; at once in the turn of their click, or the browser refuses. */
export const askForGrants = (origins: string[]): Promise<boolean> =>
  browser.permissions.request({ origins });

export const takeBackGrant = (origin: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [origin] });

export const allGrants = async (): Promise<string[]> =>
  (await browser.permissions.getAll()).origins ?? [];

export function onGrant(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
}

export function onGrantChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
