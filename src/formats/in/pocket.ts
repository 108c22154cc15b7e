import { has, ofTable } from './format.ts';

/** `part_000000.csv` of 2025: title,url,time_added,tags,status; the year before had a `cursor` among them. */
export const pocket = ofTable({
  id: 'pocket',
  name: 'Pocket',
  loses: [
    'the text and favourites, which Pocket does not write down',
    'titles beyond their first 75 letters',
  ],
  recognise: (columns) =>
    has(columns, 'url', 'timeadded') && (columns.has('status') || columns.has('tags')) ? 1 : 0,
  found: ({ cell }) => ({
    url: cell('url'),
    title: cell('title'),
    saved: cell('timeadded'),
    tags: cell('tags').split('|'),
    place: /^\s*(?:archive|read|1)/i.test(cell('status')) ? 'archive' : 'unread',
    favourite: cell('favorite', 'favourite') === '1',
  }),
});
