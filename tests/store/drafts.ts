import type { CleanDraft } from '../../src/sanitize/clean-draft.ts';
import type { SafeHtml } from '../../src/sanitize/safe-html.ts';

/** A draft as `clean` gives it, for tests that are not about its content. */
export const draftAt = (
  url: string,
  {
    text = 'A clock with one hand is never wrong for long.',
    ...part
  }: Partial<CleanDraft> & { text?: string } = {},
): CleanDraft => ({
  url,
  title: 'The Tide Clock',
  byline: 'Ines Holloway',
  siteName: 'The Mercator Review',
  publishedTime: '2024-03-06',
  lang: 'en',
  dir: 'ltr',
  excerpt: 'A clock with one hand.',
  leadPicture: null,
  leadCaption: '',
  words: 440,
  minutes: 2,
  html: `<p>${text}</p>` as SafeHtml,
  pictures: [],
  ...part,
});
