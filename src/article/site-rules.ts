/** What the person wants of every page of one site, as selectors for its markup. */
export interface SiteRule {
  /** Without "www."; covers the hosts below it. */
  host: string;
  /** Stays, whatever our own rules say. */
  keep: string[];
  /** Goes, unless it is also to be kept. */
  drop: string[];
  /** Holds the article; empty where Lectern is to find it. */
  container: string;
  /** Finds the link to the next page of an article; empty where Lectern is to find it. */
  next: string;
}

const MOST_RULES = 500;
const MOST_SELECTORS = 50;
const LONGEST_SELECTOR = 200;
const HOST = /^[^\s/?#@]{1,253}$/;

/** The stored or imported value as rules: what is broken is left out, never an error. */
export const parseSiteRules = (stored: unknown): SiteRule[] =>
  (Array.isArray(stored) ? (stored as unknown[]) : []).slice(0, MOST_RULES).flatMap((item) => {
    const rule = (item ?? {}) as Partial<Record<keyof SiteRule, unknown>>;
    const host = typeof rule.host === 'string' && HOST.test(rule.host) ? rule.host : '';
    const keep = selectors(rule.keep);
    const drop = selectors(rule.drop);
    const [container = ''] = selectors([rule.container]);
    const [next = ''] = selectors([rule.next]);
    return host && (keep.length > 0 || drop.length > 0 || container || next)
      ? [{ host, keep, drop, container, next }]
      : [];
  });

const selectors = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [])
    .flatMap((selector) => (typeof selector === 'string' ? [selector.trim()] : []))
    .filter((selector) => selector !== '' && selector.length <= LONGEST_SELECTOR)
    .slice(0, MOST_SELECTORS);

/** The host that a rule for this address names. */
export const siteOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';

/** The rule for an address: that of the nearest host. */
export function ruleFor(rules: readonly SiteRule[], url: string): SiteRule | undefined {
  const site = siteOf(url);
  return rules
    .filter(({ host }) => site === host || site.endsWith(`.${host}`))
    .sort((one, other) => other.host.length - one.host.length)[0];
}

/** The rules with the one for its host changed; one without any selector is none. */
export const withRule = (rules: readonly SiteRule[], rule: SiteRule): SiteRule[] =>
  parseSiteRules(
    rules.some(({ host }) => host === rule.host)
      ? rules.map((other) => (other.host === rule.host ? rule : other))
      : [...rules, rule],
  );

/** The rules with what holds the article on the site of an address; empty where Lectern is to find it. */
export const withContainer = (
  rules: readonly SiteRule[],
  url: string,
  container: string,
): SiteRule[] => withRule(rules, { ...ruleOrNone(rules, url), container });

/** The rules with a selector to be kept on the site of an address, or no longer. */
export function withKept(
  rules: readonly SiteRule[],
  url: string,
  selector: string,
  kept: boolean,
): SiteRule[] {
  const rule = ruleOrNone(rules, url);
  const without = (list: string[]): string[] => list.filter((other) => other !== selector);
  return withRule(rules, {
    ...rule,
    keep: kept ? [...without(rule.keep), selector] : without(rule.keep),
    drop: kept ? without(rule.drop) : rule.drop,
  });
}

const ruleOrNone = (rules: readonly SiteRule[], url: string): SiteRule =>
  ruleFor(rules, url) ?? { host: siteOf(url), keep: [], drop: [], container: '', next: '' };
