import type { HowOut } from '../../../src/formats/out/format.ts';

/** What a screen would hand over, in English. */
export const howOut = (some: Partial<HowOut> = {}): HowOut => ({
  title: 'Saved articles',
  now: Date.UTC(2026, 5, 3, 12),
  language: 'en',
  dir: 'ltr',
  words: {
    contents: 'Contents',
    highlights: 'Highlights',
    cover: 'Cover',
    search: 'Search',
    nothing: 'Nothing found',
    back: 'All articles',
    unread: 'Unread',
    archive: 'Archive',
    articles: (count) => `${count} articles`,
    day: (iso) => iso.slice(0, 10),
  },
  pictures: true,
  vertical: false,
  fileName: '{{title}}',
  template: '{{text}}',
  redraw: () => Promise.resolve(null),
  ...some,
});
