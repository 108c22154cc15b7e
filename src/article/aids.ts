/** Lines that line focus leaves clear; 0 for none. */
export const FOCUS_LINES = [0, 1, 3, 5] as const;

/** What helps to keep to a line, as the person left it. */
export interface Aids {
  lines: (typeof FOCUS_LINES)[number];
  ruler: boolean;
  paragraph: boolean;
  beginnings: boolean;
}

/** The stored value as aids; what is unknown or broken is off. */
export function parseAids(stored: unknown): Aids {
  const { lines, ruler, paragraph, beginnings } = (stored ?? {}) as Record<string, unknown>;
  return {
    lines: FOCUS_LINES.find((count) => count === lines) ?? 0,
    ruler: ruler === true,
    paragraph: paragraph === true,
    beginnings: beginnings === true,
  };
}

export const isAnyAidOn = ({ lines, ruler, paragraph, beginnings }: Aids): boolean =>
  lines > 0 || ruler || paragraph || beginnings;
