import type { ImportedHighlight } from '../imported.ts';
import type { Time } from '../../article/article.ts';
import { article, highlight, textAtHand } from './entry.ts';
import { line, listOf, own, progress } from './fields.ts';
import type { Format } from './format.ts';
import { objectsOf } from './json.ts';

/** The JSON that `out/json` writes. */
export const lectern: Format = {
  id: 'lectern',
  name: 'Lectern (JSON)',
  loses: [
    'pictures, which are fetched again',
    'the text as it was before the person corrected it: the corrected one comes',
    'the block that was read last: how far it was read comes',
  ],
  recognise: ({ head, shape }) =>
    /^\ufeff?\s*\{\s*"format"\s*:\s*"lectern"\s*,/.test(head) && shape.has('articles/[]/url')
      ? 1
      : 0,
  async *read(part, { now }) {
    for await (const found of objectsOf(part, 'articles/[]')) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const of = (key: string): unknown => own(found.value, key);
      yield article(
        found.from,
        {
          url: of('url'),
          title: of('title'),
          byline: of('byline'),
          siteName: of('siteName'),
          published: of('publishedTime'),
          lang: of('lang'),
          excerpt: of('excerpt'),
          leadPicture: own(of('leadPicture'), 'src'),
          saved: of('savedAt'),
          place: of('place') === 'archive' ? 'archive' : 'unread',
          favourite: of('favourite') === true,
          tags: listOf(of('tags')),
          progress: progress(own(of('progress'), 'part'), 1),
          highlights: listOf(of('highlights')).flatMap((one) => highlightIn(one, now)),
          text: textAtHand('body', of('html')),
        },
        now,
      );
    }
  },
};

/** What stood around the words is kept as it is: a space at its end belongs to it. */
const highlightIn = (one: unknown, now: Time): ImportedHighlight[] =>
  highlight(own(one, 'exact'), {
    note: own(one, 'note'),
    colour: own(one, 'colour'),
    created: own(one, 'createdAt'),
    now,
  }).map((made) => ({ ...made, ...besideOf(one, 'prefix'), ...besideOf(one, 'suffix') }));

function besideOf(one: unknown, side: 'prefix' | 'suffix'): Partial<ImportedHighlight> {
  const words = own(one, side);
  return typeof words === 'string' && words.length <= 1_000 && line(words) ? { [side]: words } : {};
}
