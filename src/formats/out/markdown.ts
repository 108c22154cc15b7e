import { stringify } from 'yaml';
import { escapeText, toMarkdown } from '../markdown.ts';
import { quotesAsMarkdown } from '../highlights-markdown.ts';
import { createArchive } from './archive.ts';
import type { Exported } from './exported.ts';
import { pictureExtension, safeName, uniqueNames } from './file-name.ts';
import type { HowOut, OutFormat, Writer } from './format.ts';
import { linkAddress, oneLine, plainText } from './harmless.ts';
import { moment } from './json.ts';
import { calmCode, calmText } from './notes-program.ts';
import { keepablePicture, picturesOf } from './pictures.ts';
import {
  DEFAULT_FILE_NAME,
  DEFAULT_TEMPLATE,
  FILE_NAMES,
  fillTemplate,
  parseTemplate,
  type Template,
  type TemplateName,
} from './template.ts';
import { bodyOf } from './tree/body.ts';
import { hostOf } from './tree/article-parts.ts';

const PICTURES = 'pictures';

/** A folder of notes, for Obsidian and its like: one a file, with properties, and the pictures beside them. */
export const markdown: OutFormat = {
  id: 'markdown',
  extension: 'zip',
  hasPictures: true,
  loses: [
    'where highlights stand: they are listed behind their article',
    'tables in tables, and other markup that Markdown has no signs for',
  ],
  begin: async (how) => begin(how),
};

function begin(how: HowOut): Writer {
  const archive = createArchive(how.now);
  const nameFor = uniqueNames();
  const fileName = orElse(parseTemplate(how.fileName, FILE_NAMES), DEFAULT_FILE_NAME);
  const template = orElse(parseTemplate(how.template), DEFAULT_TEMPLATE);
  let count = 0;
  return {
    async add(one) {
      const body = await bodyOf(one.article.html);
      const note = nameFor(fillTemplate(fileName, (name) => factOf(one, name)));
      const { paths, missing } = await picturesOf(one, body, how.pictures, {
        prepare: (src) => keepablePicture(one, src),
        async keep({ type, bytes }) {
          const path = `${PICTURES}/${++count}.${pictureExtension(type)}`;
          await archive.add(path, bytes, true);
          return path;
        },
      });
      await archive.add(`${note}.md`, noteOf(one, body, paths, template));
      return missing;
    },
    finish: () => archive.finish('application/zip'),
  };
}

const orElse = (template: Template, other: string): (Template & { ok: true })['pieces'] => {
  if (template.ok) return template.pieces;
  const sure = parseTemplate(other);
  return sure.ok ? sure.pieces : [];
};

/** One article as a note, by a template. */
export function noteOf(
  one: Exported,
  body: Element,
  pictures: ReadonlyMap<string, string>,
  template: (Template & { ok: true })['pieces'],
): string {
  const note = fillTemplate(template, (name) => {
    if (name === 'properties') return propertiesOf(one);
    if (name === 'text') return textOf(one, body, pictures);
    if (name === 'highlights') return calmText(quotesAsMarkdown(one.highlights));
    if (name === 'url') return linkAddress(one.article.url) ?? '';
    return calmText(escapeText(factOf(one, name)));
  });
  return `${note.trimEnd()}\n`;
}

/** The name of the file that a template gives an article. */
export const fileNameOf = (one: Exported, template: (Template & { ok: true })['pieces']): string =>
  safeName(fillTemplate(template, (name) => factOf(one, name)));

