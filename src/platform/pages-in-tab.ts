import type { ArticleDraft } from '../article/article.ts';
import type { LaterPage, PageFailure, Rest } from '../article/pages.ts';
import { parseCutShort, parseDraft, parsePagesAhead } from '../article/parse-draft.ts';
import { done, failed, type Result } from '../article/result.ts';
import type { SiteRule } from '../article/site-rules.ts';
import { within } from '../messages/send.ts';
import type { ReadingApi } from './read-tab.ts';

/** Stands beside `read.js`, and uses the reader that it left in the page. */
const SCRIPT = '/pages.js';
/** One page may take 15 s to come, and is read then. */
const PATIENCE = 25_000;
const MOST_BLOCKS = 20_000;
const LONGEST_NAME = 10_000;
const FAILURES: PageFailure[] = ['no-answer', 'refused', 'too-large', 'no-article', 'tab-gone'];

interface LaterAsk {
  address: string;
  known: string[];
  title: string;
  at: number;
}

/**
 * The further pages of the article in a tab. They are fetched and read in the page itself, as the page's
 * own origin: so no permission is needed, and nothing of them comes into a page of ours but a draft.
 */
export function pagesInTab(
  api: ReadingApi,
  tab: Promise<number | undefined>,
  ruleOf: () => SiteRule | undefined,
) {
  const target = async () => {
    const tabId = await tab;
    if (tabId === undefined) throw new Error('no tab');
    return { tabId };
  };
  const inTab = async (method: string, ...args: unknown[]): Promise<unknown> => {
    const run = api.scripting.executeScript({
      target: await target(),
      injectImmediately: true,
      func: call,
      args: [method, args],
    });
    return (await within(PATIENCE, run))[0]?.result;
  };
  return {
    /** What is not in an article of so many words: see `Rest`. */
    async rest(words: number): Promise<Rest> {
      try {
        await api.scripting.executeScript({
          target: await target(),
          injectImmediately: true,
          files: [SCRIPT],
        });
        const rule = ruleOf();
        const found = ((await inTab('rest', words, rule ?? null)) ?? {}) as Record<string, unknown>;
        const unusedRule = found['isRuleUnused'] === true ? (rule?.next ?? '') : '';
        const short = parseCutShort(found['cutShort']);
        return { ahead: parsePagesAhead(found['ahead']), unusedRule, cutShort: short };
      } catch {
        // The tab went elsewhere meanwhile: the article that was read stands alone.
        return { ahead: null, unusedRule: '', cutShort: null };
      }
    },
    /** Names of what an article has, so that later pages need not repeat it. */
    async blocks(draft: ArticleDraft): Promise<Result<string[], PageFailure>> {
      try {
        const named = await inTab('blocks', draft);
        return Array.isArray(named) ? done(parseBlocks(named)) : failed('tab-gone');
      } catch {
        return failed('tab-gone');
      }
    },
    /** One page; null when it brings nothing new. */
    async read(ask: LaterAsk): Promise<Result<LaterPage | null, PageFailure>> {
      try {
        const rule = ruleOf();
        return parseLater(await inTab('later', { ...ask, ...(rule && { rule }) }));
      } catch (error) {
        return failed(/no answer in time/.test(String(error)) ? 'no-answer' : 'tab-gone');
      }
    },
  };
}

/** Runs in the page, beside the script injected before; null where that is gone with its page. */
function call(method: string, args: unknown[]): unknown {
  const pages = (
    globalThis as { __lecternPages?: Record<string, (...given: unknown[]) => unknown> }
  ).__lecternPages;
  return pages?.[method]?.(...args) ?? null;
}

/** The answer comes from the page's process: field by field. */
function parseLater(answer: unknown): Result<LaterPage | null, PageFailure> {
  const { ok, value, reason } = (answer ?? {}) as Record<string, unknown>;
  if (ok !== true) return failed(FAILURES.find((known) => known === reason) ?? 'tab-gone');
  if (value === null) return done(null);
  const { draft: told, blocks } = (value ?? {}) as Record<string, unknown>;
  const draft = parseDraft(told);
  return draft ? done({ draft, blocks: parseBlocks(blocks) }) : failed('no-article');
}

const parseBlocks = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [])
    .filter((name) => typeof name === 'string')
    .filter(({ length }) => length <= LONGEST_NAME)
    .slice(0, MOST_BLOCKS);
