/** One of a few named values. */
interface Choice<Value extends string> {
  is: 'choice';
  values: readonly Value[];
  initial: Value;
  /** Set on the page as it is, where CSS has the same names. */
  property?: string;
}

/** A whole number between two ends. */
interface Range {
  is: 'range';
  min: number;
  max: number;
  step: number;
  initial: number;
  property: string;
  /** What the property gets: the number divided by `per`, with the CSS unit after it. */
  per: number;
  css: 'px' | 'em' | '';
}

/** A colour as #rrggbb. */
interface Colour {
  is: 'colour';
  initial: string;
  property: string;
}

const choice = <const Value extends string>(
  values: readonly Value[],
  initial: NoInfer<Value>,
  property?: string,
): Choice<Value> => ({ is: 'choice', values, initial, ...(property && { property }) });

const range = (
  [min, max, step]: [number, number, number],
  initial: number,
  property: string,
  [per, css]: [number, Range['css']],
): Range => ({ is: 'range', min, max, step, initial, property, per, css });

const colour = (initial: string, property: string): Colour => ({
  is: 'colour',
  initial,
  property,
});

const DAY_THEMES = ['light', 'sepia', 'grey'] as const;
const NIGHT_THEMES = ['dark', 'black'] as const;
/** Each is a block of colours in ui/tokens.css. */
export const THEMES = [...DAY_THEMES, ...NIGHT_THEMES, 'contrast', 'own'] as const;
export type Theme = (typeof THEMES)[number];

/** `serif` and `sans` are the system's; the others come with the extension (build/fonts.ts). */
const FONTS = [
  'serif',
  'sans',
  'literata',
  'inter',
  'atkinson',
  'lexend',
  'opendyslexic',
  'mono',
] as const;
export type Font = (typeof FONTS)[number];

/**
 * Everything a person can set about how an article looks. Parsing, the page, the panel and the tests go
 * through this table; `--property`s are what CSS sees of it.
 */
export const LOOK = {
  /** 'system' follows the browser's light or dark with the themes named by `day` and `night`. */
  theme: choice(['system', ...THEMES], 'system'),
  day: choice(DAY_THEMES, 'light'),
  night: choice(NIGHT_THEMES, 'dark'),
  ownPaper: colour('#f3efe6', '--own-paper'),
  ownInk: colour('#24211c', '--own-ink'),
  ownLink: colour('#6d3716', '--own-link'),
  font: choice(FONTS, 'serif'),
  textSize: range([12, 40, 1], 18, '--text-size', [1, 'px']),
  weight: range([300, 700, 50], 400, '--text-weight', [1, '']),
  /** The width of a column, times the text size. */
  width: range([18, 60, 1], 34, '--measure', [1, '']),
  /** In percent of what each script has by itself. */
  lineHeight: range([80, 160, 5], 100, '--leading', [100, '']),
  letterSpacing: range([0, 20, 1], 0, '--tracking', [100, 'em']),
  wordSpacing: range([0, 50, 2], 0, '--word-gap', [100, 'em']),
  paragraphSpacing: range([0, 250, 10], 100, '--paragraph-gap', [100, 'em']),
  align: choice(['start', 'justify'], 'start', '--align'),
  hyphens: choice(['auto', 'manual'], 'auto', '--hyphens'),
  /** Two columns stand beside each other where the window is wide enough, and are paged. */
  columns: choice(['one', 'two'], 'one'),
  /** How the lines of a script run that can be set both ways. */
  lines: choice(['usual', 'across', 'down'], 'usual'),
} as const;

export type LookName = keyof typeof LOOK;
type Setting = Choice<string> | Range | Colour;
type ValueOf<S> = S extends Choice<infer Value> ? Value : S extends Range ? number : string;

/** A value for everything in `LOOK`. */
export type Look = { -readonly [Name in LookName]: ValueOf<(typeof LOOK)[Name]> };
export type RangeName = {
  [Name in LookName]: (typeof LOOK)[Name] extends Range ? Name : never;
}[LookName];
export type ChoiceName = Exclude<
  { [Name in LookName]: Look[Name] extends number ? never : Name }[LookName],
  'ownPaper' | 'ownInk' | 'ownLink'
>;

const SETTINGS = Object.entries(LOOK) as [LookName, Setting][];

const COLOUR = /^#[\da-f]{6}$/i;

/** The stored value of one setting, brought between its ends; undefined where it is none. */
function valueOf(setting: Setting, stored: unknown): string | number | undefined {
  if (setting.is === 'choice') return setting.values.find((value) => value === stored);
  if (setting.is === 'colour')
    return typeof stored === 'string' && COLOUR.test(stored) ? stored.toLowerCase() : undefined;
  if (typeof stored !== 'number' || !Number.isFinite(stored)) return undefined;
  const { min, max, step } = setting;
  return min + Math.round((Math.min(max, Math.max(min, stored)) - min) / step) * step;
}

/** What is known of a stored look: broken parts are left out, never an error. */
export function parsePartOfLook(stored: unknown): Partial<Look> {
  const given = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    SETTINGS.flatMap(([name, setting]) => {
      const value = Object.hasOwn(given, name) ? valueOf(setting, given[name]) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** How everything looks before anybody chose. */
export const DEFAULT_LOOK = Object.fromEntries(
  SETTINGS.map(([name, { initial }]) => [name, initial]),
) as unknown as Look;

/** The custom properties of a look, with their values. */
export const propertiesOf = (look: Look): [property: string, value: string][] =>
  SETTINGS.flatMap(([name, setting]) => {
    if (!setting.property) return [];
    const value = look[name];
    return [
      [
        setting.property,
        setting.is === 'range' ? `${Number(value) / setting.per}${setting.css}` : String(value),
      ],
    ];
  });
