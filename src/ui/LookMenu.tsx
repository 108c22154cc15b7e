import type { JSX } from 'preact';
import { TEXT_SIZES, THEMES } from '../article/settings.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './look-menu.module.css';
import type { SettingsModel } from './settings-model.ts';
import { t } from './strings.ts';

const PANEL = 'look-panel';

/** Text size and theme, behind one button. */
export function LookMenu({ look }: { look: SettingsModel }): JSX.Element {
  return (
    <div class={styles['menu']}>
      <button
        type="button"
        class={styles['opener']}
        popovertarget={PANEL}
        aria-label={t('look')}
        title={t('look')}
      >
        <Icon name="look" />
      </button>
      <div id={PANEL} popover="auto" class={styles['panel']} role="group" aria-label={t('look')}>
        <LookControls look={look} />
      </div>
    </div>
  );
}

/** The controls themselves, for the menu and the settings page. */
export function LookControls({ look }: { look: SettingsModel }): JSX.Element {
  const { theme, textSize } = look.settings.value;
  const names = {
    system: t('themeSystem'),
    light: t('themeLight'),
    sepia: t('themeSepia'),
    dark: t('themeDark'),
  };
  return (
    <>
      <div class={styles['sizes']}>
        <Button
          label={t('textSmaller')}
          disabled={textSize === TEXT_SIZES[0]}
          onClick={() => look.stepTextSize(-1)}
        >
          <span class={styles['small']} aria-hidden="true">
            A
          </span>
        </Button>
        <output aria-label={t('textSize')}>{textSize}</output>
        <Button
          label={t('textLarger')}
          disabled={textSize === TEXT_SIZES.at(-1)}
          onClick={() => look.stepTextSize(1)}
        >
          <span class={styles['large']} aria-hidden="true">
            A
          </span>
        </Button>
      </div>
      <div class={styles['themes']} role="group" aria-label={t('theme')}>
        {(['system', ...THEMES] as const).map((name) => (
          <button
            key={name}
            type="button"
            class={styles['theme']}
            data-swatch={name}
            aria-pressed={theme === name}
            onClick={() => look.chooseTheme(name)}
          >
            {names[name]}
          </button>
        ))}
      </div>
    </>
  );
}
