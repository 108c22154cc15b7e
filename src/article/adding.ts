import { addressKey, type ArticleId } from './article.ts';
import type { ImportId } from './import-job.ts';

/** What became of an address that was to be added. */
export const ADD_OUTCOMES = [
  'saved',
  'already',
  'kept',
  'not-an-article',
  'no-answer',
  'not-allowed',
  'not-stored',
  'cancelled',
] as const;
export type AddOutcome = (typeof ADD_OUTCOMES)[number];

/** An address that somebody wants to have. */
export interface Wish {
  url: string;
  /** The text of its link or the title of its tab; empty when unknown. */
  title: string;
  /** The tab that shows it already. */
  tabId?: number;
}

export interface AddItem extends Wish {
  /** To be read where its site is allowed; else only the address is kept. */
  read: boolean;
  is: 'queued' | 'reading' | AddOutcome;
  /** The article that came of it. */
  id?: ArticleId;
}

/** Addresses being added, in their order, with what became of each. */
export interface AddJob {
  items: AddItem[];
  /** An import whose waiting articles follow, a part at a time: thousands are not written down at once. */
  rest?: AddRest;
}

/** Where in an import the next part begins. */
export interface AddRest {
  import: ImportId;
  position: number;
}

/** More than these at once is no reading list. */
export const MOST_WISHES = 500;

export const isUnsettled = ({ is }: AddItem): boolean => is === 'queued' || is === 'reading';
/** It may go better another time. */
export const isFailed = ({ is }: AddItem): boolean =>
  is === 'no-answer' ||
  is === 'not-an-article' ||
  is === 'not-allowed' ||
  is === 'not-stored' ||
  is === 'cancelled';

/** The job with more wishes. One that is still waiting is not asked for twice; a finished job makes room. */
export function withWishes(job: AddJob, wishes: readonly Wish[], read: boolean): AddJob {
  const items = job.items.some(isUnsettled) ? job.items : [];
  const keyOf = ({ url }: Wish): string => addressKey(url);
  const taken = new Set(items.filter(isUnsettled).map(keyOf));
  const fresh = wishes
    .filter((wish) => !taken.has(keyOf(wish)) && taken.add(keyOf(wish)))
    .slice(0, MOST_WISHES)
    .map((wish): AddItem => ({ ...wish, read, is: 'queued' }));
  const renewed = new Set(fresh.map(keyOf));
  return { ...job, items: [...items.filter((item) => !renewed.has(keyOf(item))), ...fresh] };
}

/** The job with the next part of an import: what failed before stays to be seen, what went well makes room. */
export function withPart(job: AddJob, wishes: readonly Wish[], rest: AddRest): AddJob {
  const failed = job.items.filter(isFailed).slice(-MOST_WISHES);
  const known = new Set(failed.map(({ url }) => url));
  const fresh = wishes
    .filter(({ url }) => !known.has(url))
    .map((wish): AddItem => ({ ...wish, read: true, is: 'queued' }));
  return { items: [...failed, ...fresh], rest };
}

/** The stored value as a job: broken items are left out, never an error. */
export function parseAddJob(stored: unknown): AddJob {
  const { items, rest } = (stored ?? {}) as { items?: unknown; rest?: unknown };
  const { import: id, position } = (rest ?? {}) as Record<keyof AddRest, unknown>;
  return {
    items: Array.isArray(items) ? items.flatMap(parseItem) : [],
    ...(typeof id === 'string' &&
      typeof position === 'number' && { rest: { import: id as ImportId, position } }),
  };
}

function parseItem(value: unknown): AddItem[] {
  const { url, title, tabId, read, is, id } = (value ?? {}) as Record<keyof AddItem, unknown>;
  const state = [...ADD_OUTCOMES, 'queued' as const, 'reading' as const].find((one) => one === is);
  if (typeof url !== 'string' || !URL.canParse(url) || !state) return [];
  return [
    {
      url,
      title: typeof title === 'string' ? title : '',
      read: read === true,
      is: state,
      ...(typeof tabId === 'number' && { tabId }),
      ...(typeof id === 'string' && { id: id as ArticleId }),
    },
  ];
}
