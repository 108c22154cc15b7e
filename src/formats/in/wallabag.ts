import { article, highlight, textAtHand } from './entry.ts';
import { isYes, listOf, own } from './fields.ts';
import type { Format } from './format.ts';
import { objectsOf } from './json.ts';

/** wallabag 2, all of an entry as it was kept there. */
export const wallabag: Format = {
  id: 'wallabag',
  name: 'wallabag',
  loses: [
    'where in the text an annotation stood: its words are found again',
    'headers, status and public links',
  ],
  recognise: ({ shape }) =>
    shape.has('[]/url') &&
    shape.has('[]/is_archived') &&
    (shape.has('[]/is_starred') || shape.has('[]/content'))
      ? 1
      : 0,
  async *read(part, { now }) {
    for await (const found of objectsOf(part, '[]')) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const of = (key: string): unknown => own(found.value, key);
      yield article(
        found.from,
        {
          url: of('url') || of('given_url'),
          title: of('title'),
          byline: listOf(of('published_by')).filter(Boolean).join(', '),
          siteName: of('domain_name'),
          published: of('published_at'),
          lang: of('language'),
          leadPicture: of('preview_picture'),
          saved: of('created_at'),
          place: isYes(of('is_archived')) ? 'archive' : 'unread',
          favourite: isYes(of('is_starred')),
          // Older versions write them as one text.
          tags:
            typeof of('tags') === 'string' ? (of('tags') as string).split(',') : listOf(of('tags')),
          highlights: listOf(of('annotations')).flatMap((one) =>
            highlight(own(one, 'quote'), {
              note: own(one, 'text'),
              created: own(one, 'created_at'),
              now,
            }),
          ),
          text: isPageText(of('mimetype')) ? textAtHand('body', of('content')) : null,
        },
        now,
      );
    }
  },
};

/** Of a picture or a PDF, wallabag keeps a line that says so. */
const isPageText = (type: unknown): boolean =>
  typeof type !== 'string' || !/^(?:image|video|audio|application\/pdf)/i.test(type);
