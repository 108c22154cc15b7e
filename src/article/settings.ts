import { DEFAULT_LOOK, type Look, parsePartOfLook } from './look.ts';

/** The look of everything, and what single sites have of their own instead. */
export interface Settings extends Look {
  sites: Readonly<Record<string, Partial<Look>>>;
}

const MOST_SITES = 500;
const HOST = /^[^\s/?#@]{1,253}$/;

/** The stored value as settings: unknown or broken parts become the default, never an error. */
export function parseSettings(stored: unknown): Settings {
  const { sites } = (stored ?? {}) as { sites?: unknown };
  const hosts = Object.entries(sites ?? {}).filter(([host]) => HOST.test(host));
  return {
    ...DEFAULT_LOOK,
    ...parsePartOfLook(stored),
    sites: Object.fromEntries(
      hosts.slice(0, MOST_SITES).map(([host, part]) => [host, parsePartOfLook(part)]),
    ),
  };
}

/** What a site has of its own; undefined where it looks as all others do. */
export const siteLook = (settings: Settings, site: string): Partial<Look> | undefined =>
  Object.hasOwn(settings.sites, site) ? settings.sites[site] : undefined;

/** How articles of a site look; of an empty one, whatever belongs to none. */
export function lookOn(settings: Settings, site: string): Look {
  const { sites: _, ...look } = settings;
  return { ...look, ...siteLook(settings, site) };
}
