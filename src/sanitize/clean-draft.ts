import type { ArticleDraft, ArticleFacts } from '../article/article.ts';
import { clean } from './clean.ts';
import type { SafeHtml } from './safe-html.ts';

/** What may be stored: facts and a body that went through `clean`, with its plain text for search. */
export interface CleanDraft extends ArticleFacts {
  html: SafeHtml;
  text: string;
}

/** A draft from a page, made safe to store. */
export const cleanDraft = (draft: ArticleDraft): CleanDraft => ({ ...draft, ...clean(draft.html) });
