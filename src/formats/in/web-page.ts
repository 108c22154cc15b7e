import { article, fault } from './entry.ts';
import { addressOrNone } from './fields.ts';
import { fileAddress } from './file-address.ts';
import type { Format } from './format.ts';
import { MarkupReader } from './markup-reader.ts';
import { fileNameOf, type Part, wholeText } from './part.ts';

/** A page that was saved: by SingleFile, by the browser, or by whatever writes HTML. */
export const webPage: Format = {
  id: 'html',
  name: 'Web pages (HTML, SingleFile)',
  loses: ['files beside the page: pictures that are not in it, styles'],
  recognise: ({ head, extension }) => {
    if (/Page saved with SingleFile/i.test(head.slice(0, 5_000))) return 0.95;
    const isPage =
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,5000}-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b/i.test(
        head,
      );
    if (isPage) return 0.5;
    return ['html', 'htm', 'xhtml'].includes(extension) && /<\w+[\s>]/.test(head) ? 0.3 : 0;
  },
  async *read(part, { now }) {
    const from = { file: part.path, row: 1 };
    const text = await wholeText(part);
    if (!text.ok) {
      yield fault({ file: part.path, row: 0 }, text.reason);
      return;
    }
    const facts = factsOf(text.value);
    const name = fileNameOf(part.path).replace(/\.x?html?$/i, '');
    yield article(
      from,
      {
        url: facts.address || (await fileAddress(name, text.value)),
        title: facts.title || name,
        byline: facts.byline,
        siteName: facts.siteName,
        published: facts.published,
        lang: facts.lang,
        excerpt: facts.excerpt,
        leadPicture: facts.picture,
        saved: facts.saved,
        text: { kind: 'page', read: () => reread(part) },
      },
      now,
    );
  },
};

/** Unpacked again when it is wanted: a thousand pages need not wait in memory. */
const reread = (part: Part): ReturnType<typeof wholeText> => wholeText(part);

interface PageFacts {
  address: string;
  title: string;
  byline: string;
  siteName: string;
  published: string;
  lang: string;
  excerpt: string;
  picture: string;
  saved: string;
}

/** Styles of a whole page may stand before what its head says. */
const FARTHEST = 4_000_000;
const PIECE = 64 * 1024;

function factsOf(markup: string): PageFacts {
  const said = new Map<string, string>();
  const note = (name: string, value: string | undefined): void => {
    if (value?.trim() && !said.has(name)) said.set(name, value.trim());
  };
  let title: string | null = null;
  const head = { isOver: false };
  const reader = new MarkupReader({
    open(name, attributes) {
      const of = (key: string) => attributes.get(key);
      if (name === 'html') note('lang', of('lang'));
      else if (name === 'title' && !said.has('title')) title = '';
      else if (name === 'link' && /\bcanonical\b/i.test(of('rel') ?? ''))
        note('canonical', of('href'));
      else if (name === 'meta')
        note((of('property') ?? of('name') ?? '').toLowerCase(), of('content'));
      else if (name === 'body') head.isOver = true;
    },
    text(text) {
      if (title !== null) title = (title + text).slice(0, 5_000);
    },
    close(name) {
      if (name === 'title' && title !== null) {
        note('title', title);
        title = null;
      } else if (name === 'head') head.isOver = true;
    },
    comment(text) {
      noteSaver(text, note);
    },
  });
  for (let at = 0; at < Math.min(markup.length, FARTHEST) && !head.isOver; at += PIECE)
    reader.add(markup.slice(at, at + PIECE));
  const of = (...names: string[]): string =>
    names.map((name) => said.get(name)).find(Boolean) ?? '';
  return {
    address:
      ['saved from', 'canonical', 'og:url']
        .map((name) => addressOrNone(said.get(name)))
        .find(Boolean) ?? '',
    title: of('og:title', 'title'),
    byline: /^https?:/i.test(of('author')) ? '' : of('author'),
    siteName: of('og:site_name'),
    published: of('article:published_time', 'date'),
    lang: of('lang'),
    excerpt: of('description', 'og:description'),
    picture: of('og:image'),
    saved: of('saved at'),
  };
}

/** SingleFile writes where a page was and when; browsers write "saved from url=(0014)about:internet". */
function noteSaver(comment: string, note: (name: string, value: string | undefined) => void): void {
  if (/Page saved with SingleFile/i.test(comment)) {
    note('saved from', /^\s*url:\s*(\S+)/im.exec(comment)?.[1]);
    // The name of the zone, in brackets, is not for clocks.
    note('saved at', /^\s*saved date:\s*([^\n(]+)/im.exec(comment)?.[1]);
  } else note('saved from', /^\s*saved from url=\(\d+\)(\S+)/i.exec(comment)?.[1]);
}
