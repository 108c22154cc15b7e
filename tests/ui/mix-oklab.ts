type Three = [number, number, number];

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toGamma = (c: number): number =>
  c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055;
const times = (rows: Three[], [x, y, z]: Three): Three =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as Three;

// The matrices of css-color-4, from linear sRGB.
const TO_LMS: Three[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Three[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Three[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_LMS: Three[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

function oklab(colour: string): Three {
  const rgb = [1, 3, 5].map((at) => toLinear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return times(TO_LAB, times(TO_LMS, rgb as Three).map(Math.cbrt) as Three);
}

/** What `color-mix(in oklab, one share, other)` gives, as #rrggbb. */
export function mixOklab(one: string, other: string, share: number): string {
  const [from, to] = [oklab(one), oklab(other)];
  const mix = from.map((part, at) => part * share + to[at]! * (1 - share)) as Three;
  const linear = times(FROM_LMS, times(FROM_LAB, mix).map((part) => part ** 3) as Three);
  const bytes = linear.map((part) =>
    Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, part)))) * 255),
  );
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
