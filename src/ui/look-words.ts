import type { ChoiceName, LOOK, RangeName } from '../article/look.ts';
import { type StringKey, t } from './strings.ts';

export const RANGE_NAMES: Record<RangeName, StringKey> = {
  textSize: 'textSize',
  weight: 'lookWeight',
  width: 'lookWidth',
  lineHeight: 'lookLineHeight',
  letterSpacing: 'lookLetterSpacing',
  wordSpacing: 'lookWordSpacing',
  paragraphSpacing: 'lookParagraphSpacing',
};

export const CHOICE_NAMES: Record<ChoiceName, StringKey> = {
  theme: 'theme',
  day: 'lookDay',
  night: 'lookNight',
  font: 'lookFont',
  align: 'lookAlign',
  hyphens: 'lookHyphens',
  columns: 'lookColumns',
  lines: 'lookLines',
};

const THEME_NAMES = {
  system: 'themeSystem',
  light: 'themeLight',
  sepia: 'themeSepia',
  grey: 'themeGrey',
  dark: 'themeDark',
  black: 'themeBlack',
  contrast: 'themeContrast',
  own: 'themeOwn',
} as const;

type Values<Name extends ChoiceName> = (typeof LOOK)[Name]['values'][number];
const VALUE_NAMES: { [Name in ChoiceName]: Record<Values<Name>, StringKey> } = {
  theme: THEME_NAMES,
  day: THEME_NAMES,
  night: THEME_NAMES,
  font: {
    serif: 'fontSerif',
    sans: 'fontSans',
    literata: 'fontLiterata',
    inter: 'fontInter',
    atkinson: 'fontAtkinson',
    lexend: 'fontLexend',
    opendyslexic: 'fontOpenDyslexic',
    mono: 'fontMono',
  },
  align: { start: 'alignStart', justify: 'alignJustify' },
  hyphens: { auto: 'hyphensAuto', manual: 'hyphensManual' },
  columns: { one: 'columnsOne', two: 'columnsTwo' },
  lines: { usual: 'linesAcross', across: 'linesAcross', down: 'linesDown' },
};

/** What one of the values of a choice is called. */
export const valueName = (name: ChoiceName, value: string): StringKey =>
  (VALUE_NAMES[name] as Record<string, StringKey>)[value]!;

/** A letter of Latin script is about half as wide as it is high. */
const LETTERS_PER_EM = 2;

/** A number as the panel and screen readers say it. */
export function valueInWords(name: RangeName, value: number): string {
  if (name === 'textSize') return t('valuePixels', value);
  if (name === 'width') return t('valueLetters', value * LETTERS_PER_EM);
  return name === 'weight' ? String(value) : t('valuePercent', value);
}
