import { article, highlight, textAtHand } from './entry.ts';
import { isYes, listOf, own, progress } from './fields.ts';
import type { Format } from './format.ts';
import { objectsOf } from './json.ts';

const PATHS = ['[]', 'bookmarks/[]', 'items/[]'];

/** Bookmarks as Readeck's interface gives them. Its Markdown export is read as Markdown. */
export const readeck: Format = {
  id: 'readeck',
  name: 'Readeck',
  loses: [
    'pictures',
    'collections, which are searches',
    'the text where it is not written beside the facts',
  ],
  recognise: ({ shape }) =>
    PATHS.some(
      (path) =>
        shape.has(`${path}/url`) &&
        shape.has(`${path}/is_archived`) &&
        (shape.has(`${path}/is_marked`) || shape.has(`${path}/read_progress`)),
    )
      ? 1
      : 0,
  async *read(part, { now }) {
    for await (const found of objectsOf(part, ...PATHS)) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const of = (key: string): unknown => own(found.value, key);
      const picture = own(own(of('resources'), 'image'), 'src');
      yield article(
        found.from,
        {
          url: of('url'),
          title: of('title'),
          byline: listOf(of('authors')).filter(Boolean).join(', '),
          siteName: of('site_name') || of('site'),
          published: of('published'),
          lang: of('lang'),
          excerpt: of('description'),
          leadPicture: picture,
          saved: of('created'),
          place: isYes(of('is_archived')) ? 'archive' : 'unread',
          favourite: isYes(of('is_marked')),
          tags: listOf(of('labels')),
          progress: progress(of('read_progress'), 100),
          highlights: listOf(of('annotations')).flatMap((one) =>
            highlight(own(one, 'text'), {
              note: own(one, 'note'),
              colour: own(one, 'color'),
              created: own(one, 'created'),
              now,
            }),
          ),
          text: textAtHand('body', of('html') ?? of('content')),
        },
        now,
      );
    }
  },
};
