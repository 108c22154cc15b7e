import { browser } from './browser.ts';

/** What the person allowed beyond the pages they click on. */
export { ALL_SITES } from '../article/found-addresses.ts';

/** The least that allows us the site of an address. */
export const siteGrant = (address: string): string => `*://${new URL(address).hostname}/*`;

export const hasGrants = (origins: string[]): Promise<boolean> =>
  browser.permissions.contains({ origins }).catch(() => false);

/**
 * Asks the person. To be called in the turn of a click, in a tab: the prompt closes a popup, and without a
 * click the browser refuses.
 */
export const askForGrants = (origins: string[]): Promise<boolean> =>
  browser.permissions.request({ origins }).catch(() => false);

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
