import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** Grants to fetch from sites, as the browser keeps them. */
export interface GrantsWorld {
  all: () => Promise<string[]>;
  askForAll: () => Promise<boolean>;
  takeBack: (origin: string) => Promise<boolean>;
  onChange: (listener: () => void) => void;
}

export interface Grant {
  /** As the browser names it. */
  origin: string;
  /** Null for all sites. */
  host: string | null;
}

export interface GrantsModel {
  grants: ReadonlySignal<Grant[]>;
  isForAll: ReadonlySignal<boolean>;
  /** In the turn of a click, for the browser asks the person. */
  askForAll(): void;
  takeBack(origin: string): void;
}

/** `*://*.cdn.example/*` is about cdn.example, and a star alone about every site. */
const hostOf = (origin: string): string | null => {
  const host = /^[^/]*\/\/(?:\*\.)?([^/]*)/.exec(origin)?.[1] ?? '';
  return origin === '<all_urls>' || host === '*' || host === '' ? null : host;
};

/** What the person allowed beyond the pages they click on, to be seen and taken back. */
export function createGrantsModel(world: GrantsWorld): GrantsModel {
  const grants = signal<Grant[]>([]);
  const load = async (): Promise<void> => {
    const origins = await world.all();
    grants.value = origins.map((origin) => ({ origin, host: hostOf(origin) }));
  };
  world.onChange(() => void load());
  void load();
  return {
    grants,
    isForAll: computed(() => grants.value.some(({ host }) => host === null)),
    askForAll: () => void world.askForAll().then(load),
    takeBack: (origin) => void world.takeBack(origin).then(load),
  };
}
