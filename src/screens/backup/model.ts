import { type ReadonlySignal, signal } from '@preact/signals';
import { backupName } from '../../article/backup-plan.ts';
import type { BackupManifest } from '../../formats/backup/layout.ts';
import {
  type Backup,
  type BackupFault,
  type NoBackup,
  openBackup,
} from '../../formats/backup/read.ts';
import { blobSink } from '../../formats/backup/write.ts';
import type { SafeHtml } from '../../sanitize/safe-html.ts';
import type { RestoreMode } from '../../store/restore.ts';
import { type MadeSoFar, makeBackup, type MakeFailure, type Making } from './make.ts';
import type { PlanModel } from './plan.ts';
import {
  compare,
  type Comparison,
  restore,
  type Restoration,
  type RestoreFailure,
} from './restore.ts';

export interface BackupWorld extends Making {
  saveFile: (name: string, content: Blob) => void;
  clean: (html: string) => SafeHtml;
  saveSettings: (settings: Record<string, unknown>) => Promise<void>;
}

export type Out =
  | { is: 'idle' }
  | ({ is: 'going' } & MadeSoFar)
  | { is: 'failed'; why: MakeFailure }
  | { is: 'done'; name: string; bytes: number; manifest: BackupManifest };

export type In =
  | { is: 'idle' }
  | { is: 'reading' | 'going' | 'saving-first'; part: number }
  /** The file was moved or changed while it was read: 'unreadable'. */
  | { is: 'refused'; why: NoBackup | RestoreFailure | 'unreadable' }
  | { is: 'shown'; name: string; backup: Backup; comparison: Comparison }
  /** The library as it was is in a file of its own: only now may it be replaced. */
  | { is: 'ready'; name: string; backup: Backup; comparison: Comparison; way: string }
  | { is: 'done'; result: Restoration; why?: RestoreFailure };

export interface BackupModel {
  out: ReadonlySignal<Out>;
  into: ReadonlySignal<In>;
  withSettings: ReadonlySignal<boolean>;
  make(): Promise<void>;
  choose(file: File): Promise<void>;
  setWithSettings(is: boolean): void;
  merge(): Promise<void>;
  /** Makes a backup of what is here, and then waits for the word. */
  prepareReplace(): Promise<void>;
  replace(): Promise<void>;
  saveFaults(faults: readonly BackupFault[]): void;
  /** Ends what is going on; what was restored stays. */
  cancel(): void;
  forget(): void;
}

/** Everything the page of backups does, without a page. */
export function createBackupModel(
  world: BackupWorld,
  plan: Pick<PlanModel, 'noteMade'>,
): BackupModel {
  const out = signal<Out>({ is: 'idle' });
  const into = signal<In>({ is: 'idle' });
  const withSettings = signal(false);
  let ending = new AbortController();
  const begin = (): AbortSignal => (ending = new AbortController()).signal;

  const write = async (
    onProgress: (soFar: MadeSoFar) => void,
  ): Promise<{ name: string; bytes: number; manifest: BackupManifest } | MakeFailure> => {
    const { sink, blob } = blobSink('application/zip');
    const made = await makeBackup(world, sink, { signal: begin(), onProgress });
    if (!made.ok) return made.reason;
    const now = world.now();
    const [name, content] = [backupName(now), blob()];
    world.saveFile(name, content);
    await plan.noteMade(now);
    return { name, bytes: content.size, manifest: made.value };
  };
  const run = async (backup: Backup, mode: RestoreMode, comparison: Comparison): Promise<void> => {
    const steps = {
      signal: begin(),
      onProgress: (part: number) => void (into.value = { is: 'going', part }),
    };
    into.value = { is: 'going', part: 0 };
    const done = await restore(backup, mode, comparison.onlyHere, world, steps);
    if (done.ok && withSettings.value) await world.saveSettings(await backup.settings());
    into.value = done.ok
      ? { is: 'done', result: done.value }
      : { is: 'done', result: done.reason.soFar, why: done.reason.why };
  };
  const look = async (file: File): Promise<void> => {
    into.value = { is: 'reading', part: 0 };
    const opened = await openBackup(file);
    if (!opened.ok) {
      into.value = { is: 'refused', why: opened.reason };
      return;
    }
    const compared = await compare(opened.value, world, {
      signal: begin(),
      onProgress: (part) => (into.value = { is: 'reading', part }),
    });
    if (compared.ok) {
      withSettings.value = compared.value.here === 0;
      into.value = {
        ...{ is: 'shown', name: file.name, backup: opened.value, comparison: compared.value },
      };
    } else if (compared.reason === 'cancelled') into.value = { is: 'idle' };
    else into.value = { is: 'refused', why: compared.reason };
  };
  /** A file that was moved or changed meanwhile can be read no more: the page says so, and stays of use. */
  const reading = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      console.error(error);
      into.value = { is: 'refused', why: 'unreadable' };
    });

  return {
    out,
    into,
    withSettings,
    async make() {
      if (out.value.is === 'going') return;
      out.value = { is: 'going', articles: 0, bytes: 0 };
      const made = await write((soFar) => (out.value = { is: 'going', ...soFar }));
      if (typeof made !== 'string') out.value = { is: 'done', ...made };
      else out.value = made === 'cancelled' ? { is: 'idle' } : { is: 'failed', why: made };
    },
    choose: (file) => reading(look(file)),
    setWithSettings: (is) => void (withSettings.value = is),
    async merge() {
      const shown = into.value;
      if (shown.is === 'shown') await reading(run(shown.backup, 'merge', shown.comparison));
    },
    async prepareReplace() {
      const shown = into.value;
      if (shown.is !== 'shown') return;
      into.value = { is: 'saving-first', part: 0 };
      const { here } = shown.comparison;
      const made = await write(
        ({ articles }) =>
          (into.value = { is: 'saving-first', part: Math.min(1, articles / Math.max(1, here)) }),
      );
      if (typeof made !== 'string') into.value = { ...shown, is: 'ready', way: made.name };
      else
        into.value =
          made === 'cancelled'
            ? shown
            : { is: 'refused', why: made === 'not-written' ? 'storage-full' : made };
    },
    async replace() {
      const ready = into.value;
      if (ready.is === 'ready') await reading(run(ready.backup, 'replace', ready.comparison));
    },
    saveFaults(faults) {
      const lines = faults.map(({ part, line, reason }) => `${part}\t${line || '-'}\t${reason}\n`);
      world.saveFile('lectern-not-restored.txt', new Blob(lines, { type: 'text/plain' }));
    },
    cancel: () => ending.abort(),
    forget: () => void (into.value = { is: 'idle' }),
  };
}
