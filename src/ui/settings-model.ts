import { effect, type Signal, signal } from '@preact/signals';
import { parseSettings, type Settings, TEXT_SIZES, type Theme } from '../article/settings.ts';
import { applyLook, rememberLook } from './look.ts';

interface Area {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
  onChange(listener: (settings: Settings) => void): void;
}

/** The look as every screen shares it. */
export interface SettingsModel {
  settings: Signal<Settings>;
  chooseTheme(theme: Theme | 'system'): void;
  /** One step larger (1) or smaller (-1); stays at the ends. */
  stepTextSize(step: 1 | -1): void;
}

/** Loads the settings, applies them to the page, and follows changes made in other pages. */
export function createSettingsModel(area: Area): SettingsModel {
  const settings = signal<Settings>(parseSettings(null));
  let loaded = false;
  const take = (value: Settings): void => {
    loaded = true;
    settings.value = value;
  };
  void area.load().then(take);
  area.onChange(take);
  effect(() => {
    const current = settings.value;
    if (!loaded) return;
    applyLook(current);
    rememberLook(current);
  });
  const change = (part: Partial<Settings>): void => {
    take({ ...settings.value, ...part });
    void area.save(settings.value);
  };
  return {
    settings,
    chooseTheme: (theme) => change({ theme }),
    stepTextSize: (step) => {
      const next = TEXT_SIZES[TEXT_SIZES.indexOf(settings.value.textSize) + step];
      if (next) change({ textSize: next });
    },
  };
}
