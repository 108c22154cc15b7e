/** Which keys the person wants for what, beside the ones that come with Lectern. */
export interface KeyChoices {
  /** Single keys do nothing: for whoever speaks to the computer, or keeps hitting them. */
  isOff: boolean;
  /** The one key of a command, by "screen.command". A command that is not named has its own keys. */
  chosen: Readonly<Record<string, string>>;
}

const COMMAND = /^[a-z]+\.[a-z-]+$/;

/** A key that may be chosen: one that writes a sign. The others belong to the browser and to moving about. */
export const isChoosable = (key: string): boolean => /^(?:Shift\+\p{L}|[^\s\p{C}])$/u.test(key);

/** The stored value as choices: unknown or broken parts are left out, never an error. */
export function parseKeyChoices(stored: unknown): KeyChoices {
  const { isOff, chosen } = (stored ?? {}) as Partial<Record<keyof KeyChoices, unknown>>;
  const entries = Object.entries(chosen ?? {}) as [string, unknown][];
  return {
    isOff: isOff === true,
    chosen: Object.fromEntries(
      entries.filter(
        (entry): entry is [string, string] =>
          COMMAND.test(entry[0]) &&
          typeof entry[1] === 'string' &&
          (entry[1] === '' || isChoosable(entry[1])),
      ),
    ),
  };
}
