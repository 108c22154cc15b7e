import { withoutTracking } from '../../article/article.ts';

/** What a server may add to the path of one and the same article. */
const VARIANT = /(?:\/(?:amp|index\.\w+)?|\.amp)$/i;

/**
 * The address of the article: the one that the page calls canonical when that is only another spelling
 * of where we are, without tracking. Pages that change their address by script often keep an old one.
 */
export function articleAddress(page: Document): string {
  const here = page.URL.replace(/#(?![!/]).*$/, '');
  const told = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  const canonical = URL.canParse(told, here) ? new URL(told, here).href : here;
  return withoutTracking(spelling(canonical) === spelling(here) ? canonical : here);
}

function spelling(address: string): string {
  const { hostname, pathname, hash } = new URL(address);
  return `${hostname.replace(/^(?:www|m|mobile|amp)\./, '')}${pathname.replace(VARIANT, '')}${hash}`;
}
