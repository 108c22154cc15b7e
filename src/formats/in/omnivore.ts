import type { Time } from '../../article/article.ts';
import type { ImportedHighlight, ImportedText } from '../imported.ts';
import { article, fault, highlight } from './entry.ts';
import { listOf, own, progress } from './fields.ts';
import type { Around, Format } from './format.ts';
import { objectsOf } from './json.ts';
import { folderOf, type Part, wholeText } from './part.ts';
import { safePath } from './archive.ts';

/** An archive of `metadata_0_to_20.json`, with `content/slug.html` and `highlights/slug.md` beside it. */
export const omnivore: Format = {
  id: 'omnivore',
  name: 'Omnivore',
  loses: [
    'PDF files, whose addresses are kept',
    'labels, dates and colours of highlights',
    'when it was last changed',
    'where a note about the whole article begins behind a highlight: it becomes that highlight’s note',
  ],
  recognise: ({ shape }) =>
    shape.has('[]/slug') &&
    shape.has('[]/url') &&
    (shape.has('[]/readingProgress') || shape.has('[]/savedAt'))
      ? 1
      : 0,
  owns(part) {
    const folder = folderOf(part.path);
    return (path) =>
      path.startsWith(`${folder}content/`) || path.startsWith(`${folder}highlights/`);
  },
  async *read(part, around) {
    for await (const found of objectsOf(part, '[]')) {
      if ('kind' in found) {
        yield found;
        continue;
      }
      const of = (key: string): unknown => own(found.value, key);
      const slug = typeof of('slug') === 'string' ? safePath(of('slug') as string) : '';
      const beside = folderOf(part.path);
      const content = slug ? around.part(`${beside}content/${slug}.html`) : undefined;
      const marked = await highlightsOf(
        slug ? around.part(`${beside}highlights/${slug}.md`) : undefined,
        around,
      );
      yield article(
        found.from,
        {
          url: of('url') || of('originalUrl'),
          title: of('title'),
          byline: of('author'),
          excerpt: of('description'),
          published: of('publishedAt'),
          leadPicture: of('thumbnail'),
          saved: of('savedAt'),
          place: /^archived$/i.test(String(of('state'))) ? 'archive' : 'unread',
          tags: listOf(of('labels')).map((label) => own(label, 'name') ?? label),
          progress: progress(of('readingProgress'), 100),
          text: content ? textIn(content) : null,
          note: marked.note,
          highlights: marked.highlights,
        },
        around.now,
      );
      if (marked.isBroken) yield fault(found.from, 'missing-file', `highlights/${slug}.md`);
    }
  },
};

const textIn = (content: Part): ImportedText => ({ kind: 'body', read: () => wholeText(content) });

interface Marked {
  highlights: ImportedHighlight[];
  note: string;
  isBroken?: boolean;
}

async function highlightsOf(file: Part | undefined, { now }: Around): Promise<Marked> {
  if (!file) return { highlights: [], note: '' };
  const text = await wholeText(file);
  return text.ok ? highlightsIn(text.value, now) : { highlights: [], note: '', isBroken: true };
}

/** A quote, then a line of #labels, then a note; an article's own note is a paragraph without a quote. */
function highlightsIn(markdown: string, now: Time): Marked {
  const quotes: { words: string[]; note: string[] }[] = [];
  const before: string[] = [];
  let isInQuote = false;
  for (const raw of markdown.split(/\r?\n/)) {
    const line = raw.trim();
    if (line.startsWith('>')) {
      if (!isInQuote) quotes.push({ words: [], note: [] });
      quotes.at(-1)!.words.push(line.replace(/^>\s?/, ''));
      isInQuote = true;
    } else if (line === '') {
      isInQuote = false;
      quotes.at(-1)?.note.push('');
    } else if (isInQuote) {
      // Lines of a quote after its first have no sign.
      quotes.at(-1)!.words.push(line);
    } else if (!/^(?:#\S[^#]*)+$/.test(line)) (quotes.at(-1)?.note ?? before).push(line);
  }
  return {
    note: before.join('\n'),
    highlights: quotes.flatMap(({ words, note }) =>
      highlight(words.join('\n'), { note: note.join('\n').trim(), now }),
    ),
  };
}
