import { parseSettings, type Settings } from '../article/settings.ts';

const CACHE = 'look';

/** Sets theme and text size on the page; everything else is CSS. */
export function applyLook({ theme, textSize }: Settings): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  style.setProperty('--text-size', `${textSize}px`);
}

/** Applies the look of last time, before the stored one could answer, so that no page opens in a flash. */
export function applyLastLook(): void {
  try {
    applyLook(parseSettings(JSON.parse(localStorage.getItem(CACHE) ?? 'null')));
  } catch {
    // Storage may be denied to pages in private windows: the page starts in the default look.
  }
}

/** Keeps the look for `applyLastLook`. The truth stays in the settings. */
export function rememberLook(settings: Settings): void {
  try {
    localStorage.setItem(CACHE, JSON.stringify(settings));
  } catch {
    // As above.
  }
}
