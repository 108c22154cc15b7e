import { type AddJob, parseAddJob } from '../article/adding.ts';
import { browser } from './browser.ts';
import { area } from './settings-area.ts';

/** The addresses being added: written by the background alone, followed by our pages. */
export const addingArea = area<AddJob>('adding', parseAddJob);

const KEY = 'tabs-behind';

/** The tabs that we opened to read in, as long as the browser runs: a killed background finds and closes them. */
export const tabsBehind = {
  load: async (): Promise<number[]> => {
    const kept = (await browser.storage.session.get(KEY))[KEY];
    return Array.isArray(kept) ? kept.filter((id): id is number => typeof id === 'number') : [];
  },
  save: (ids: number[]): Promise<void> => browser.storage.session.set({ [KEY]: ids }),
};
