import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isChoosable, type KeyChoices, parseKeyChoices } from '../article/key-choices.ts';
import { type KeyLine, withChoices } from './keys.ts';

/** Where the choices are kept. */
interface Area {
  load(): Promise<KeyChoices>;
  save(choices: KeyChoices): Promise<void>;
  onChange(listener: (choices: KeyChoices) => void): void;
}

/** What came of a key that was pressed to be chosen. */
export type Chosen<Command> =
  { is: 'chosen'; key: string; takenFrom: Command | null } | { is: 'refused'; key: string };

/** The keys of one screen as the person has them. */
export interface KeysModel<Command extends string = string> {
  lines: ReadonlySignal<readonly KeyLine<Command>[]>;
  isOff: ReadonlySignal<boolean>;
  /** Commands whose keys are not those that came with Lectern. */
  changed: ReadonlySignal<ReadonlySet<Command>>;
  /** Whether the last change can be taken back. */
  canUndo: ReadonlySignal<boolean>;
  choose(command: Command, key: string): Chosen<Command>;
  /** Its own keys again. */
  reset(command: Command): void;
  resetAll(): void;
  /** Turns all keys that write a sign on or off. */
  turn(isOff: boolean): void;
  undo(): void;
}

/** `screen` keeps the commands of the screens apart. */
export function createKeysModel<Command extends string>(
  screen: string,
  own: readonly KeyLine<Command>[],
  area: Area,
): KeysModel<Command> {
  const choices = signal<KeyChoices>(parseKeyChoices(null));
  const before = signal<KeyChoices | null>(null);
  void area.load().then((loaded) => (choices.value = loaded));
  area.onChange((changed) => {
    if (JSON.stringify(changed) === JSON.stringify(choices.value)) return;
    choices.value = changed;
    // Undoing would take back what was chosen elsewhere.
    before.value = null;
  });
  const nameOf = (command: Command): string => `${screen}.${command}`;
  const keep = (next: KeyChoices): void => {
    before.value = choices.value;
    choices.value = next;
    void area.save(next);
  };
  const lines = computed(() => withChoices(screen, own, choices.value));
  const without = (isOurs: (name: string) => boolean): KeyChoices => ({
    ...choices.value,
    chosen: Object.fromEntries(
      Object.entries(choices.value.chosen).filter(([name]) => !isOurs(name)),
    ),
  });
  return {
    lines,
    isOff: computed(() => choices.value.isOff),
    changed: computed(
      () =>
        new Set(
          own
            .map(({ command }) => command)
            .filter((command) => nameOf(command) in choices.value.chosen),
        ),
    ),
    canUndo: computed(() => before.value !== null),
    choose(command, key) {
      if (!isChoosable(key)) return { is: 'refused', key };
      const all = lines.value.filter((line) => line.command !== command);
      if (all.some(({ keys }) => keys.some((held) => held.startsWith(`${key} `))))
        return { is: 'refused', key };
      const holder = all.find(({ keys }) => keys.includes(key));
      const chosen: Record<string, string> = { ...choices.value.chosen, [nameOf(command)]: key };
      // From a command with its own keys it is taken by `withChoices`.
      if (holder && nameOf(holder.command) in chosen) chosen[nameOf(holder.command)] = '';
      keep({ ...choices.value, chosen });
      return { is: 'chosen', key, takenFrom: holder?.command ?? null };
    },
    reset: (command) => keep(without((name) => name === nameOf(command))),
    resetAll: () => keep(without((name) => name.startsWith(`${screen}.`))),
    turn: (isOff) => keep({ ...choices.value, isOff }),
    undo() {
      if (before.value) keep(before.value);
      before.value = null;
    },
  };
}
