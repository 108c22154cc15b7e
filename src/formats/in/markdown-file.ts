import { parse } from 'yaml';
import { article, type Found, fault } from './entry.ts';
import { addressOrNone, isYes, listOf, own } from './fields.ts';
import { fileAddress } from './file-address.ts';
import type { Format } from './format.ts';
import { LIMITS } from './limits.ts';
import { extensionOf, fileNameOf, wholeText } from './part.ts';

const FENCED = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Notes as Obsidian and its clipper, Readeck and many others write them: facts in YAML, then the text. */
export const markdownFile: Format = {
  id: 'markdown',
  name: 'Markdown',
  loses: [
    'pictures that lie beside the file',
    'links between notes, which become words',
    'properties with other names than the usual',
    'formulas between dollar signs, which stay as they are written',
  ],
  recognise({ head, extension }) {
    const fenced = FENCED.exec(head);
    if (fenced && /^[\w-]+\s*:/m.test(fenced[1]!)) return 0.8;
    if (!['md', 'markdown', 'mdown'].includes(extension) || !head.trim()) return 0;
    return /^\s*</.test(head) ? 0.25 : 0.5;
  },
  async *read(part, { now }) {
    const from = { file: part.path, row: 1 };
    const text = await wholeText(part);
    if (!text.ok) {
      yield fault({ file: part.path, row: 0 }, text.reason);
      return;
    }
    const fenced = FENCED.exec(text.value);
    const body = text.value.slice(fenced?.[0].length ?? 0);
    const facts = fenced ? factsIn(fenced[1]!) : {};
    if (facts === null) yield fault(from, 'broken-front-matter', fenced?.[1]);
    const heading = /^\s*#[ \t]+(.+?)[ \t#]*$/m.exec(body.slice(0, 5_000))?.[1];
    const name = fileNameOf(part.path).slice(0, -extensionOf(part.path).length - 1);
    const found = foundIn(facts ?? {});
    yield article(
      from,
      {
        ...found,
        url: found.url || sourceUnderHeading(body) || (await fileAddress(name, text.value)),
        title: found.title || heading || name,
        text: body.trim()
          ? {
              kind: 'markdown',
              read: async () => {
                const again = await wholeText(part);
                return again.ok ? { ok: true, value: again.value.replace(FENCED, '') } : again;
              },
            }
          : null,
      },
      now,
    );
  },
};

/** Null where it is no YAML. */
function factsIn(yaml: string): object | null {
  if (yaml.length > LIMITS.frontMatter) return null;
  try {
    const facts: unknown = parse(yaml, {
      maxAliasCount: 20,
      uniqueKeys: false,
      logLevel: 'error',
    });
    return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? facts : {};
  } catch {
    return null;
  }
}

function foundIn(facts: object): Found {
  const byName = new Map(
    Object.keys(facts).map((key) => [key.toLowerCase().replace(/[\s_-]/g, ''), key]),
  );
  const of = (...names: string[]): unknown =>
    names
      .map((name) => own(facts, byName.get(name) ?? ''))
      .find((value) => value !== undefined && value !== null && value !== '');
  const status = of('status', 'state', 'place');
  return {
    url: [
      'url',
      'source',
      'sourceurl',
      'link',
      'href',
      'canonical',
      'permalink',
      'originalurl',
      'website',
    ]
      .map((name) => addressOrNone(plain(of(name))))
      .find(Boolean),
    title: plain(of('title', 'name')),
    byline: all(of('author', 'authors', 'byline', 'creator')).join(', '),
    siteName: siteIn(of('site', 'sitename', 'publisher', 'publication', 'website')),
    published: of('published', 'publishedtime', 'publishdate', 'datepublished', 'pubdate', 'date'),
    saved: of('saved', 'savedat', 'datesaved', 'created', 'clipped', 'added', 'dateadded'),
    tags: all(of('tags', 'labels', 'keywords')),
    folders: [[of('folder', 'collection')]],
    excerpt: plain(of('excerpt', 'description', 'summary')),
    lang: of('lang', 'language'),
    leadPicture: plain(of('image', 'cover', 'thumbnail')),
    favourite: isYes(of('favourite', 'favorite', 'starred')),
    place:
      isYes(of('archived', 'read')) || (typeof status === 'string' && /^archived?$/i.test(status))
        ? 'archive'
        : 'unread',
    note: plain(of('note', 'notes', 'comment')),
  };
}

/** Many in a list, or in one text with commas between. */
const all = (value: unknown): unknown[] =>
  (Array.isArray(value) ? listOf(value) : typeof value === 'string' ? value.split(',') : []).map(
    plain,
  );

/** Obsidian writes names as links to notes: [[Ada Lovelace|Ada]]. */
const plain = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/g, '$1').trim()
    : value;

const siteIn = (value: unknown): unknown => (addressOrNone(value) ? '' : plain(value));

/** Our own Markdown names its source in the line below its title. */
const sourceUnderHeading = (body: string): string =>
  addressOrNone(
    /^\s*#[ \t]+[^\n]+\r?\n\s*[^\n]{0,500}?\]\((https?:\/\/[^\s)]+)\)/.exec(
      body.slice(0, 12_000),
    )?.[1],
  );
