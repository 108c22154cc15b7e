import { parseSiteRules, type SiteRule } from '../article/site-rules.ts';
import { recall, remember } from './last-time.ts';

const COPY = 'site-rules';

/** The rules of last time, for the popup's first script. */
export const lastSiteRules = (): SiteRule[] => parseSiteRules(recall(COPY));

/** Keeps the rules for `lastSiteRules`. The truth stays in the settings. */
export const rememberSiteRules = (rules: SiteRule[]): void => remember(COPY, rules);
