import { MOST_WISHES, type Wish } from './adding.ts';
import { addressKey } from './article.ts';

const MARKDOWN = /\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]+)\)/gi;
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`“”«»]+/gi;
/** A line that is nothing but an address, as people write them. */
const BARE = /^\s*((?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?)\s*$/gimu;

/** The web addresses in any text, each once and in their order; as titles what Markdown calls them. */
export function addressesIn(text: string): Wish[] {
  const found: { at: number; url: string; title: string }[] = [];
  let rest = text.replace(MARKDOWN, (all, title: string, url: string, at: number) => {
    found.push({ at, url, title: title.trim() });
    return ' '.repeat(all.length);
  });
  rest = rest.replace(ADDRESS, (url, at: number) => {
    found.push({ at, url: withoutSentence(url), title: '' });
    return ' '.repeat(url.length);
  });
  for (const { 1: bare = '', index } of rest.matchAll(BARE))
    found.push({ at: index, url: `https://${bare}`, title: '' });
  const known = new Set<string>();
  return found
    .sort((one, other) => one.at - other.at)
    .flatMap(({ url, title }) => {
      if (!isWebAddress(url) || known.has(addressKey(url))) return [];
      known.add(addressKey(url));
      return [{ url: new URL(url).href, title }];
    })
    .slice(0, MOST_WISHES);
}

export const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** What belongs to the sentence and not to the address: its stop, and a bracket that it did not open. */
function withoutSentence(url: string): string {
  for (let end = url; ;) {
    const last = end.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const isStray = opening ? count(end, opening) < count(end, last) : /[.,;:!?*_|]/.test(last);
    if (!isStray) return end;
    end = end.slice(0, -1);
  }
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** The pattern that a site is allowed by: the host with what is below it. */
export function sitePattern(url: string): string {
  const { hostname } = new URL(url);
  const isNumber = /^[\d.]+$|^\[/.test(hostname) || !hostname.includes('.');
  return `*://${isNumber ? '' : '*.'}${hostname.replace(/^www\./, '')}/*`;
}

export const ALL_SITES = '*://*/*';
