// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleId, SavedArticle } from '../../../src/article/article.ts';
import type { Imported } from '../../../src/formats/imported.ts';
import { article as asImported, highlight } from '../../../src/formats/in/entry.ts';
import { entriesIn } from '../../../src/formats/in/read-files.ts';
import type { OutFormatId } from '../../../src/formats/out/format.ts';
import { FORMATS_OUT } from '../../../src/formats/out/formats.ts';
import { DEFAULT_TEMPLATE } from '../../../src/formats/out/template.ts';
import { howOut } from './how.ts';
import './node-blob.ts';
import { articleWith, exportedOf, highlightOf } from './varied.ts';

const NOW = Date.UTC(2026, 5, 3, 12);
const words = fc
  .array(
    fc.constantFrom(
      'tide',
      'Moon,',
      '"harbour"',
      'a|b',
      '潮',
      'البحر',
      '<b>',
      '&amp;',
      '{{title}}',
      "d'or",
      'x;y',
      '😀',
      'a---',
      '#1',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) => `W ${some.join(' ')}`);
const tag = fc.constantFrom('read', 'to read', 'Œuvre', '港', 'c++', 'a-b');
const day = fc
  .integer({ min: Date.UTC(2001, 0), max: NOW })
  .map((time) => Math.floor(time / 1000) * 1000);
const articles = fc
  .array(
    fc.record({
      url: fc.webUrl({ withQueryParameters: true }).filter((url) => !/[';]/.test(url)),
      title: words,
      byline: words,
      siteName: words,
      publishedTime: fc.constantFrom('', '2024-02-29', '2025-03-01T10:00:00.000Z'),
      lang: fc.constantFrom('', 'en', 'pt-BR'),
      excerpt: words,
      savedAt: day,
      place: fc.constantFrom('unread' as const, 'archive' as const),
      favourite: fc.boolean(),
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
      progress: fc.constantFrom(0, 0.25, 1),
      html: words.map((text) => `<p>${text.replaceAll('<b>', 'b')}</p>`),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((some) => some.map((one, at) => articleWith({ ...one, id: `a${at}` as ArticleId })));

/** What goes out, as it comes in again. */
async function outAndIn(format: OutFormatId, some: readonly SavedArticle[]): Promise<Imported[]> {
  const writer = await FORMATS_OUT[format].begin(howOut({ template: DEFAULT_TEMPLATE }));
  for (const article of some)
    await writer.add(exportedOf(article, [highlightOf(article, article.title, 'a note')]));
  const file = await writer.finish();
  const { extension } = FORMATS_OUT[format];
  // In no order that a format promises: an archive is read as it lies.
  const named = Object.assign(file, {
    name: `out.${extension}`,
    webkitRelativePath: '',
  }) as unknown as File;
  const read: Imported[] = [];
  for await (const entry of entriesIn([named], NOW)) {
    if (entry.kind === 'fault') throw new Error(JSON.stringify(entry));
    read.push(entry);
  }
  return read;
}

const WHOLE: readonly (keyof Imported)[] = [
  ...(['url', 'title', 'byline', 'siteName', 'publishedTime', 'lang', 'excerpt'] as const),
  ...(['leadPicture', 'savedAt', 'place', 'favourite', 'tags', 'progress', 'highlights'] as const),
];
const HELD: readonly (readonly [OutFormatId, readonly (keyof Imported)[]])[] = [
  ['json', WHOLE],
  [
    'csv',
    [
      'url',
      'title',
      'byline',
      'siteName',
      'publishedTime',
      'lang',
      'excerpt',
      'savedAt',
      'place',
      'favourite',
      'tags',
    ],
  ],
  ['bookmarks', ['url', 'title', 'savedAt', 'place', 'favourite', 'tags']],
  [
    'markdown',
    [
      'url',
      'title',
      'byline',
      'siteName',
      'publishedTime',
      'lang',
      'excerpt',
      'savedAt',
      'place',
      'favourite',
      'tags',
    ],
  ],
];

it.each(HELD)(
  '%s brings back what it holds',
  async (format, fields) => {
    await fc.assert(
      fc.asyncProperty(articles, async (some) => {
        const expected = some.map((one) => {
          const imported = asImported(
            { file: '', row: 0 },
            {
              ...one,
              published: one.publishedTime,
              saved: one.savedAt,
              progress: { part: one.progress },
              highlights: highlight(one.title, {
                note: 'a note',
                colour: 'yellow',
                created: NOW,
                now: NOW,
              }),
            },
            NOW,
          );
          if (imported.kind === 'fault') throw new Error('no article');
          return imported;
        });
        const read = await outAndIn(format, some);
        const facts = (all: readonly Imported[]) =>
          all.map((one) => JSON.stringify(fields.map((field) => one[field]))).sort();
        expect(facts(read)).toEqual(facts(expected));
        if (format === 'json')
          expect(
            await Promise.all(read.map(async ({ text }) => (await text?.read())?.ok)),
          ).not.toContain(false);
      }),
      { numRuns: format === 'markdown' ? 15 : 40 },
    );
  },
  120_000,
);
