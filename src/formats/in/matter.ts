import { isYes } from './fields.ts';
import { has, ofTable } from './format.ts';

/** Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id. */
export const matter = ofTable({
  id: 'matter',
  name: 'Matter',
  loses: [
    'the text and highlights, which Matter does not write into its list',
    'when it was saved: the last time it was touched stands for it',
    'the number of words',
  ],
  recognise: (columns) => (has(columns, 'url', 'inqueue') ? 1 : 0),
  found: ({ cell }) => ({
    url: cell('url'),
    title: cell('title'),
    byline: cell('author'),
    siteName: cell('publisher'),
    tags: cell('tags').split(';'),
    place: /^\s*(?:false|no|0)\s*$/i.test(cell('inqueue')) ? 'archive' : 'unread',
    favourite: isYes(cell('favorited')),
    progress: isYes(cell('read')) ? { part: 1 } : null,
    saved: cell('lastinteractiondate'),
  }),
});
