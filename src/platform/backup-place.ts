import { type BackupPlan, type MadeBackup, parseBackupPlan } from '../article/backup-plan.ts';
import { parseSettings } from '../article/settings.ts';
import { parseSiteRules } from '../article/site-rules.ts';
import { browser } from './browser.ts';
import { aidsArea, keysArea, listeningArea, listeningPlacesArea } from './reader-areas.ts';
import { area, settingsArea, siteRulesArea } from './settings-area.ts';
import { parseAids } from '../article/aids.ts';
import { parseKeyChoices } from '../article/key-choices.ts';
import { parseListening, parsePlaces } from '../article/listening.ts';

export const backupPlanArea = area<BackupPlan>('backupPlan', parseBackupPlan);

/** What the person set, as a backup has it. */
export const loadAllSettings = async (): Promise<Record<string, unknown>> => ({
  settings: await settingsArea.load(),
  siteRules: await siteRulesArea.load(),
  keys: await keysArea.load(),
  listening: await listeningArea.load(),
  listeningPlaces: await listeningPlacesArea.load(),
  aids: await aidsArea.load(),
});

/** Takes the settings of a backup, each looked at as what is stored here. */
export async function saveAllSettings(from: Record<string, unknown>): Promise<void> {
  const has = (key: string): boolean => Object.hasOwn(from, key);
  if (has('settings')) await settingsArea.save(parseSettings(from['settings']));
  if (has('siteRules')) await siteRulesArea.save(parseSiteRules(from['siteRules']));
  if (has('keys')) await keysArea.save(parseKeyChoices(from['keys']));
  if (has('listening')) await listeningArea.save(parseListening(from['listening']));
  if (has('listeningPlaces')) await listeningPlacesArea.save(parsePlaces(from['listeningPlaces']));
  if (has('aids')) await aidsArea.save(parseAids(from['aids']));
}

const DOWNLOADS = { permissions: ['downloads'] as const };

/** The folder of downloads, as a place for backups. */
export const downloadsPlace = {
  /** Whether files may be put there without a question. */
  isOpen: (): Promise<boolean> =>
    browser.permissions.contains({ permissions: [...DOWNLOADS.permissions] }).catch(() => false),
  /** Asks the person; to be called in the turn of a click. */
  ask: (): Promise<boolean> =>
    browser.permissions.request({ permissions: [...DOWNLOADS.permissions] }).catch(() => false),
  /** Answers the browser's number of the file once all of it is there. */
  async put(name: string, content: Blob): Promise<number> {
    const url = URL.createObjectURL(content);
    try {
      const id = await browser.downloads.download({
        url,
        filename: `Lectern/${name}`,
        saveAs: false,
      });
      for (;;) {
        const [item] = await browser.downloads.search({ id });
        if (item?.state === 'complete') return id;
        if (!item || item.state === 'interrupted') throw new Error('The download was not finished');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    } finally {
      URL.revokeObjectURL(url);
    }
  },
  /** Deletes a file from the disk, if it is still the one that we wrote; throws where the browser cannot. */
  async remove({ name, download }: MadeBackup): Promise<void> {
    if (download === null) return;
    const [item] = await browser.downloads.search({ id: download });
    if (item?.byExtensionId !== browser.runtime.id || !item.filename.endsWith(name)) return;
    if (item.exists) await browser.downloads.removeFile(download);
    await browser.downloads.erase({ id: download });
  },
};
