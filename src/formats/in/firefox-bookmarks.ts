import type { Entry } from '../imported.ts';
import { breaths } from './breath.ts';
import { article, fault } from './entry.ts';
import { listOf, own } from './fields.ts';
import type { Format } from './format.ts';
import { wholeJson } from './json.ts';

const PLACE = 'text/x-moz-place';
const FOLDER = 'text/x-moz-place-container';

/** What Firefox backs its bookmarks up as: folders in folders, times in microseconds. */
export const firefoxBookmarks: Format = {
  id: 'firefox-bookmarks',
  name: 'Firefox bookmarks',
  loses: ['keywords and small icons', 'separators and the order', 'when one was last changed'],
  recognise: ({ head }) => (/^\s*\{/.test(head) && head.includes(`"${FOLDER}"`) ? 0.95 : 0),
  async *read(part, { now }) {
    const json = await wholeJson(part);
    if (!json.ok) {
      yield fault({ file: part.path, row: 0 }, json.reason);
      return;
    }
    const breathe = breaths();
    let row = 0;
    for (const { bookmark, folders, tag } of bookmarksIn(json.value)) {
      const of = (key: string): unknown => own(bookmark, key);
      const tags = of('tags');
      const entry: Entry = article(
        { file: part.path, row: ++row },
        {
          url: of('uri'),
          title: of('title'),
          saved: of('dateAdded'),
          tags: [...(typeof tags === 'string' ? tags.split(',') : []), ...tag],
          folders: folders.length > 0 ? [folders] : [],
          note: descriptionOf(bookmark),
        },
        now,
      );
      yield entry;
      const pause = breathe();
      if (pause) await pause;
    }
  },
};

interface Bookmark {
  bookmark: unknown;
  folders: unknown[];
  tag: unknown[];
}

/** Without calling itself: folders may lie in each other as deep as they like. */
function* bookmarksIn(root: unknown): Generator<Bookmark> {
  const open: { thing: unknown; folders: unknown[]; isTags: boolean }[] = [
    { thing: root, folders: [], isTags: false },
  ];
  while (open.length > 0) {
    const { thing, folders, isTags } = open.pop()!;
    if (own(thing, 'type') === PLACE || typeof own(thing, 'uri') === 'string')
      yield {
        bookmark: thing,
        folders: isTags ? [] : folders,
        tag: isTags ? folders.slice(-1) : [],
      };
    const children = own(thing, 'children');
    if (!Array.isArray(children)) continue;
    // The root and what lies right in it are the browser's own.
    const isOwn = typeof own(thing, 'root') === 'string';
    const path = isOwn ? folders : [...folders.slice(-40), own(thing, 'title')];
    // Older Firefox kept tags as folders of the bookmarks that have them.
    const hasTags = isTags || own(thing, 'root') === 'tagsFolder';
    for (let at = children.length - 1; at >= 0; at--)
      open.push({ thing: children[at], folders: path, isTags: hasTags });
  }
}

const descriptionOf = (bookmark: unknown): unknown =>
  own(
    listOf(own(bookmark, 'annos')).find(
      (one) => own(one, 'name') === 'bookmarkProperties/description',
    ),
    'value',
  );
