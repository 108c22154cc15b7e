import type { ArticleDraft, ArticleId, Time } from '../../article/article.ts';
import { bodyOf } from '../../article/left-out.ts';
import { haveSameText, putBackAsIn } from '../../article/same-text.ts';
import type { Send } from '../../messages/protocol.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';

/** The page says something else than what is saved of it. */
export interface Changed {
  /** When what is there was saved. */
  savedAt: Time;
  /** What the page says now, as it would be saved. */
  draft: ArticleDraft;
}

/** Whether the page has another text than the saved article; null where that cannot be said. */
export async function changedSince(
  draft: ArticleDraft,
  id: ArticleId,
  { send, clean }: { send: Send; clean: (draft: ArticleDraft) => Promise<CleanDraft> },
): Promise<Changed | null> {
  // A part is no whole, and a page that holds its text back has not changed it.
  if (draft.part || draft.pages || draft.cutShort) return null;
  const found = await send('article/get', id);
  if (!found.ok || !found.value || found.value.waiting || found.value.pages) return null;
  const { textSavedAt, edited } = found.value;
  // What the person took out of their copy is still on the page.
  const asSaved = edited && (await send('article/editable', id));
  const { html } = asSaved && asSaved.ok && asSaved.value ? asSaved.value.original : found.value;
  const alike = putBackAsIn(draft, html);
  if (haveSameText(bodyOf(alike), html)) return null;
  // What the sanitiser takes out is no change of the page: it is asked only where there seems to be one.
  return haveSameText((await clean(alike)).html, html)
    ? null
    : { savedAt: textSavedAt, draft: alike };
}
