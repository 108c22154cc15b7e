import type { Imported, ImportedHighlight } from '../imported.ts';
import type { Time } from '../../article/article.ts';
import { article, type Found, highlight, textAtHand } from './entry.ts';
import { isYes, listOf, own } from './fields.ts';
import type { Format, Glance } from './format.ts';
import { objectsOf, shapeOf } from './json.ts';
import { firstText } from './first-text.ts';

const ADDRESS = ['url', 'link', 'href', 'uri', 'resolved_url', 'given_url'];

/**
 * A list of things with an address: the highlights beside Pocket's list, those of web clippers, and what
 * people make themselves.
 */
export const anyJson: Format = {
  id: 'json',
  name: 'JSON',
  loses: ['whatever is called otherwise than usual, and lists inside of lists'],
  recognise: (glance) => (pathIn(glance.shape) === null ? 0 : 0.5),
  async *read(part, { now }) {
    const path = pathIn(shapeOf(await firstText(part)));
    for await (const found of objectsOf(part, path ?? '')) {
      yield 'kind' in found ? found : article(found.from, foundIn(found.value, now), now);
    }
  },
};

/** Where the first things with an address are: in a list, or one a line. */
function pathIn(shape: Glance['shape']): string | null {
  for (const path of shape) {
    const [, before = '', name = ''] = /^(?:(.*)\/)?([^/]+)$/.exec(path) ?? [];
    const isAtHome = before === '' || (before.endsWith('[]') && before.split('[]').length === 2);
    if (isAtHome && ADDRESS.includes(name)) return before;
  }
  return null;
}

function foundIn(value: object, now: Time): Found {
  const of = (...keys: string[]): unknown =>
    keys
      .map((key) => own(value, key))
      .find((one) => one !== undefined && one !== null && one !== '');
  const tags = of('tags', 'labels');
  const place: Imported['place'] =
    isYes(of('archived', 'is_archived')) || of('place', 'status') === 'archive'
      ? 'archive'
      : 'unread';
  return {
    url: of(...ADDRESS),
    title: of('title', 'name', 'resolved_title', 'given_title'),
    byline: of('byline', 'author'),
    siteName: of('siteName', 'site_name', 'site'),
    published: of('publishedTime', 'published', 'published_at'),
    lang: of('lang', 'language'),
    excerpt: of('excerpt', 'description'),
    saved: of(
      'savedAt',
      'saved_at',
      'created',
      'createdAt',
      'created_at',
      'time_added',
      'added',
      'date',
      'lastAccessed',
    ),
    tags:
      typeof tags === 'string'
        ? tags.split(/[,|]/)
        : listOf(tags).map((tag) => own(tag, 'name') ?? own(tag, 'tag') ?? tag),
    note: of('note', 'notes'),
    favourite: isYes(of('favourite', 'favorite', 'starred')),
    place,
    highlights: listOf(of('highlights', 'annotations')).flatMap((one) => highlightIn(one, now)),
    text: textAtHand('body', of('html', 'content')),
  };
}

const highlightIn = (one: unknown, now: Time): ImportedHighlight[] =>
  highlight(
    typeof one === 'string' ? one : (own(one, 'quote') ?? own(one, 'exact') ?? own(one, 'text')),
    {
      note: noteOf(own(one, 'notes') ?? own(one, 'note')),
      colour: own(one, 'color') ?? own(one, 'colour'),
      created: own(one, 'created_at') ?? own(one, 'createdAt') ?? own(one, 'timestamp'),
      now,
    },
  );

const noteOf = (note: unknown): unknown =>
  Array.isArray(note) ? note.filter((line) => typeof line === 'string').join('\n') : note;
