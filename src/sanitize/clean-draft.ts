import type { ArticleDraft, ArticleFacts } from '../article/article.ts';
import { bodyOf } from '../article/left-out.ts';
import { clean } from './clean.ts';
import type { SafeHtml } from './safe-html.ts';

/** What may be stored: facts and a body that went through `clean`. */
export interface CleanDraft extends ArticleFacts {
  html: SafeHtml;
  /** Addresses of all its pictures, the lead picture first. */
  pictures: string[];
}

/** A draft from a page, made safe to store. */
export function cleanDraft(draft: ArticleDraft): CleanDraft {
  const {
    html: _html,
    leftOut: _leftOut,
    unusedRules: _unused,
    part: _part,
    ahead,
    ...facts
  } = draft;
  const { pictures, ...body } = clean(bodyOf(draft));
  const lead = facts.leadPicture ? [facts.leadPicture.src] : [];
  return {
    ...facts,
    // What was not read when it was saved is missed later.
    ...(ahead && !facts.cutShort && { cutShort: 'pages' }),
    ...body,
    pictures: [...new Set([...lead, ...pictures])],
  };
}
