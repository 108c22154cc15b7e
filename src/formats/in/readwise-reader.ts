import { progress } from './fields.ts';
import { has, ofTable } from './format.ts';

/** Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen. */
export const readwiseReader = ofTable({
  id: 'readwise-reader',
  name: 'Readwise Reader',
  loses: [
    'the text, highlights and notes, which Reader does not write into its list',
    'what lies in the feed and was never saved',
    'whether it was seen; the shortlist is a tag',
  ],
  recognise: (columns) =>
    has(columns, 'url', 'location') &&
    (has(columns, 'documenttags') || has(columns, 'saveddate', 'seen'))
      ? 1
      : 0,
  found({ cell }) {
    const location = cell('location').trim().toLowerCase();
    if (location === 'feed') return 'feed-item';
    const read = progress(cell('readingprogress'), 1);
    return {
      url: cell('url'),
      title: cell('title'),
      saved: cell('saveddate'),
      tags: [...quotedIn(cell('documenttags')), ...(location === 'shortlist' ? ['shortlist'] : [])],
      place: location === 'archive' ? 'archive' : 'unread',
      // It is a share of 1, but a document at its end has been seen with 100.
      progress:
        read && Number.parseFloat(cell('readingprogress')) > 1
          ? progress(cell('readingprogress'), 100)
          : read,
    };
  },
});

/** A list as Python writes it: in either quotes, with backslashes before those inside. */
function quotedIn(list: string): string[] {
  if (!list.trim().startsWith('[')) return list.split(',');
  return [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)].map(([, one, other]) =>
    (one ?? other ?? '').replace(/\\(.)/gs, '$1'),
  );
}
