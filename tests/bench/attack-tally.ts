import type { Seen, Site } from '../browser/driver/site.ts';
import { LISTS, LOOK, type Looked, PLACES } from './attack-checks.ts';
import type { Ears } from './attack-ears.ts';
import type { View } from '../browser/driver/driver.ts';

interface Failure {
  payload: number;
  place: string;
  what: string;
}

const MOST_FAILURES = 20;

/** The browsers ask these for themselves, with or without an extension. */
const TAB_ICON = /^http:\/\/attack-\d+\.test\/favicon\.ico$/;
/** The picture that the page shares, whichever way its entities are read; see `sharedPicture`. */
const SHARED_PICTURE = /^http:\/\/attack-\d+\.test\/.*\.o$/;
const BROWSERS_OWN =
  /^https?:\/\/(?:[\w-]+\.)*(?:googleapis\.com|clients2\.google\.com|accounts\.google\.com|gvt1\.com|mozilla\.(?:com|org|net)|mozilla\.cloudflare-dns\.com|firefox\.com|localhost:1)(?::\d+)?(?:\/|$)/;

/** The counts of a run, and its first failures. */
export class Tally {
  payloads = 0;
  scripts = 0;
  requests = 0;
  /** Payloads whose page gave no article; their words and markup still reached the list and the reader. */
  unread = 0;
  /** Pages that could only be read with their own navigations stopped. */
  held = 0;
  /**
   * What the policy stopped. Chromium's setHTML reports each handler and style it meets before it drops
   * them, so those of a poisoned library say nothing of what was shown: `markup` does.
   */
  blocked = 0;
  blockedIn: Record<string, number> = {};
  /** Looks at a view that failed for another reason than the payload. */
  broken = 0;
  /** Views that were looked at. */
  looks = 0;
  /** Saved articles whose pictures were kept and shown. */
  withPictures = 0;
  failures: Failure[] = [];
  /** The first that the policy stopped. */
  stopped: Failure[] = [];

  fail(payload: number, place: string, what: string): void {
    if (this.failures.length < MOST_FAILURES) this.failures.push({ payload, place, what });
  }

  /** Looks at a view, dispatches everything, and counts what was found. */
  async look(
    view: View,
    ears: Ears,
    payload: number,
    name: keyof typeof PLACES,
    place: string = name,
  ): Promise<Looked> {
    const found = await view.run<Looked>(LOOK, { place: PLACES[name], lists: LISTS });
    await this.add(found, ears, payload, place);
    return found;
  }

  async add(found: Looked, ears: Ears, payload: number, place: string): Promise<void> {
    const scripts = [...found.heard, ...found.markup, ...(await ears.scripts())];
    const blocked = [...found.blocked, ...(await ears.blocked())];
    this.looks += 1;
    this.scripts += scripts.length;
    this.blocked += blocked.length;
    if (blocked.length > 0) this.blockedIn[place] = (this.blockedIn[place] ?? 0) + blocked.length;
    if (place === 'reader' && found.pictures.some((src) => src.startsWith('data:')))
      this.withPictures += 1;
    for (const what of scripts) this.fail(payload, place, what);
    for (const what of blocked)
      if (this.stopped.length < MOST_FAILURES) this.stopped.push({ payload, place, what });
  }

  addRequests(requests: Seen[], payload: number, place: string): void {
    this.requests += requests.length;
    for (const { method, url } of requests) this.fail(payload, place, `${method} ${url}`);
  }
}

/** A cursor in the requests that the browser made. */
export function requestsOf(site: Site): {
  /** Forgets what was asked up to now. */
  skip(): void;
  /** What was asked since, without `pictures` and without the page at `elsewhere`, where the tab went by itself. */
  take(pictures?: string[], elsewhere?: string): Seen[];
} {
  let at = site.log.length;
  return {
    skip() {
      at = site.log.length;
    },
    take(pictures = [], elsewhere = '') {
      const since = site.log.slice(at);
      at = site.log.length;
      // Of https only the host is seen.
      const own = new Set([...pictures, elsewhere].flatMap(spellings));
      const isOwn = (url: string): boolean =>
        own.has(url) || (pictures.length > 0 && SHARED_PICTURE.test(url));
      return since.filter(
        ({ url }) => !BROWSERS_OWN.test(url) && !TAB_ICON.test(url) && !isOwn(url),
      );
    },
  };
}

function spellings(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  if (url.protocol === 'https:') return [`https://${url.hostname}:${url.port || '443'}`];
  url.hash = '';
  return [url.href];
}
