import type { Time } from './article.ts';

export const RHYTHMS = ['never', 'daily', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Where backups go that are made by themselves: among the downloads, or into a folder that the person chose. */
export const SPOTS = ['downloads', 'folder'] as const;
export type Spot = (typeof SPOTS)[number];

/** A backup that we made ourselves. */
export interface MadeBackup {
  name: string;
  /** The browser's number of its download; null in the chosen folder. */
  download: number | null;
}

/** How often a backup is made by itself, and what was made. */
export interface BackupPlan {
  every: Rhythm;
  spot: Spot;
  /** The name of the chosen folder; empty where none was chosen. */
  folder: string;
  /** When the last one was made, by hand or by itself; 0 for never. */
  last: Time;
  /** Not to be asked about before. */
  later: Time;
  /** Those made by themselves, the oldest first. */
  made: MadeBackup[];
}

/** So many are kept of those that are made by themselves. */
export const KEPT_BACKUPS = 5;
export const NO_PLAN: BackupPlan = {
  every: 'never',
  spot: 'downloads',
  folder: '',
  last: 0,
  later: 0,
  made: [],
};

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const DAYS: Record<Exclude<Rhythm, 'never'>, number> = { daily: 1, weekly: 7, monthly: 30 };
const NAME = /^lectern-backup-[\w-]+\.zip$/;

/** The stored value as a plan: what is broken is none. */
export function parseBackupPlan(stored: unknown): BackupPlan {
  const { every, spot, folder, last, later, made } = (stored ?? {}) as Partial<
    Record<keyof BackupPlan, unknown>
  >;
  const time = (value: unknown): Time => (typeof value === 'number' && value > 0 ? value : 0);
  return {
    every: RHYTHMS.find((one) => one === every) ?? 'never',
    spot: SPOTS.find((one) => one === spot) ?? 'downloads',
    folder: typeof folder === 'string' ? folder : '',
    last: time(last),
    later: time(later),
    made: (Array.isArray(made) ? (made as unknown[]) : []).flatMap((one) => {
      const { name, download } = (one ?? {}) as Partial<Record<keyof MadeBackup, unknown>>;
      return typeof name === 'string' &&
        NAME.test(name) &&
        (typeof download === 'number' || download === null)
        ? [{ name, download }]
        : [];
    }),
  };
}

/** Whether it is time for the next one. A clock that was set back makes none wait for ever. */
export function isDue({ every, last, later }: BackupPlan, now: Time): boolean {
  if (every === 'never') return false;
  const since = now - last;
  return (since < 0 || since >= DAYS[every] * DAY) && (now >= later || later - now > 31 * DAY);
}

/** The plan of somebody who does not want to be asked before a week has gone. */
export const postponed = (plan: BackupPlan, now: Time): BackupPlan => ({
  ...plan,
  later: now + WEEK,
});

/** The name of a file of a backup: sorts by its time. */
export const backupName = (now: Time): string =>
  `lectern-backup-${new Date(now).toISOString().slice(0, 16).replace(/[T:]/g, '-')}.zip`;
