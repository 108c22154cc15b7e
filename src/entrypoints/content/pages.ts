import type { CutShort } from '../../article/article.ts';
import type { PagesAhead } from '../../article/pages.ts';
import type { SiteRule } from '../../article/site-rules.ts';
import { cutShort } from '../../extract/cut-short.ts';
import { byRule, findAhead } from '../../extract/pages/find-ahead.ts';
import {
  blocksOfArticle,
  type LaterAsk,
  type ReadDocument,
  readLaterPage,
} from '../../extract/pages/read-later.ts';

interface Rest {
  ahead: PagesAhead | null;
  isRuleUnused: boolean;
  cutShort: CutShort | null;
}

/** What `platform/pages-in-tab` calls in the page that was read. */
const pages = {
  /** Whether an article of so many words is all there is. */
  rest(words: number, rule?: SiteRule): Rest {
    const selector = rule?.next ?? '';
    return {
      ahead: findAhead(document, location.href, { selector }),
      isRuleUnused: selector !== '' && !byRule(document, selector),
      cutShort: cutShort(document, words),
    };
  },
  blocks: blocksOfArticle,
  async later(ask: LaterAsk): Promise<unknown> {
    const { __lectern: reader } = globalThis as { __lectern?: { readPage: ReadDocument } };
    if (!reader) return { ok: false, reason: 'tab-gone' };
    try {
      return await readLaterPage(ask, reader.readPage);
    } catch (error) {
      console.error(error);
      return { ok: false, reason: 'no-article' };
    }
  },
};

/** The methods that can be asked for by name. */
export type Pages = typeof pages;

(globalThis as unknown as { __lecternPages: Pages }).__lecternPages = pages;
