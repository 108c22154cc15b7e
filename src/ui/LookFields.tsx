import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type ChoiceName, LOOK, type Look, type RangeName } from '../article/look.ts';
import styles from './look-panel.module.css';
import { RANGE_NAMES, CHOICE_NAMES, valueName, valueInWords } from './look-words.ts';
import { t } from './strings.ts';

interface SliderProps {
  name: RangeName;
  value: number;
  onChange: (value: number) => void;
}

/** A number between its ends. The text follows while it is drawn along. */
export function Slider({ name, value, onChange }: SliderProps): JSX.Element {
  const { min, max, step } = LOOK[name];
  const id = useId();
  const words = valueInWords(name, value);
  return (
    <div class={styles['slider']}>
      <label for={id}>{t(RANGE_NAMES[name])}</label>
      <span class={styles['value']} aria-hidden="true">
        {words}
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={words}
        onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
    </div>
  );
}

interface ChoicesProps {
  name: ChoiceName;
  values: readonly string[];
  now: string;
  onChange: (value: string) => void;
}

/** One of a few, all in view. */
export function Choices({ name, values, now, onChange }: ChoicesProps): JSX.Element {
  return (
    <fieldset class={styles['choices']}>
      <legend>{t(CHOICE_NAMES[name])}</legend>
      <div class={styles['options']}>
        {values.map((value) => (
          <label key={value} class={styles['option']}>
            <input
              type="radio"
              name={`look-${name}`}
              checked={value === now}
              onChange={() => onChange(value)}
            />
            <span>{t(valueName(name, value))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ThemesProps {
  look: Look;
  onChange: (theme: Look['theme']) => void;
}

/** Every theme as a few letters in its own colours. */
export function Themes({ look, onChange }: ThemesProps): JSX.Element {
  return (
    <fieldset class={styles['choices']}>
      <legend>{t('theme')}</legend>
      <div class={styles['themes']}>
        {LOOK.theme.values.map((theme) => (
          <label key={theme} class={styles['theme']}>
            <input
              type="radio"
              name="look-theme"
              checked={theme === look.theme}
              onChange={() => onChange(theme)}
            />
            <span class={styles['swatch']} aria-hidden="true">
              {(theme === 'system' ? ([look.day, look.night] as const) : [theme]).map((shown) => (
                <span key={shown} data-theme={shown}>
                  Aa
                </span>
              ))}
            </span>
            <span>{t(valueName('theme', theme))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
