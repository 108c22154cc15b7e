import type { Entry, Origin } from '../imported.ts';
import { article, fault } from './entry.ts';
import { listOf, own } from './fields.ts';
import type { Format } from './format.ts';
import { objectsOf } from './json.ts';
import { pathsOfFolders } from './folders.ts';
import type { Part } from './part.ts';
import { breaths } from './breath.ts';

/** Linkwarden: collections with their links. */
export const linkwarden: Format = {
  id: 'linkwarden',
  name: 'Linkwarden',
  loses: [
    'the text and kept copies, which Linkwarden does not write down',
    'subscriptions to feeds',
    'colours and descriptions of collections',
  ],
  recognise: ({ shape }) =>
    shape.has('collections/[]/links/[]/url') ||
    (shape.has('collections/[]/name') &&
      (shape.has('pinnedLinks') || shape.has('collections/[]/isPublic')))
      ? 1
      : 0,
  async *read(part, { now }) {
    const pinned = await addressesPinned(part);
    const paths = await pathsOfFolders(objectsOf(part, 'collections/[]'));
    const breathe = breaths();
    let row = 0;
    for await (const found of objectsOf(part, 'collections/[]')) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const folders = paths(own(found.value, 'id')) ?? [[own(found.value, 'name')]];
      for (const link of listOf(own(found.value, 'links'))) {
        yield linkOf({ file: part.path, row: ++row }, link, folders);
        const pause = breathe();
        if (pause) await pause;
      }
    }

    function linkOf(from: Origin, link: unknown, folders: unknown[][]): Entry {
      const of = (key: string): unknown => own(link, key);
      if (typeof link !== 'object' || link === null) return fault(from, 'not-an-entry');
      // A PDF or picture of one's own has no address.
      return article(
        from,
        {
          url: of('url'),
          title: of('name') || of('description'),
          excerpt: of('name') ? of('description') : '',
          saved: of('importDate') || of('createdAt'),
          tags: listOf(of('tags')).map((tag) => own(tag, 'name') ?? tag),
          folders: isUnsorted(folders) ? [] : folders,
          favourite: pinned.has(of('url')) || listOf(of('pinnedBy')).length > 0,
        },
        now,
      );
    }
  },
};

const isUnsorted = (folders: unknown[][]): boolean => {
  const name = folders[0]?.[0];
  return typeof name === 'string' && /^(?:unorganized|unsorted)$/i.test(name);
};

async function addressesPinned(part: Part): Promise<Set<unknown>> {
  const pinned = new Set<unknown>();
  for await (const found of objectsOf(part, 'pinnedLinks/[]'))
    if (!('kind' in found)) pinned.add(own(found.value, 'url'));
  return pinned;
}
