import type { Place } from '../../article/article.ts';
import type { Exported } from './exported.ts';
import type { HowOut, OutFormat, Writer } from './format.ts';
import { GrowingFile } from './growing-file.ts';
import { linkAddress, oneLine } from './harmless.ts';

const PLACES: readonly Place[] = ['unread', 'archive'];

/** The file that every browser, and most services, read bookmarks from. */
export const bookmarks: OutFormat = {
  id: 'bookmarks',
  extension: 'html',
  hasPictures: false,
  loses: [
    'texts, pictures and highlights',
    'authors, sites and how far it was read',
    'commas in tags',
  ],
  begin: async (how) => begin(how),
};

function begin({ words, title }: HowOut): Writer {
  const files = { unread: new GrowingFile(), archive: new GrowingFile() };
  const counts = { unread: 0, archive: 0 };
  return {
    async add({ article }) {
      const line = lineOf(article);
      if (line) files[article.place].write(line);
      counts[article.place] += 1;
      return 0;
    },
    async finish() {
      const whole: BlobPart[] = [
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n',
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n',
        `<TITLE>${escaped(title)}</TITLE>\n<H1>${escaped(title)}</H1>\n<DL><p>\n`,
      ];
      for (const place of PLACES)
        if (counts[place] > 0)
          whole.push(
            `    <DT><H3>${escaped(words[place])}</H3>\n    <DL><p>\n`,
            files[place].finish('text/html'),
            '    </DL><p>\n',
          );
      return new Blob([...whole, '</DL><p>\n'], { type: 'text/html' });
    },
  };
}

function lineOf({
  url,
  title,
  savedAt,
  tags,
  place,
  favourite,
  excerpt,
}: Exported['article']): string {
  const address = linkAddress(url);
  if (!address) return '';
  const names = tags.map((tag) => tag.replaceAll(',', ' ')).join(',');
  const attributes = [
    `HREF="${escaped(address)}"`,
    `ADD_DATE="${Math.max(0, Math.floor(savedAt / 1000))}"`,
    names && `TAGS="${escaped(names)}"`,
    `TOREAD="${place === 'archive' ? 0 : 1}"`,
    favourite && 'DATA-IMPORTANT="true"',
  ];
  const about = oneLine(excerpt);
  const line = `        <DT><A ${attributes.filter(Boolean).join(' ')}>${escaped(title) || escaped(address)}</A>\n`;
  return about ? `${line}        <DD>${escaped(about)}\n` : line;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => oneLine(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
