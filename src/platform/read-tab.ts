import type { Browser } from 'webextension-polyfill';
import type { ArticleDraft } from '../article/article.ts';
import { parseDraft } from '../article/parse-draft.ts';
import type { ReadFailure, ReadOptions } from '../article/read-failure.ts';
import { failed, done, type Result } from '../article/result.ts';
import { within } from '../messages/send.ts';
import { failureOfInjection, refusalOf, type TabFacts } from './refusals.ts';

/** The two parts of the browser's interface that reading needs; native or polyfilled. */
export type ReadingApi = Pick<Browser, 'tabs' | 'scripting'>;
export type Tab = TabFacts & { id?: number | undefined; incognito?: boolean | undefined };
export type Reading = Result<ArticleDraft, ReadFailure>;

/** The content script; its last expression reads the page, so that one injection is enough. */
const SCRIPT = '/read.js';
const PATIENCE = 8_000;
/** A page whose address is withheld refuses at once, or never answers. */
const PATIENCE_UNKNOWN = 2_000;

/** The tab in front of the person. */
export async function activeTab(api: ReadingApi): Promise<Tab> {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab ?? {};
}

/** Injects the reader into a tab and gives the article; never rejects, never waits for ever. */
export async function readTab(api: ReadingApi, tab: Tab, options?: ReadOptions): Promise<Reading> {
  const answer = await injectInto(api, tab, SCRIPT, options);
  return answer.ok ? parseReading(answer.value) : answer;
}

/** Injects one of our scripts into a tab and gives its last value, or why the tab cannot be read. */
export async function injectInto(
  api: ReadingApi,
  tab: Tab,
  file: string,
  options?: ReadOptions,
): Promise<Result<unknown, ReadFailure>> {
  const refusal = tab.id === undefined ? 'no-access' : refusalOf(tab);
  if (refusal) return failed(refusal);
  const target = { tabId: tab.id! };
  const patience = tab.url ? PATIENCE : PATIENCE_UNKNOWN;
  // A view-source page and a frozen tab never answer (Chromium 156).
  const inject = async (script: { files: string[] } | ReturnType<typeof asking>) =>
    within(patience, api.scripting.executeScript({ target, injectImmediately: true, ...script }));
  try {
    if (options) await inject(asking(options));
    return done((await inject({ files: [file] }))[0]?.result);
  } catch (error) {
    return failed(failureOfInjection(String(error), tab));
  }
}

/** Leaves the options in the page for the content script that follows; most readings need none. */
const asking = (options: ReadOptions) => ({
  args: [options],
  func: (asked: ReadOptions): void => {
    (globalThis as { __lecternAsked?: ReadOptions }).__lecternAsked = asked;
  },
});

/** The content script's answer, which comes from the page's process: field by field. */
function parseReading(answer: unknown): Reading {
  const { ok, value, reason } = (answer ?? {}) as Record<string, unknown>;
  if (ok === true) {
    const draft = parseDraft(value);
    return draft ? done(draft) : failed('no-article');
  }
  return failed(typeof reason === 'string' ? (reason as ReadFailure) : 'broken');
}
