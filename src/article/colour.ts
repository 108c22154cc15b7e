/** What WCAG 2.2 asks of body text at its best grade (1.4.6), and of links and controls (1.4.3). */
export const TEXT_CONTRAST = 7;
export const CONTROL_CONTRAST = 4.5;

/** The three colours that a person may choose. */
export interface OwnColours {
  paper: string;
  ink: string;
  link: string;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The relative luminance of a #rrggbb as WCAG defines it: 0 for black, 1 for white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Whether white letters read better on it than black ones. */
const isDark = (paper: string): boolean => contrast(paper, '#ffffff') > contrast(paper, '#000000');

/** A colour with a part (0 to 1) of another in it. */
function mixed(colour: string, other: string, part: number): string {
  const into = channels(other);
  const parts = channels(colour).map((from, at) => Math.round(from + (into[at]! - from) * part));
  return `#${parts.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour nearest to this one, darker or lighter, that stands out enough; null where none does. */
function nearestThatPasses(colour: string, paper: string, wanted: number): string | null {
  for (let step = 0; step <= 100; step += 1)
    for (const end of ['#000000', '#ffffff']) {
      const tried = mixed(colour, end, step / 100);
      if (contrast(tried, paper) >= wanted) return tried;
    }
  return null;
}

/** What is too faint of a person's own colours, and the nearest ones that are not; null when all is well. */
export function mended(own: OwnColours): OwnColours | null {
  const extreme = isDark(own.paper) ? '#ffffff' : '#000000';
  // On a grey in the middle no letters stand out: then the paper gives way.
  const paper = nearestThatPasses(own.paper, extreme, TEXT_CONTRAST)!;
  const ink = nearestThatPasses(own.ink, paper, TEXT_CONTRAST)!;
  const link = nearestThatPasses(own.link, paper, CONTROL_CONTRAST)!;
  const isSame = paper === own.paper && ink === own.ink && link === own.link;
  return isSame ? null : { paper, ink, link };
}
