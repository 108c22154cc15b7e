import type { ImportedHighlight } from '../imported.ts';
import type { Time } from '../../article/article.ts';
import { highlight } from './entry.ts';
import { isYes } from './fields.ts';
import { has, ofTable } from './format.ts';

/** id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite; older ones lack some. */
export const raindrop = ofTable({
  id: 'raindrop',
  name: 'Raindrop.io',
  loses: [
    'the permanent copy',
    'colours and dates of highlights where the cell does not tell them',
  ],
  recognise: (columns) =>
    has(columns, 'url', 'folder', 'created') &&
    ['excerpt', 'note', 'cover', 'highlights'].some((name) => columns.has(name))
      ? 1
      : 0,
  found: ({ cell }, now) => ({
    url: cell('url'),
    title: cell('title'),
    note: cell('note'),
    excerpt: cell('excerpt'),
    folders: /^\s*(?:unsorted)?\s*$/i.test(cell('folder')) ? [] : [cell('folder').split('/')],
    tags: cell('tags').split(','),
    saved: cell('created'),
    leadPicture: cell('cover'),
    favourite: isYes(cell('favorite', 'favourite', 'important')),
    highlights: highlightsIn(cell('highlights'), now),
  }),
});

/** "Highlight:" and "Note:" before what they name; where neither stands, each paragraph is a highlight. */
function highlightsIn(cell: string, now: Time): ImportedHighlight[] {
  const text = cell.replace(/\r\n?/g, '\n').trim();
  if (!text) return [];
  if (!/^highlight\s*:/im.test(text))
    return text.split(/\n{2,}/).flatMap((words) => highlight(words, { now }));
  return text
    .split(/^highlight\s*:/im)
    .slice(1)
    .flatMap((one) => {
      const [words = '', ...rest] = one.split(/^(?=(?:note|color|colour|created)\s*:)/im);
      const said = (name: RegExp) =>
        rest
          .find((line) => name.test(line))
          ?.replace(/^\w+\s*:/, '')
          .trim();
      return highlight(words, {
        note: said(/^note/i),
        colour: said(/^colou?r/i),
        created: said(/^created/i),
        now,
      });
    });
}
