import type { ArticleDraft } from './article.ts';

type Body = Pick<ArticleDraft, 'html' | 'leftOut'>;

/** The markup of a draft with what the person put back, which is as little trusted as the rest. */
export function bodyOf({ html, leftOut = [] }: Body): string {
  let body = '';
  let from = 0;
  for (const block of leftOut) {
    if (!block.putBack) continue;
    body += html.slice(from, block.place) + block.html;
    from = block.place;
  }
  return body + html.slice(from);
}

/** The draft with one block put back, or taken out again. */
export const togglePutBack = <T extends Body>(draft: T, at: number): T => ({
  ...draft,
  leftOut: (draft.leftOut ?? []).map((block, other) =>
    other === at ? { ...block, putBack: !block.putBack } : block,
  ),
});
