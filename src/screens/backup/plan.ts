import { type ReadonlySignal, signal } from '@preact/signals';
import type { Time } from '../../article/article.ts';
import {
  backupName,
  type BackupPlan,
  isDue,
  KEPT_BACKUPS,
  type MadeBackup,
  NO_PLAN,
  type Rhythm,
  type Spot,
} from '../../article/backup-plan.ts';
import { blobSink } from '../../formats/backup/write.ts';
import { makeBackup, type Making } from './make.ts';

/** Where backups are put. */
interface Place {
  /** Whether that needs no question. */
  isOpen: () => Promise<boolean>;
  /** Asks the person; to be called in the turn of a click. */
  ask: () => Promise<boolean>;
  put: (name: string, content: Blob) => Promise<MadeBackup['download']>;
  /** Throws where it cannot be removed now. */
  remove: (made: MadeBackup) => Promise<void>;
}

/** How the plan reaches the world; fakes of a few lines in tests. */
export interface PlanWorld extends Making {
  area: {
    load(): Promise<BackupPlan>;
    save(plan: BackupPlan): Promise<void>;
    onChange(listener: (plan: BackupPlan) => void): void;
  };
  places: Record<Spot, Place>;
  /** Has the person choose a folder, in the turn of a click: its name, or null; null where the browser has none. */
  chooseFolder: (() => Promise<string | null>) | null;
  /** Does the work if no other page of ours is at it. */
  alone: (work: () => Promise<void>) => Promise<void>;
}

export interface PlanModel {
  plan: ReadonlySignal<BackupPlan>;
  /** The person did not allow the place. */
  refused: ReadonlySignal<boolean>;
  /** The last one made by itself was not written. */
  failed: ReadonlySignal<boolean>;
  /** It is time, and the browser wants to be asked again before anything is written. */
  closed: ReadonlySignal<boolean>;
  canChooseFolder: boolean;
  /** Says how often; asks for the place. */
  choose(every: Rhythm): Promise<void>;
  /** Says where; has the folder chosen, also another one. */
  chooseSpot(spot: Spot): Promise<void>;
  /** Asks for the place, and makes the one that is due. */
  open(): Promise<void>;
  /** Makes one if it is time, without a word; false where it is time and it cannot be. */
  whenDue(): Promise<boolean>;
  /** A backup was made by hand. */
  noteMade(at: Time): Promise<void>;
}

/** So many that could not be removed are remembered. */
const MOST_STUCK = 20;

/** Backups that are made by themselves, while a page of ours is open. */
export function createPlanModel(world: PlanWorld): PlanModel {
  const plan = signal(NO_PLAN);
  const refused = signal(false);
  const failed = signal(false);
  const closed = signal(false);
  const take = (value: BackupPlan): void => void (plan.value = value);
  const loaded = world.area.load().then(take);
  world.area.onChange(take);
  const change = async (part: Partial<BackupPlan>): Promise<void> => {
    const next = { ...(await world.area.load()), ...part };
    plan.value = next;
    await world.area.save(next);
  };
  const placeOf = ({ download }: MadeBackup): Place =>
    world.places[download === null ? 'folder' : 'downloads'];
  const makeOne = async (): Promise<void> => {
    // Another page may have made it meanwhile.
    if (!isDue(await world.area.load(), world.now())) return;
    const { sink, blob } = blobSink('application/zip');
    const steps = { signal: new AbortController().signal, onProgress: () => undefined };
    const made = await makeBackup(world, sink, steps);
    if (!made.ok) {
      failed.value = true;
      return;
    }
    const now = world.now();
    const name = backupName(now);
    const before = await world.area.load();
    const download = await world.places[before.spot].put(name, blob());
    const all = [...before.made, { name, download }];
    await change({ last: now, later: 0, made: all });
    // One that the browser cannot remove now is tried again after the next.
    const stuck: MadeBackup[] = [];
    for (const old of all.slice(0, -KEPT_BACKUPS))
      await placeOf(old)
        .remove(old)
        .catch(() => stuck.push(old));
    await change({ made: [...stuck.slice(-MOST_STUCK), ...all.slice(-KEPT_BACKUPS)] });
  };
  const model: PlanModel = {
    plan,
    refused,
    failed,
    closed,
    canChooseFolder: world.chooseFolder !== null,
    async choose(every) {
      const allowed = every === 'never' || (await world.places[plan.value.spot].ask());
      refused.value = !allowed;
      if (!allowed) return;
      await change({ every, later: 0 });
      await model.whenDue();
    },
    async chooseSpot(spot) {
      const folder = spot === 'folder' ? await world.chooseFolder!() : plan.value.folder;
      // Who closes the browser's window wants nothing changed.
      if (folder === null) return;
      const allowed = plan.value.every === 'never' || (await world.places[spot].ask());
      refused.value = !allowed;
      if (!allowed) return;
      await change({ spot, folder, later: 0 });
      await model.whenDue();
    },
    async open() {
      refused.value = !(await world.places[plan.value.spot].ask());
      if (!refused.value) await model.whenDue();
    },
    async whenDue() {
      await loaded;
      closed.value = false;
      if (!isDue(plan.value, world.now())) return true;
      if (!(await world.places[plan.value.spot].isOpen())) {
        closed.value = true;
        return false;
      }
      failed.value = false;
      await world.alone(makeOne).catch((error: unknown) => {
        console.error(error);
        failed.value = true;
      });
      return !failed.value;
    },
    noteMade: (at) => change({ last: at, later: 0 }),
  };
  return model;
}
