import type { ArticleFacts, Time } from './article.ts';

/** What the person may correct of an article beside its text. */
export type Correctable = Pick<ArticleFacts, 'title' | 'byline' | 'publishedTime'>;

/** A corrected copy of an article: what is not here is as it was saved. */
export interface ArticleEdit<Html extends string = string> extends Partial<Correctable> {
  /** The text with blocks taken out, and nothing else. */
  html?: Html;
}

/** A saved article as it came from its page, and what the person made of it. */
export interface EditableArticle {
  original: Correctable & {
    html: string;
    /** When this text was saved: an edit is of one text, and of no other. */
    textSavedAt: Time;
  };
  edit: ArticleEdit;
}
