import { uiLanguage } from './strings.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size on disk as people read it: "3.4 MB". */
export function bytesInWords(bytes: number): string {
  let value = bytes / 1000;
  let unit = 0;
  // 999.6 kB would be said as 1,000.
  for (; value >= 999.5 && unit < UNITS.length - 1; unit += 1) value /= 1000;
  return new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit: UNITS[unit]!,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}
