import { parseSettings, type Settings } from '../article/settings.ts';
import { recall, remember } from './last-time.ts';

const COPY = 'look';

/** Sets theme and text size on the page; everything else is CSS. */
export function applyLook({ theme, textSize }: Settings): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  style.setProperty('--text-size', `${textSize}px`);
}

/** Applies the look of last time, before the stored one could answer, so that no page opens in a flash. */
export const applyLastLook = (): void => applyLook(parseSettings(recall(COPY)));

/** Keeps the look for `applyLastLook`. The truth stays in the settings. */
export const rememberLook = (settings: Settings): void => remember(COPY, settings);
