import { textAtHand } from './entry.ts';
import { has, ofTable } from './format.ts';

/** Title;URL;Content;Tags;"MIME Type";Language;"Creation date". */
export const wallabagTable = ofTable({
  id: 'wallabag-csv',
  name: 'wallabag (CSV)',
  loses: [
    'place, stars and annotations, which wallabag writes into its JSON alone',
    'the zone of its dates: they are taken for UTC',
  ],
  recognise: (columns) => (has(columns, 'url', 'content', 'mimetype') ? 1 : 0),
  found: ({ cell }) => ({
    url: cell('url'),
    title: cell('title'),
    text: textAtHand('body', cell('content')),
    tags: cell('tags').split(','),
    lang: cell('language'),
    saved: isoOf(cell('creationdate')),
  }),
});

/** "25/12/2020 18:30:00" with the day first. */
const isoOf = (date: string): string =>
  date.trim().replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, '$3-$2-$1');
