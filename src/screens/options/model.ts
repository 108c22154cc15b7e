import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { parseSiteRules, type SiteRule, siteOf, withRule } from '../../article/site-rules.ts';
import type { SiteRulesModel } from '../../ui/site-rules-model.ts';

/** The rules for sites as the settings page changes them: at once, with a way back from every removal. */
export interface RulesEditor {
  rules: ReadonlySignal<SiteRule[]>;
  canUndo: ReadonlySignal<boolean>;
  /** The rule that is being written, not yet among the others. */
  fresh: ReadonlySignal<SiteRule>;
  writeFresh(rule: SiteRule): void;
  /** Whether the fresh rule says enough to be one. */
  canAdd: ReadonlySignal<boolean>;
  add(): void;
  change(rule: SiteRule): void;
  remove(host: string): void;
  removeAll(): void;
  undo(): void;
  /** The rules as the text of a file. */
  exported(): string;
}

const EMPTY: SiteRule = { host: '', keep: [], drop: [], container: '', next: '' };

/** A host as a rule names it, from a host or a whole address. */
const hostFrom = (text: string): string =>
  siteOf(/^[a-z]+:\/\//i.test(text) ? text : `https://${text.trim()}`);

/** Everything the settings page does with rules, without a page. */
export function createRulesEditor({ rules, save }: SiteRulesModel): RulesEditor {
  let before: SiteRule[] = [];
  const canUndo = signal(false);
  const fresh = signal(EMPTY);
  const added = computed(() =>
    parseSiteRules([{ ...fresh.value, host: hostFrom(fresh.value.host) }]),
  );
  const removeTo = (left: SiteRule[]): void => {
    before = rules.value;
    canUndo.value = true;
    save(left);
  };
  return {
    rules,
    canUndo,
    fresh,
    writeFresh: (rule) => (fresh.value = rule),
    canAdd: computed(() => added.value.length > 0),
    add() {
      const [rule] = added.value;
      if (!rule) return;
      canUndo.value = false;
      const { keep, drop, container, next } =
        rules.value.find(({ host }) => host === rule.host) ?? EMPTY;
      save(
        withRule(rules.value, {
          host: rule.host,
          keep: [...new Set([...keep, ...rule.keep])],
          drop: [...new Set([...drop, ...rule.drop])],
          container: rule.container || container,
          next: rule.next || next,
        }),
      );
      fresh.value = EMPTY;
    },
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