/** A fact on one line of plain text. */
function factOf({ article, highlights }: Exported, name: TemplateName): string {
  switch (name) {
    case 'title':
      return oneLine(article.title) || hostOf(article.url);
    case 'site':
      return oneLine(article.siteName) || hostOf(article.url);
    case 'published':
      return article.publishedTime.slice(0, 10);
    case 'saved':
    case 'date':
      return moment(article.savedAt)?.slice(0, 10) ?? '';
    case 'tags':
      return article.tags.map(oneLine).join(', ');
    case 'words':
    case 'minutes':
      return String(article[name]);
    case 'progress':
      return String(Math.round(article.progress * 100));
    case 'highlights':
      return highlights.length > 0 ? String(highlights.length) : '';
    case 'text':
    case 'properties':
      return '';
    case 'url':
    case 'byline':
    case 'place':
    case 'lang':
    case 'excerpt':
      return oneLine(article[name]);
  }
}

/** What stands at the head of a note, each value as data: quoted, and no sign in it that a program acts on. */
function propertiesOf({ article, highlights }: Exported): string {
  const { title, url, byline, siteName, publishedTime, savedAt, tags, place, favourite, lang } =
    article;
  const facts: Record<string, unknown> = {
    title: oneLine(title),
    url: linkAddress(url) ?? '',
    ...(byline && { author: oneLine(byline) }),
    ...(siteName && { site: oneLine(siteName) }),
    ...(publishedTime && { published: publishedTime }),
    saved: moment(savedAt) ?? '',
    ...(tags.length > 0 && { tags: tags.map(oneLine) }),
    status: place,
    ...(favourite && { favourite: true }),
    ...(lang && { language: oneLine(lang) }),
    ...(article.excerpt && { description: oneLine(article.excerpt) }),
    ...(highlights.length > 0 && { highlights: highlights.length }),
    progress: Math.round(article.progress * 100),
  };
  return stringify(facts, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  })
    .replace(/<(?=%)/g, '\\x3C')
    .replace(/%(?=>)/g, '\\x25')
    .trimEnd();
}

/** The lead picture and the text. A picture that is missing is a link: a note that is opened loads nothing. */
function textOf(
  { article }: Exported,
  body: Element,
  pictures: ReadonlyMap<string, string>,
): string {
  const document = body.ownerDocument;
  const { leadPicture, leadCaption } = article;
  const lead = leadPicture && !leadPicture.inBody ? pictures.get(leadPicture.src) : undefined;
  for (const img of body.querySelectorAll('img')) {
    const src = img.getAttribute('data-picture') ?? '';
    const path = pictures.get(src);
    if (path) img.setAttribute('data-picture', path);
    else img.replaceWith(...linkTo(document, src, img.alt));
  }
  if (lead) {
    const figure = document.createElement('figure');
    const img = document.createElement('img');
    img.setAttribute('data-picture', lead);
    img.alt = oneLine(leadPicture!.alt);
    figure.append(img);
    if (leadCaption) {
      const caption = document.createElement('figcaption');
      caption.textContent = oneLine(leadCaption);
      figure.append(caption);
    }
    body.prepend(figure);
  }
  flattenCells(body);
  calmCode(body);
  return calmText(plainText(toMarkdown(body)));
}

const IN_CELLS = 'table, thead, tbody, tfoot, tr, td, th, caption, colgroup, col';
const BLOCKS =
  'ul, ol, li, dl, dt, dd, pre, blockquote, h1, h2, h3, h4, h5, h6, hr, figure, figcaption, details, summary';

/** Cells of Markdown hold one line: with more in them a table would be written as HTML. */
function flattenCells(body: Element): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const cells = [...table.querySelectorAll('td, th, caption')].filter(
      (cell) => cell.closest('table') === table,
    );
    for (const cell of cells)
      for (const block of cell.querySelectorAll(`${IN_CELLS}, ${BLOCKS}`))
        block.replaceWith(' ', ...block.childNodes, ' ');
  }
}

function linkTo(document: Document, src: string, alt: string): Node[] {
  const address = linkAddress(src);
  const words = oneLine(alt);
  if (!address) return words ? [document.createTextNode(`[${words}]`)] : [];
  if (!words) return [];
  const link = document.createElement('a');
  link.setAttribute('href', address);
  link.textContent = words;
  return [link];
}
