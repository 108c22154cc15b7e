import { type Font, type Look, propertiesOf, type Theme } from '../article/look.ts';
import { lookOn, parseSettings, type Settings } from '../article/settings.ts';
import { recall, remember } from './last-time.ts';

const COPY = 'look';
const SITES = 'look-sites';
const MOST_SITES = 100;

/** The names of the faces, before those of the article's script (article.css). */
const FACES: Record<Font, string> = {
  serif: 'var(--serif-faces)',
  sans: 'var(--sans-faces)',
  literata: "'Literata Variable'",
  inter: "'Inter Variable'",
  atkinson: "'Atkinson Hyperlegible Next Variable'",
  lexend: "'Lexend Variable'",
  opendyslexic: 'OpenDyslexic',
  mono: "'JetBrains Mono Variable'",
};
const KINDS: Partial<Record<Font, 'serif' | 'mono'>> = {
  serif: 'serif',
  literata: 'serif',
  mono: 'mono',
};

/** Languages whose lines may run down the page too; the Mongolian script has no other way. */
const DOWN = /^(?:ja|zh|yue|wuu|lzh|mn-Mong|mnc)\b/i;
const ALWAYS_DOWN = /^(?:mn-Mong|mnc)\b/i;

export const canRunDown = (lang: string): boolean => DOWN.test(lang);

/** Which way the lines of an article run. */
export function linesOf({ lines }: Look, lang: string): 'across' | 'down' {
  if (!canRunDown(lang)) return 'across';
  if (lines === 'usual') return ALWAYS_DOWN.test(lang) ? 'down' : 'across';
  return lines;
}

/** Two columns want a window of this width. As in article-columns.css. */
const WIDE = '(min-width: 1000px)';

/** What the system says about colours and room, and says again when it changes. */
const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', WIDE] as const;

const says = (query: (typeof QUERIES)[number]): boolean => matchMedia(query).matches;

/** Calls when the system wants other colours, or columns begin or cease to have room. */
export const onSystemChange = (listener: () => void, signal?: AbortSignal): void =>
  QUERIES.forEach((query) =>
    matchMedia(query).addEventListener('change', listener, signal && { signal }),
  );

/** Whether two columns have room beside each other. */
export const columnsFit = (): boolean => says(WIDE);

/** Whether the text may go on sideways now: then wheel and keys have to be led (sideways.ts). */
export function mayGoSideways(): boolean {
  const { lines, columns } = document.documentElement.dataset;
  return lines === 'down' || (columns === 'two' && columnsFit());
}

function themeNow({ theme, day, night }: Look): Theme {
  if (theme !== 'system') return theme;
  if (says('(prefers-contrast: more)')) return 'contrast';
  return says('(prefers-color-scheme: dark)') ? night : day;
}

/** Whether scrollbars and fields on it are to be the dark ones; a rough eye is enough for that. */
const isDark = (paper: string): boolean =>
  [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(paper.slice(at, at + 2), 16), 0) < 330;

/** Sets the whole look on the page, for an article of that language; everything else is CSS. */
export function applyLook(look: Look, lang = ''): void {
  const { dataset, style } = document.documentElement;
  const theme = themeNow(look);
  dataset['theme'] = theme;
  dataset['face'] = KINDS[look.font] ?? 'sans';
  dataset['columns'] = look.columns;
  dataset['lines'] = linesOf(look, lang);
  style.colorScheme = theme === 'own' ? (isDark(look.ownPaper) ? 'dark' : 'light') : '';
  style.setProperty('--face', FACES[look.font]);
  for (const [property, value] of propertiesOf(look)) style.setProperty(property, value);
  loadFaces(look.font);
}

/** Links the faces of a font that is ours. The page does not wait: its words stand in the system's until then. */
function loadFaces(font: Font): void {
  const id = `face-${font}`;
  if (font === 'serif' || font === 'sans' || document.getElementById(id)) return;
  const link = Object.assign(document.createElement('link'), {
    id,
    rel: 'stylesheet',
    href: `/fonts/${font}.css`,
  });
  document.head.append(link);
}

type Pages = [address: string, site: string][];
const pagesOfSites = (): Pages => (recall(SITES) as Pages | null) ?? [];

/** The site whose look this page of ours had last time. */
export const lastSite = (): string =>
  pagesOfSites().find(([address]) => address === location.search)?.[1] ?? '';

/** The settings of last time; the default where none are known. */
export const lastSettings = (): Settings => parseSettings(recall(COPY));

/** Applies the look of last time, before the stored one could answer, so that no page opens in a flash. */
export const applyLastLook = (site = lastSite()): void => applyLook(lookOn(lastSettings(), site));

/** Keeps the settings for `lastSettings`. The truth stays in the settings. */
export const rememberLook = (settings: Settings): void => remember(COPY, settings);

/** Keeps that this page shows an article of a site with a look of its own, or of none. */
export function rememberSite(site: string): void {
  const pages = pagesOfSites();
  // The popup has one address for every article.
  if (location.search === '' || (site === '' && pages.length === 0)) return;
  const others = pages.filter(([address]) => address !== location.search);
  remember(SITES, [...(site ? [[location.search, site]] : []), ...others].slice(0, MOST_SITES));
}
