import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportJob } from '../../article/import-job.ts';
import type { Send } from '../../messages/protocol.ts';

interface StoppedWorld {
  send: Send;
  /** Whether some tab is busy with it. */
  isHeld: (id: string) => Promise<boolean>;
  /** Goes to the page of imports, which goes on with this one. */
  goOn: (id: string) => void;
  dropFiles: (id: string) => Promise<void>;
}

export interface StoppedImportModel {
  /** An import that stopped half way, if there is one. */
  job: ReadonlySignal<ImportJob | null>;
  goOn(): void;
  /** Ends it; what came stays. */
  leave(): Promise<void>;
}

/** What the list says of an import whose tab was closed. */
export function createStoppedImport(world: StoppedWorld): StoppedImportModel {
  const job = signal<ImportJob | null>(null);
  const load = async (): Promise<void> => {
    const all = await world.send('imports/all').catch(() => null);
    if (!all?.ok) return;
    for (const one of all.value) {
      if (one.state !== 'running' || (await world.isHeld(one.id))) continue;
      job.value = one;
      return;
    }
    job.value = null;
  };
  void load();
  return {
    job,
    goOn() {
      if (job.value) world.goOn(job.value.id);
    },
    async leave() {
      const stopped = job.value;
      if (!stopped) return;
      job.value = null;
      await world.send('imports/end', { job: stopped.id, state: 'stopped' }).catch(() => null);
      await world.dropFiles(stopped.id);
    },
  };
}
