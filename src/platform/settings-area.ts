import { parseSettings, type Settings } from '../article/settings.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

/** The person's settings, kept in storage.local and told to every open page. */
export interface SettingsArea {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
  onChange(listener: (settings: Settings) => void): void;
}

export const settingsArea: SettingsArea = {
  load: async () => parseSettings((await browser.storage.local.get(KEY))[KEY]),
  save: (settings) => browser.storage.local.set({ [KEY]: settings }),
  onChange: (listener) =>
    browser.storage.local.onChanged.addListener((changes) => {
      if (changes[KEY]) listener(parseSettings(changes[KEY].newValue));
    }),
};
