import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import type { HighlightId, ListedHighlight } from '../../src/article/highlight.ts';
import { highlightsAsMarkdown } from '../../src/formats/highlights-markdown.ts';

const one = (exact: string, part: Partial<ListedHighlight> = {}): ListedHighlight => ({
  article: 'a' as ArticleId,
  id: 'x' as HighlightId,
  quote: { exact, prefix: '', suffix: '' },
  position: { start: 0, end: exact.length },
  colour: 'yellow',
  note: '',
  createdAt: 1,
  changedAt: 1,
  title: 'The Tide Clock',
  siteName: 'Mercator',
  url: 'https://review.example/clock',
  ...part,
});

describe('highlights as Markdown', () => {
  it('has each article once, with its source, quotes and notes', () => {
    const text = highlightsAsMarkdown([
      one('One hand.\nNo second.', { note: 'Why?\nAsk.' }),
      one('Later'),
      one('Other', { article: 'b' as ArticleId, title: 'Two' }),
    ]);
    expect(text).toBe(
      '## The Tide Clock\n\n[Mercator](<https://review.example/clock>)\n\n> One hand.\n>\n> No second.\n\nWhy?  \nAsk.\n\n> Later\n\n## Two\n\n[Mercator](<https://review.example/clock>)\n\n> Other\n',
    );
    expect(highlightsAsMarkdown([])).toBe('');
  });

  it('carries nothing that runs', () => {
    const text = highlightsAsMarkdown([
      one('<img src=x onerror=alert(1)> [a](javascript:alert(1)) `x` <https://a.b> &lt;', {
        title: '# <script>alert(1)</script>\n---',
        note: '- [x] <b>\n1. one\n![](https://track.example/x.png)\n=== \n> q',
        siteName: '](javascript:alert(1))[x',
        url: 'javascript:alert(1)',
      }),
      one('x', { article: 'c' as ArticleId, url: 'https://a.example/x>)(<script>' }),
    ]);
    // What stands after an even number of backslashes has its meaning.
    const live = text.replace(/\\[\s\S]/g, 'x');
    expect(live.replace(/\]\(<https:[^>\s]*>\)/g, ']').replace(/^[>#]+ ?|^>$/gm, '')).not.toMatch(
      /[<>`!&*_]/,
    );
    expect(live).not.toMatch(/\]\((?!<https:)|^(?:\s*[-+=]|\d+[.)])/m);
  });
});
