import { type ReadonlySignal, signal } from '@preact/signals';
import { addressKey, type ArticleDraft } from '../../article/article.ts';
import {
  type LaterPage,
  MOST_PAGES,
  type PageFailure,
  type PagesAhead,
  type Rest,
  withPage,
} from '../../article/pages.ts';
import { done, failed, type Result } from '../../article/result.ts';

/** How the further pages of an article are reached; fakes of a few lines in tests. */
export interface PagesWorld {
  /** What is not in an article of so many words. */
  rest(words: number): Promise<Rest>;
  /** Names of what an article has. */
  blocks(draft: ArticleDraft): Promise<Result<string[], PageFailure>>;
  /** One page without what is `known`; null when it brings nothing new. */
  read(ask: {
    address: string;
    known: string[];
    title: string;
    at: number;
  }): Promise<Result<LaterPage | null, PageFailure>>;
}

export type ReadingOn =
  | { is: 'idle' }
  /** `of` is 0 where the site does not say. */
  | { is: 'reading'; page: number; of: number }
  | { is: 'stopped'; page: number; reason: PageFailure };

/** What is still to be had of an article, and the way to it. */
export interface RestModel {
  readingOn: ReadonlySignal<ReadingOn>;
  /** Looks in the page where the article goes on. */
  look(): Promise<void>;
  /** Reads all pages that are ahead. What was read stands, also when a page fails or the person stops it. */
  readAll(): Promise<void>;
  cancel(): void;
}

/** The article that a screen shows, and the way to put a longer one in its place. */
interface Held {
  draft: () => ArticleDraft | null;
  show: (draft: ArticleDraft) => void;
  /** What is shown is more than what may be saved already. */
  onLonger: () => void;
}

/** More markup than this is no article any more. */
const MOST_MARKUP = 8_000_000;
/** The whole on one page must have so much of the first page in it to be believed. */
const SHARED = 0.6;

/** Where no page can be reached: for an article whose tab is not known. */
export const NO_PAGES: PagesWorld = {
  rest: () => Promise.resolve({ ahead: null, unusedRule: '', cutShort: null }),
  blocks: () => Promise.resolve(failed('tab-gone')),
  read: () => Promise.resolve(failed('tab-gone')),
};

