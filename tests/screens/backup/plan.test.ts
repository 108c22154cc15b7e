import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import {
  type BackupPlan,
  isDue,
  KEPT_BACKUPS,
  type MadeBackup,
  NO_PLAN,
  postponed,
} from '../../../src/article/backup-plan.ts';
import { createPlanModel, type PlanWorld } from '../../../src/screens/backup/plan.ts';
import { libraryNamed } from '../../formats/backup/library-with.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A browser with a library of no articles, a folder of downloads and another that may be chosen. */
async function aBrowser() {
  let stored: BackupPlan = NO_PLAN;
  const state = {
    now: 1e12,
    allows: true,
    isFull: false,
    /** Names of files that cannot be deleted now. */
    locked: new Set<string>(),
    downloads: new Map<number, string>(),
    /** What the person chooses in the browser's window for folders. */
    chosen: null as string | null,
    isFolderOpen: true,
    folder: [] as string[],
    plan: () => stored,
  };
  const { library, send } = libraryNamed('planned', () => state.now);
  await library.counts();
  const world: PlanWorld = {
    send,
    settings: async () => ({}),
    now: () => state.now,
    area: {
      load: async () => stored,
      save: async (plan) => void (stored = plan),
      onChange: () => undefined,
    },
    places: {
      downloads: {
        isOpen: async () => state.allows,
        ask: async () => state.allows,
        async put(name) {
          if (state.isFull) throw new Error('no room');
          const number = Math.max(0, ...state.downloads.keys()) + 1;
          state.downloads.set(number, name);
          return number;
        },
        async remove({ name, download }: MadeBackup) {
          if (state.locked.has(name)) throw new Error('in use');
          state.downloads.delete(download!);
        },
      },
      folder: {
        isOpen: async () => state.isFolderOpen,
        ask: async () => (state.isFolderOpen = true),
        async put(name) {
          state.folder.push(name);
          return null;
        },
        async remove({ name }) {
          state.folder = state.folder.filter((one) => one !== name);
        },
      },
    },
    chooseFolder: async () => state.chosen,
    alone: (work) => work(),
  };
  return { state, world };
}

it('makes the first backup when it is asked for a rhythm, and the next only when a day has gone', async () => {
  const { state, world } = await aBrowser();
  const model = createPlanModel(world);
  await model.choose('daily');
  expect([...state.downloads.values()]).toEqual(['lectern-backup-2001-09-09-01-46.zip']);
  state.now += DAY - 1;
  expect(await model.whenDue()).toBe(true);
  expect(state.downloads.size).toBe(1);
  state.now += 1;
  expect(await model.whenDue()).toBe(true);
  expect(state.downloads.size).toBe(2);
});

it('keeps the latest five, and tries again to remove what was in use', async () => {
  const { state, world } = await aBrowser();
  const model = createPlanModel(world);
  await model.choose('daily');
  const first = state.downloads.get(1)!;
  state.locked.add(first);
  for (let day = 0; day < 6; day += 1) {
    state.now += DAY;
    await model.whenDue();
  }
  expect([...state.downloads.keys()]).toEqual([1, 3, 4, 5, 6, 7]);
  state.locked.clear();
  state.now += DAY;
  await model.whenDue();
  expect([...state.downloads.keys()]).toEqual([4, 5, 6, 7, 8]);
  expect(state.plan().made).toHaveLength(KEPT_BACKUPS);
});

it('changes nothing where the downloads folder is refused', async () => {
  const { state, world } = await aBrowser();
  state.allows = false;
  const model = createPlanModel(world);
  await model.choose('weekly');
  expect(model.refused.value).toBe(true);
  expect(state.plan()).toEqual(NO_PLAN);
});

it('reminds where the permission was taken back, and is silent for a week when put off', async () => {
  const { state, world } = await aBrowser();
  const model = createPlanModel(world);
  await model.choose('daily');
  state.allows = false;
  state.now += 2 * DAY;
  expect(await model.whenDue()).toBe(false);
  const later = postponed(state.plan(), state.now);
  expect(isDue(later, state.now + 7 * DAY - 1)).toBe(false);
  expect(isDue(later, state.now + 7 * DAY)).toBe(true);
});

it('says when one could not be written, and tries again the next time', async () => {
  const { state, world } = await aBrowser();
  state.isFull = true;
  const model = createPlanModel(world);
  await model.choose('monthly');
  expect(model.failed.value).toBe(true);
  expect(state.plan().last).toBe(0);
  state.isFull = false;
  expect(await model.whenDue()).toBe(true);
  expect(model.failed.value).toBe(false);
  expect(state.downloads.size).toBe(1);
});

it('waits for no clock that was set back', () => {
  const plan: BackupPlan = { ...NO_PLAN, every: 'monthly', last: 1e12 };
  expect(isDue(plan, 1e12 - DAY)).toBe(true);
  expect(isDue({ ...plan, later: 1e12 + 400 * DAY }, 1e12 + 40 * DAY)).toBe(true);
});

it('goes into a folder that was chosen, and asks again where the browser has forgotten that it may', async () => {
  const { state, world } = await aBrowser();
  const model = createPlanModel(world);
  await model.choose('daily');
  await model.chooseSpot('folder');
  expect(state.plan().spot).toBe('downloads');
  state.chosen = 'Keep';
  await model.chooseSpot('folder');
  expect(state.plan()).toMatchObject({ spot: 'folder', folder: 'Keep' });
  state.now += DAY;
  state.isFolderOpen = false;
  expect(await model.whenDue()).toBe(false);
  expect(model.closed.value).toBe(true);
  expect(state.folder).toEqual([]);
  await model.open();
  expect(model.closed.value).toBe(false);
  expect(state.folder).toHaveLength(1);
  for (let day = 0; day < KEPT_BACKUPS; day += 1) {
    state.now += DAY;
    await model.whenDue();
  }
  // The one among the downloads was the oldest.
  expect(state.downloads.size).toBe(0);
  expect(state.folder).toHaveLength(KEPT_BACKUPS);
});
