import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  CONTROL_CONTRAST,
  mended,
  type OwnColours,
  TEXT_CONTRAST,
} from '../../src/article/colour.ts';
import { THEMES } from '../../src/article/look.ts';
import { mixOklab } from './mix-oklab.ts';

type Tokens = Record<string, string>;

const SHEETS = [
  'src/ui/tokens.css',
  'src/screens/highlights/marks.css',
  'src/screens/reader/code/code.css',
];
const read = (sheet: string): string => readFileSync(sheet, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
const css = SHEETS.map(read).join('\n');
/** The custom properties of every block with this selector. */
function tokensOf(selector: string): Tokens {
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  const found = blocks.filter(([, head]) => head!.trim().split(/,\s*/).includes(selector));
  if (found.length === 0) throw new Error(`${selector}: no such block`);
  const declared = found.flatMap(([, , body]) => [...body!.matchAll(/([\w-]+):\s*([^;]+);/g)]);
  return Object.fromEntries(declared.map(([, name, value]) => [name!, value!.trim()]));
}

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** A colour as the browser would compute it. */
function computed(value: string, tokens: Tokens, scheme: Scheme): string {
  const [, name] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  if (name) return computed(tokens[name]!, tokens, scheme);
  const [, light, dark] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
  if (light && dark) return computed(scheme === 'light' ? light : dark, tokens, scheme);
  const [, one, share, other] = /^color-mix\(in oklab, (.+) (\d+)%, (.+)\)$/.exec(value) ?? [];
  if (one && other)
    return mixOklab(
      computed(one, tokens, scheme),
      computed(other, tokens, scheme),
      Number(share) / 100,
    );
  if (!/^#[\da-f]{6}$/.test(value)) throw new Error(`${value}: not a colour that is known here`);
  return value;
}

/** What stands on what, and how well it has to be seen. */
const PAIRS = [
  ['--ink', '--paper', TEXT_CONTRAST],
  ['--ink', '--raised', TEXT_CONTRAST],
  ['--ink', '--mark', TEXT_CONTRAST],
  ['--quiet', '--paper', CONTROL_CONTRAST],
  ['--quiet', '--raised', CONTROL_CONTRAST],
  ['--accent', '--paper', CONTROL_CONTRAST],
  ['--accent', '--raised', CONTROL_CONTRAST],
  ['--on-accent', '--accent', CONTROL_CONTRAST],
] as const;

const named = (start: string): string[] =>
  Object.keys(tokensOf(':root')).filter((name) => name.startsWith(start));

/** The words on highlights, and code in its colours. */
const PAINTED = [
  ...named('--mark-')
    .filter((name) => name !== '--mark-line')
    .map((name) => ['--on-mark', name, TEXT_CONTRAST] as const),
  ...named('--code-').flatMap((name) => [
    [name, '--paper', CONTROL_CONTRAST] as const,
    [name, '--raised', CONTROL_CONTRAST] as const,
  ]),
];

/** How strong the accent is laid over the paper behind what is being said. */
const SAID = [...read('src/screens/reader/aloud/said.css').matchAll(/var\(--accent\) (\d+)%/g)].map(
  ([, share]) => Number(share) / 100,
);

/** A colour laid over another as a browser does it: channel by channel. */
const laidOver = (over: string, under: string, part: number): string =>
  `#${[1, 3, 5]
    .map((at) => [over, under].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)))
    .map(([top = 0, below = 0]) => Math.round(below + (top - below) * part))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

type Pair = readonly [over: string, under: string, wanted: number];

function tooFaint(tokens: Tokens, scheme: Scheme, pairs: readonly Pair[]) {
  return pairs.flatMap(([over, under, wanted]) => {
    const has = contrast(
      computed(tokens[over]!, tokens, scheme),
      computed(tokens[under]!, tokens, scheme),
    );
    return has >= wanted ? [] : [`${over} on ${under}: ${has.toFixed(2)}, not ${wanted}`];
  });
}

function schemesOf(theme: string): Scheme[] {
  const block = tokensOf(`[data-theme='${theme}']`);
  return SCHEMES.filter((scheme) => block['color-scheme']?.includes(scheme));
}

describe.each(THEMES.filter((theme) => theme !== 'own'))('the theme %s', (theme) => {
  it.each(schemesOf(theme))('can be read in %s', (scheme) => {
    const tokens = { ...tokensOf(':root'), ...tokensOf(`[data-theme='${theme}']`) };
    expect(tooFaint(tokens, scheme, PAIRS)).toEqual([]);
  });

  it.each(schemesOf(theme))('keeps highlights, code and spoken words clear in %s', (scheme) => {
    const tokens = { ...tokensOf(':root'), ...tokensOf(`[data-theme='${theme}']`) };
    expect(PAINTED).toHaveLength(5 + 2 * 6);
    expect(tooFaint(tokens, scheme, PAINTED)).toEqual([]);
    expect(SAID).toHaveLength(2);
    const [paper, accent] = ['--paper', '--accent'].map((name) =>
      computed(tokens[name]!, tokens, scheme),
    ) as [string, string];
    const said = SAID.map((part, at) => [`--said-${at}`, laidOver(accent, paper, part)] as const);
    const pairs = said.map(([name]) => ['--ink', name, CONTROL_CONTRAST] as const);
    expect(tooFaint({ ...tokens, ...Object.fromEntries(said) }, scheme, pairs)).toEqual([]);
  });
});

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, '0')}`);
const own = fc.record({ paper: colour, ink: colour, link: colour });

const PASSES = ({ paper, ink, link }: OwnColours): boolean =>
  contrast(ink, paper) >= TEXT_CONTRAST && contrast(link, paper) >= CONTROL_CONTRAST;

it('finds for any three colours near ones that can be read, and leaves good ones alone', () => {
  fc.assert(
    fc.property(own, (colours) => {
      const better = mended(colours);
      if (PASSES(colours)) expect(better).toBeNull();
      else expect(PASSES(better!)).toBe(true);
    }),
  );
  expect(mended({ paper: '#ffffff', ink: '#666666', link: '#0000ee' })).toEqual({
    paper: '#ffffff',
    ink: '#595959',
    link: '#0000ee',
  });
});

it('keeps quiet words and marks of own colours as clear as they can be', () => {
  fc.assert(
    fc.property(own, (colours) => {
      const { paper, ink, link } = mended(colours) ?? colours;
      const tokens = {
        ...tokensOf("[data-theme='own']"),
        '--own-paper': paper,
        '--own-ink': ink,
        '--own-link': link,
      };
      const pairs = PAIRS.filter(([over, under]) => over !== '--accent' || under === '--paper').map(
        ([over, under]) => [over, under, CONTROL_CONTRAST] as const,
      );
      expect(tooFaint(tokens, 'light', pairs)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
