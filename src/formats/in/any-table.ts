import { isYes } from './fields.ts';
import { ofTable } from './format.ts';

const ADDRESS = ['url', 'link', 'address', 'href', 'uri', 'sourceurl', 'websiteurl', 'permalink'];

/** A table that somebody made, with a column of addresses and whatever else is named as usual. */
export const anyTable = ofTable({
  id: 'table',
  name: 'CSV',
  loses: [
    'columns with other names than: url, title, author, site, published, saved, tags, folder, note, excerpt, language, favourite, archived',
  ],
  recognise: (columns) => (ADDRESS.some((name) => columns.has(name)) ? 0.6 : 0),
  found: ({ cell }) => ({
    url: cell(...ADDRESS),
    title: cell('title', 'name', 'headline'),
    byline: cell('author', 'authors', 'byline', 'creator'),
    siteName: cell('site', 'sitename', 'publisher', 'publication', 'website'),
    published: cell('published', 'publishedat', 'publishedtime', 'publicationdate'),
    saved: cell(
      'saved',
      'savedat',
      'created',
      'createdat',
      'added',
      'timeadded',
      'addedat',
      'dateadded',
      'timestamp',
      'date',
      'time',
    ),
    tags: cell('tags', 'labels', 'keywords').split(/[,;|]/),
    folders: [cell('folder', 'list', 'collection').split('/')],
    note: cell('note', 'notes', 'comment'),
    excerpt: cell('excerpt', 'description', 'summary', 'selection'),
    lang: cell('language', 'lang'),
    favourite: isYes(cell('favourite', 'favorite', 'starred', 'important', 'liked')),
    place:
      isYes(cell('archived', 'isarchived', 'read')) ||
      /^\s*archived?\s*$/i.test(cell('status', 'state'))
        ? 'archive'
        : 'unread',
  }),
});
