import { parseSettings, type Settings } from '../article/settings.ts';
import { parseSiteRules, type SiteRule } from '../article/site-rules.ts';
import { browser } from './browser.ts';

/** One thing that the person set, kept in storage.local and told to every open page. */
export interface SettingsArea<T> {
  load(): Promise<T>;
  save(value: T): Promise<void>;
  onChange(listener: (value: T) => void): void;
}

export const area = <T>(key: string, parse: (stored: unknown) => T): SettingsArea<T> => ({
  load: async () => parse((await browser.storage.local.get(key))[key]),
  save: (value) => browser.storage.local.set({ [key]: value }),
  onChange: (listener) =>
    browser.storage.local.onChanged.addListener((changes) => {
      if (changes[key]) listener(parse(changes[key].newValue));
    }),
});

export const settingsArea = area<Settings>('settings', parseSettings);
export const siteRulesArea = area<SiteRule[]>('siteRules', parseSiteRules);
