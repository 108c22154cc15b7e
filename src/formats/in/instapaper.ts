import { has, ofTable } from './format.ts';

const STATES = new Set(['unread', 'archive', 'starred']);

/** URL,Title,Selection,Folder and, later, Timestamp,Tags. A folder is also the state. */
export const instapaper = ofTable({
  id: 'instapaper',
  name: 'Instapaper',
  loses: [
    'the text and highlights, which Instapaper does not write down',
    'whether an article with a star, or in a folder, was archived',
  ],
  recognise: (columns) => (has(columns, 'url', 'title', 'selection', 'folder') ? 1 : 0),
  found({ cell }) {
    const folder = cell('folder').trim();
    const state = folder.toLowerCase();
    return {
      url: cell('url'),
      title: cell('title'),
      excerpt: cell('selection'),
      saved: cell('timestamp'),
      tags: tagsIn(cell('tags')),
      place: state === 'archive' ? 'archive' : 'unread',
      favourite: state === 'starred',
      folders: STATES.has(state) ? [] : [[folder]],
    };
  },
});

/** A list in JSON. */
function tagsIn(cell: string): unknown[] {
  if (!cell.startsWith('[')) return cell.split(',');
  try {
    const list: unknown = JSON.parse(cell);
    return Array.isArray(list) ? list : [];
  } catch {
    return cell.replace(/[[\]"]/g, '').split(',');
  }
}
