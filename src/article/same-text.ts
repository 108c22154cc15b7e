import type { ArticleDraft } from './article.ts';
import { textOf } from './text-of.ts';

/** The letters and figures of markup: what is left when spaces, signs and form do not count. */
const lettersOf = (html: string): string => textOf(html).replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two bodies say the same in the same order. */
export const haveSameText = (one: string, other: string): boolean =>
  one === other || lettersOf(one) === lettersOf(other);

/** A draft with what the person had put back when they saved it, as far as that text shows it. */
export function putBackAsIn<T extends Pick<ArticleDraft, 'leftOut'>>(draft: T, saved: string): T {
  const { leftOut = [] } = draft;
  if (leftOut.length === 0) return draft;
  const there = lettersOf(saved);
  return {
    ...draft,
    leftOut: leftOut.map((block) => {
      const letters = lettersOf(block.html);
      return letters && there.includes(letters) ? { ...block, putBack: true } : block;
    }),
  };
}
