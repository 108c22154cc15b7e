import { article, fault, textAtHand } from './entry.ts';
import { isYes, listOf, own } from './fields.ts';
import { fileAddress } from './file-address.ts';
import type { Format } from './format.ts';
import { objectsOf } from './json.ts';
import { pathsOfFolders } from './folders.ts';

/** Karakeep, once Hoarder: bookmarks, and the lists that they are in. */
export const karakeep: Format = {
  id: 'karakeep',
  name: 'Karakeep',
  loses: [
    'the text, pictures and highlights, which Karakeep does not write down',
    'rules of smart lists, and descriptions and signs of all lists',
  ],
  recognise: ({ shape }) =>
    shape.has('bookmarks/[]/content') || shape.has('bookmarks/[]/content/type') ? 1 : 0,
  async *read(part, { now }) {
    const lists = await pathsOfFolders(objectsOf(part, 'lists/[]'));
    for await (const found of objectsOf(part, 'bookmarks/[]')) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const of = (key: string): unknown => own(found.value, key);
      const content = of('content');
      const written = own(content, 'text');
      const url =
        typeof written === 'string' && written && !own(content, 'url')
          ? await fileAddress('note', written)
          : own(content, 'url');
      if (content === null) yield fault(found.from, 'no-address', of('title'));
      else
        yield article(
          found.from,
          {
            url,
            title: of('title'),
            saved: of('createdAt'),
            tags: listOf(of('tags')).map((tag) => own(tag, 'name') ?? tag),
            folders: listOf(of('lists')).flatMap((id) => lists(id) ?? []),
            note: of('note'),
            place: isYes(of('archived')) ? 'archive' : 'unread',
            favourite: isYes(of('favourited')),
            text: textAtHand('markdown', written),
          },
          now,
        );
    }
  },
};
