import { type ReadonlySignal, signal } from '@preact/signals';
import { ruleFor, type SiteRule, withContainer, withKept } from '../article/site-rules.ts';
import { rememberSiteRules } from './last-site-rules.ts';

interface Area {
  load(): Promise<SiteRule[]>;
  save(rules: SiteRule[]): Promise<void>;
  onChange(listener: (rules: SiteRule[]) => void): void;
}

/** The person's rules for sites as every screen shares them. */
export interface SiteRulesModel {
  rules: ReadonlySignal<SiteRule[]>;
  save(rules: SiteRule[]): void;
  isKept(url: string, selector: string): boolean;
  toggleKept(url: string, selector: string): void;
  /** What holds the article on the site of an address; empty where Lectern is to find it. */
  containerOn(url: string): string;
  setContainer(url: string, container: string): void;
}

/** Loads the rules and follows changes made in other pages. */
export function createSiteRulesModel(area: Area): SiteRulesModel {
  const rules = signal<SiteRule[]>([]);
  const take = (value: SiteRule[]): void => {
    rules.value = value;
    rememberSiteRules(value);
  };
  const loaded = area.load().then(take);
  area.onChange(take);
  const model: SiteRulesModel = {
    rules,
    save(value) {
      take(value);
      void area.save(value);
    },
    isKept: (url, selector) => ruleFor(rules.value, url)?.keep.includes(selector) ?? false,
    toggleKept: (url, selector) =>
      void loaded.then(() =>
        model.save(withKept(rules.value, url, selector, !model.isKept(url, selector))),
      ),
    containerOn: (url) => ruleFor(rules.value, url)?.container ?? '',
    setContainer: (url, container) =>
      void loaded.then(() => model.save(withContainer(rules.value, url, container))),
  };
  return model;
}
