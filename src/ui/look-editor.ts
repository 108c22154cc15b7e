import { type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_LOOK, LOOK, type Look } from '../article/look.ts';
import { type Settings, siteLook } from '../article/settings.ts';
import type { SettingsModel } from './settings-model.ts';

/** What a person can do with the look: changes, and the way back from the great ones. */
export interface LookEditor {
  /** There is a reset or a removal to be taken back. */
  canUndo: ReadonlySignal<boolean>;
  /** The site whose look was just removed; null for none. */
  removedSite: ReadonlySignal<string | null>;
  /** Changes the look of the site that is shown, where that has its own; else of everything. */
  change(part: Partial<Look>): void;
  /** One step larger (1) or smaller (-1); stays at the ends. */
  stepTextSize(step: 1 | -1): void;
  setOnlyHere(only: boolean): void;
  /** Back to the look before anybody chose: of this site alone, where it has its own. */
  reset(): void;
  /** Lets a site look as all others do. */
  removeSite(site: string): void;
  undo(): void;
}

/** Its signals may be of another program than the model's: it asks the model and never follows it. */
export function createLookEditor(model: SettingsModel): LookEditor {
  let before: Settings | null = null;
  const canUndo = signal(false);
  const removedSite = signal<string | null>(null);
  const put = (settings: Settings, undoTo: Settings | null = null): void => {
    before = undoTo;
    canUndo.value = undoTo !== null;
    removedSite.value = null;
    model.put(settings);
  };
  const withoutSite = (site: string): Settings => {
    const { sites, ...look } = model.settings.value;
    const { [site]: _, ...others } = sites;
    return { ...look, sites: others };
  };
  const withSite = (part: Partial<Look>): Settings => {
    const settings = model.settings.value;
    return { ...settings, sites: { ...settings.sites, [model.here.value.site]: part } };
  };
  const change = (part: Partial<Look>): void => {
    const settings = model.settings.value;
    const own = siteLook(settings, model.here.value.site);
    put(own ? withSite({ ...own, ...part }) : { ...settings, ...part });
  };
  return {
    canUndo,
    removedSite,
    change,
    stepTextSize(step) {
      const { min, max } = LOOK.textSize;
      const next = model.look.value.textSize + step;
      if (next >= min && next <= max) change({ textSize: next });
    },
    setOnlyHere(only) {
      const { site } = model.here.value;
      if (!site || only === model.isOnlyHere.value) return;
      if (only) put(withSite({}));
      else put(withoutSite(site), model.settings.value);
    },
    reset() {
      const now = model.settings.value;
      put(
        model.isOnlyHere.value ? withSite(DEFAULT_LOOK) : { ...DEFAULT_LOOK, sites: now.sites },
        now,
      );
    },
    removeSite(site) {
      put(withoutSite(site), model.settings.value);
      removedSite.value = site;
    },
    undo() {
      if (before) put(before);
    },
  };
}
