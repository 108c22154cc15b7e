import { parseSiteRules, type SiteRule } from '../article/site-rules.ts';

const CACHE = 'site-rules';

/** The rules of last time, for the popup's first script: it reads before storage could answer. */
export function lastSiteRules(): SiteRule[] {
  try {
    return parseSiteRules(JSON.parse(localStorage.getItem(CACHE) ?? '[]'));
  } catch {
    // Storage may be denied to pages in private windows.
    return [];
  }
}

/** Keeps the rules for `lastSiteRules`. The truth stays in the settings. */
export function rememberSiteRules(rules: SiteRule[]): void {
  try {
    localStorage.setItem(CACHE, JSON.stringify(rules));
  } catch {
    // As above.
  }
}
