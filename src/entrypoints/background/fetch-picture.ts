import { isNearby } from '../../article/own-network.ts';
import { failed } from '../../article/result.ts';
import { fetchHere } from '../../platform/fetch-here.ts';
import { fetchInTab } from '../../platform/fetch-in-tab.ts';
import type { Fetched } from '../../platform/fetched.ts';
import { ALL_SITES, hasGrants, siteGrant } from '../../platform/grants.ts';
import type { PictureTab } from '../../platform/picture-tabs.ts';

const LIMITS = { bytes: 5_000_000, milliseconds: 10_000 };

/**
 * Fetches a picture: through the page it stands on, as far as that may, or from here where the person
 * granted its site. No site is asked without one of the two.
 */
export async function fetchPicture(src: string, tab: PictureTab | undefined): Promise<Fetched> {
  const isAtHome = tab?.origin === new URL(src).origin;
  const mayGoOn = await hasGrants([ALL_SITES]);
  const isGranted = (mayGoOn || (await hasGrants([siteGrant(src)]))) && !isNearby(src);
  // Asked from a page of another site, most servers answer in vain.
  if (tab && (isAtHome || !isGranted)) {
    const fetched = await fetchInTab(tab, src, LIMITS);
    if (fetched.ok || fetched.reason !== 'refused') return fetched;
  }
  if (!isGranted) return failed(isNearby(src) ? 'no-answer' : 'no-grant');
  const fetched = await fetchHere(src, LIMITS, mayGoOn);
  if (fetched.ok || fetched.reason !== 'refused') return fetched;
  return failed('no-grant');
}