/** Reads an article on over its pages, without a page of ours. */
export function createRestModel(world: PagesWorld, held: Held): RestModel {
  const readingOn = signal<ReadingOn>({ is: 'idle' });
  let cancel = (): void => undefined;

  /** Takes the place of the article with it and what follows, as far as that can be read. */
  const readOn = async (article: ArticleDraft, cancelled: Promise<null>): Promise<ArticleDraft> => {
    let ahead = article.ahead;
    // What the person opened is one of the pages to come.
    let whole = ahead?.fromStart ? null : article;
    const stopped = (reason: PageFailure): ArticleDraft => {
      readingOn.value = { is: 'stopped', page: pagesOf(whole) + 1, reason };
      return whole ?? article;
    };
    const ended = (): ArticleDraft => {
      readingOn.value = { is: 'idle' };
      return withoutAhead(whole ?? article);
    };
    const named = whole ? await Promise.race([world.blocks(whole), cancelled]) : done([]);
    if (!named) return article;
    if (!named.ok) return stopped(named.reason);
    const known = [...named.value];
    const visited = new Set(whole ? [addressKey(whole.url)] : []);
    for (let fetched = 0; ahead && fetched < MOST_PAGES; fetched += 1) {
      if (visited.has(addressKey(ahead.next))) return ended();
      visited.add(addressKey(ahead.next));
      readingOn.value = readingAfter(whole, ahead);
      const title = whole?.title ?? '';
      const reading = world.read({ address: ahead.next, known, title, at: pagesOf(whole) });
      const page = await Promise.race([reading, cancelled]);
      if (!page) break;
      if (!page.ok) return stopped(page.reason);
      if (!page.value) return ended();
      const { draft, blocks } = page.value;
      if (draft.html.length + (whole?.html.length ?? 0) > MOST_MARKUP) return stopped('too-large');
      ahead = counted(draft.ahead, ahead.count);
      const longer: ArticleDraft = whole ? withPage(whole, page.value) : draft;
      whole = ahead ? { ...longer, ahead } : longer;
      known.push(...blocks);
    }
    readingOn.value = { is: 'idle' };
    return whole ?? article;
  };

  /** The whole on one page, when the site offers it and it is what it says. */
  const readWhole = async (
    article: ArticleDraft,
    cancelled: Promise<null>,
  ): Promise<ArticleDraft | null> => {
    const { whole: address, count, fromStart } = article.ahead!;
    if (!address || article.pages) return null;
    const named = await world.blocks(article);
    const reading = world.read({ address, known: [], title: '', at: 0 });
    const page = await Promise.race([reading, cancelled]);
    if (!named.ok || !page?.ok || !page.value) return null;
    const { draft, blocks } = page.value;
    const shared = named.value.filter((name) => blocks.includes(name)).length;
    if (shared < named.value.length * SHARED || draft.words <= article.words) return null;
    const pages = fromStart ? count : count + 1;
    return { ...withoutAhead(draft), url: article.url, ...(count > 0 && { pages }) };
  };

  return {
    readingOn,
    async look() {
      const { ahead, unusedRule, cutShort } = await world.rest(held.draft()?.words ?? 0);
      const draft = held.draft();
      if (!draft || draft.part || draft.pages || (!ahead && !unusedRule && !cutShort)) return;
      const unusedRules = [...(draft.unusedRules ?? []), ...(unusedRule ? [unusedRule] : [])];
      held.show({ ...draft, unusedRules, ...(ahead && { ahead }), ...(cutShort && { cutShort }) });
    },
    async readAll() {
      const article = held.draft();
      if (!article?.ahead || readingOn.value.is === 'reading') return;
      // At once, so that a second click finds it at work.
      readingOn.value = readingAfter(article.ahead.fromStart ? null : article, article.ahead);
      let isCancelled = false;
      const cancelled = new Promise<null>((resolve) => {
        cancel = () => {
          isCancelled = true;
          readingOn.value = { is: 'idle' };
          resolve(null);
        };
      });
      const whole = await readWhole(article, cancelled);
      if (isCancelled) return;
      const read = whole ?? (await readOn(article, cancelled));
      if (whole) readingOn.value = { is: 'idle' };
      // The person went on to another page meanwhile, or put something back: that is newer.
      const current = held.draft();
      if (current?.url !== article.url || read === article) return;
      held.show(withPutBack(read, current));
      held.onLonger();
    },
    cancel: () => cancel(),
  };
}

/** How many pages were read. */
const pagesOf = (article: ArticleDraft | null): number => article?.pages ?? (article ? 1 : 0);

/** On the way to the page that follows what was read. */
const readingAfter = (article: ArticleDraft | null, { count }: PagesAhead): ReadingOn => ({
  is: 'reading',
  page: pagesOf(article) + 1,
  of: count && pagesOf(article) + count,
});

/** The article has no page more. */
function withoutAhead({ ahead: _ahead, ...article }: ArticleDraft): ArticleDraft {
  return article;
}

/** Counts on where a page itself does not. */
const counted = (ahead: PagesAhead | undefined, before: number): PagesAhead | undefined =>
  ahead && { ...ahead, count: ahead.count || Math.max(0, before - 1) };

/** What the person put back of the first pages, while the others came. */
function withPutBack(
  read: ArticleDraft,
  { leftOut: before = [], html }: ArticleDraft,
): ArticleDraft {
  if (!read.html.startsWith(html)) return read;
  const leftOut = (read.leftOut ?? []).map((block, at) => ({
    ...block,
    putBack: before[at]?.putBack ?? false,
  }));
  return { ...read, leftOut };
}
