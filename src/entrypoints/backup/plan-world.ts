import { ask } from '../../platform/background-link.ts';
import { backupFolder, canChooseFolder, chooseFolder } from '../../platform/backup-folder.ts';
import { backupPlanArea, downloadsPlace, loadAllSettings } from '../../platform/backup-place.ts';
import type { PlanWorld } from '../../screens/backup/plan.ts';

/** Backups that are made by themselves, in any page of ours. */
export const planWorld: PlanWorld = {
  send: ask,
  settings: loadAllSettings,
  now: Date.now,
  area: backupPlanArea,
  places: { downloads: downloadsPlace, folder: backupFolder },
  chooseFolder: canChooseFolder ? chooseFolder : null,
  alone: async (work) => {
    await navigator.locks.request('lectern-backup', { ifAvailable: true }, (lock) =>
      lock ? work() : undefined,
    );
  },
};
