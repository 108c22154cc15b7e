import { type ReadonlySignal, signal } from '@preact/signals';
import { type SiteRule, withRule } from '../../article/site-rules.ts';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';

/** The rules for sites as the settings page changes them: at once, with a way back from every removal. */
export interface RulesEditor {
  rules: ReadonlySignal<SiteRule[]>;
  canUndo: ReadonlySignal<boolean>;
  change(rule: SiteRule): void;
  remove(host: string): void;
  removeAll(): void;
  undo(): void;
  /** The rules as the text of a file. */
  exported(): string;
}

/** Everything the settings page does with rules, without a page. */
export function createRulesEditor({ rules, save }: SiteRulesModel): RulesEditor {
  let before: SiteRule[] = [];
  const canUndo = signal(false);
  const removeTo = (left: SiteRule[]): void => {
    before = rules.value;
    canUndo.value = true;
    save(left);
  };
  return {
    rules,
    canUndo,
    change(rule) {
      const changed = withRule(rules.value, rule);
      if (changed.length < rules.value.length) return removeTo(changed);
      canUndo.value = false;
      save(changed);
    },
    remove: (host) => removeTo(rules.value.filter((rule) => rule.host !== host)),
    removeAll: () => removeTo([]),
    undo() {
      canUndo.value = false;
      save(before);
    },
    exported: () => `${JSON.stringify(rules.value, null, 2)}\n`,
  };
}
