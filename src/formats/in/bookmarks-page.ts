import type { Entry } from '../imported.ts';
import { article } from './entry.ts';
import { isYes } from './fields.ts';
import type { Format } from './format.ts';
import { entriesInMarkup } from './markup-entries.ts';
import type { MarkupListener } from './markup-reader.ts';
import type { Time } from '../../article/article.ts';

/** The file that every browser, and most services, write bookmarks to. */
export const bookmarksPage: Format = {
  id: 'bookmarks-html',
  name: 'Bookmarks (HTML)',
  loses: ['small icons', 'keywords of bookmarks', 'when one was last opened or changed'],
  recognise: ({ head }) =>
    /<!DOCTYPE\s+NETSCAPE-Bookmark-file-1/i.test(head) ||
    /<DL>\s*(?:<p>)?\s*<DT>\s*<(?:A|H3)\b/i.test(head)
      ? 0.9
      : 0,
  read: (part, { now }) => entriesInMarkup(part, (tell) => listener(part.path, now, tell)),
};

interface Bookmark {
  attributes: ReadonlyMap<string, string>;
  title: string;
  note: string;
  folders: string[];
}

const LONGEST_WORDS = 60_000;

function listener(
  file: string,
  now: Time,
  tell: (entry: Entry) => void,
): MarkupListener & { ended: () => void } {
  // Names of folders down to the list that is open; the outermost list has none.
  const folders: string[] = [];
  let named = '';
  let isNamed = true;
  let bookmark: Bookmark | null = null;
  let words: 'title' | 'note' | 'folder' | null = null;
  let row = 0;

  const finish = (): void => {
    if (bookmark) tell(entryOf(bookmark, { file, row: ++row }, now));
    bookmark = null;
    words = null;
  };

  return {
    open(name, attributes) {
      if (name === 'a') {
        finish();
        bookmark = { attributes, title: '', note: '', folders: folders.slice(-40) };
        words = 'title';
      } else if (name === 'dd') words = bookmark ? 'note' : null;
      else if (name === 'h3') {
        finish();
        named = '';
        // What the browser names, in the language that it speaks, says nothing of what lies there.
        isNamed = !['personal_toolbar_folder', 'unfiled_bookmarks_folder'].some((key) =>
          isYes(attributes.get(key)),
        );
        words = 'folder';
      } else if (name === 'dl') {
        finish();
        folders.push(isNamed ? named : '');
        named = '';
      } else if (name === 'dt') finish();
      else if (name === 'br' && words === 'note' && bookmark) bookmark.note += '\n';
    },
    text(text) {
      if (words === 'folder') named = (named + text).slice(0, 1_000);
      else if (words && bookmark && bookmark[words].length < LONGEST_WORDS) bookmark[words] += text;
    },
    close(name) {
      if (name === 'a' || name === 'h3') words = null;
      else if (name === 'dl') {
        finish();
        folders.pop();
      }
    },
    ended: finish,
  };
}

function entryOf(
  { attributes, title, note, folders }: Bookmark,
  from: { file: string; row: number },
  now: Time,
): Entry {
  const of = (name: string) => attributes.get(name);
  const path = folders.filter(Boolean);
  return article(
    from,
    {
      url: of('href'),
      title,
      note,
      saved: of('add_date') ?? of('time_added'),
      tags: (of('tags') ?? '').split(','),
      folders: path.length > 0 ? [path] : [],
      favourite: isYes(of('data-important')),
      leadPicture: of('data-cover'),
      // Pinboard and its like: what is not to be read any more.
      place: of('toread') === '0' ? 'archive' : 'unread',
    },
    now,
  );
}
