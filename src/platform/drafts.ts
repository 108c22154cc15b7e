import type { ArticleDraft } from '../article/article.ts';
import { parseDraft } from '../article/parse-draft.ts';
import { browser } from './browser.ts';

const PREFIX = 'draft:';

/** Keeps an unsaved article in memory until the browser closes; answers the key to ask with. */
export async function keepDraft(
  draft: ArticleDraft,
  key: string = crypto.randomUUID(),
): Promise<string> {
  await browser.storage.session.set({ [PREFIX + key]: draft });
  return key;
}

/** The kept article, or null when the browser was closed since. */
export async function keptDraft(key: string): Promise<ArticleDraft | null> {
  return parseDraft((await browser.storage.session.get(PREFIX + key))[PREFIX + key]);
}
