import { ALL_SITES, sitePattern } from '../article/found-addresses.ts';
import { browser } from './browser.ts';

/** Whether the person allowed us the site of an address, or all sites. */
export const isAllowed = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`*://${new URL(url).hostname}/*`] });

/**
 * Asks the person to allow the sites of these addresses, or all sites. To be called in the turn of a
 * click, in a tab: the prompt closes a popup, and without a click the browser refuses.
 */
export const allow = (urls: readonly string[] | 'all'): Promise<boolean> =>
  browser.permissions
    .request({ origins: urls === 'all' ? [ALL_SITES] : [...new Set(urls.map(sitePattern))] })
    .catch(() => false);
