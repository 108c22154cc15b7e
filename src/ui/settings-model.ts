import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Look } from '../article/look.ts';
import { lookOn, type Settings, siteLook } from '../article/settings.ts';
import { siteOf } from '../article/site-rules.ts';
import {
  applyLook,
  lastSettings,
  lastSite,
  mayGoSideways,
  onSystemChange,
  rememberLook,
  rememberSite,
} from './look.ts';

interface Area {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
  onChange(listener: (settings: Settings) => void): void;
}

/** In the popup a program of its own. */
async function fetchLater() {
  const { createLookEditor, followSideways, keepPlace, keepPlaceWhileFontsLoad, mountLookPanel } =
    await import('./look-later.ts');
  keepPlaceWhileFontsLoad();
  return { createLookEditor, followSideways, keepPlace, mountLookPanel };
}
type Later = Awaited<ReturnType<typeof fetchLater>>;

/** What the look depends on beside the settings. */
interface Here {
  /** As site rules name it; empty where no article is shown. */
  site: string;
  /** BCP 47, empty when unknown. */
  lang: string;
}

/** The look as every screen shares it. */
export interface SettingsModel {
  settings: ReadonlySignal<Settings>;
  /** How it looks here: the look of the site, where it has one. */
  look: ReadonlySignal<Look>;
  here: ReadonlySignal<Here>;
  /** The site has a look of its own, and what is changed is changed for it alone. */
  isOnlyHere: ReadonlySignal<boolean>;
  /** The panel, and what keeps the place in a text that is set anew; loaded when first wanted. */
  loadLater(): Promise<Later>;
  /** Says which article is shown. */
  readHere(article: { url: string; lang: string }): void;
  /** Shows and stores what the person changed (look-editor.ts). */
  put(settings: Settings): void;
}

/** Loads the settings, applies them to the page, and follows changes made in other pages. */
export function createSettingsModel(area: Area): SettingsModel {
  const known = lastSettings();
  const settings = signal<Settings>(known);
  const here = signal<Here>({ site: lastSite(), lang: '' });
  const look = computed(() => lookOn(settings.value, here.value.site));
  const isOnlyHere = computed(() => siteLook(settings.value, here.value.site) !== undefined);
  const save = saving(area, settings);
  let isTouched = false;
  // What is known from last time stands already.
  const take = (value: Settings): void => {
    if (JSON.stringify(value) !== JSON.stringify(settings.value)) settings.value = value;
  };
  void area.load().then((value) => isTouched || take(value));
  area.onChange((value) => save.isBusy() || take(value));
  let later: Later | undefined;
  let fetching: Promise<Later> | undefined;
  const loadLater = (): Promise<Later> =>
    (fetching ??= fetchLater().then((loaded) => (later = loaded)));
  const show = (): void => {
    const { lang } = here.value;
    const current = look.value;
    const back = later?.keepPlace();
    applyLook(current, lang);
    if (later) later.followSideways();
    else if (mayGoSideways()) void loadLater().then(({ followSideways }) => followSideways());
    back?.();
  };
  effect(show);
  settings.subscribe((value) => value !== known && rememberLook(value));
  effect(() => {
    const { site } = here.value;
    if (site) rememberSite(isOnlyHere.value ? site : '');
  });
  onSystemChange(show);

  return {
    settings,
    look,
    here,
    isOnlyHere,
    loadLater,
    readHere({ url, lang }) {
      const site = siteOf(url);
      if (site !== here.value.site || lang !== here.value.lang) here.value = { site, lang };
    },
    put(value) {
      isTouched = true;
      settings.value = value;
      void save.now();
    },
  };
}

/** One write at a time, always of the newest: a slider that is drawn along changes a hundred times. */
function saving(area: Area, settings: ReadonlySignal<Settings>) {
  let busy = false;
  let again = false;
  return {
    isBusy: () => busy,
    async now() {
      again = true;
      if (busy) return;
      busy = true;
      try {
        while (again) {
          again = false;
          await area.save(settings.value);
        }
      } finally {
        busy = false;
      }
    },
  };
}
