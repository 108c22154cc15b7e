export const THEMES = ['light', 'sepia', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Body text size in CSS pixels. */
export const TEXT_SIZES = [15, 16, 17, 18, 20, 22, 25, 28] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export interface Settings {
  /** 'system' follows the browser's light or dark until the person chooses. */
  theme: Theme | 'system';
  textSize: TextSize;
}

const DEFAULT_SETTINGS: Settings = { theme: 'system', textSize: 18 };

/** The stored value as settings: unknown or broken parts become the default, never an error. */
export function parseSettings(stored: unknown): Settings {
  const { theme, textSize } = (stored ?? {}) as Partial<Record<keyof Settings, unknown>>;
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_SETTINGS.theme,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? DEFAULT_SETTINGS.textSize,
  };
}
