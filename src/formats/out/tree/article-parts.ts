import type { Exported } from '../exported.ts';
import type { HowOut } from '../format.ts';
import { linkAddress, oneLine, plainText } from '../harmless.ts';
import { fit } from './fit.ts';
import { XHTML } from './names.ts';

/** An article as a page shows it: title, where it is from, picture, text, and what was marked in it. */
export function articleParts(
  { article, highlights }: Exported,
  body: Element,
  pictures: ReadonlyMap<string, string>,
  document: Document,
  { words }: Pick<HowOut, 'words'>,
): Node[] {
  const make = (
    name: string,
    attributes: Record<string, string>,
    ...content: (Node | string)[]
  ) => {
    const made = document.createElementNS(XHTML, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };
  const { title, byline, siteName, publishedTime, url, leadPicture, leadCaption } = article;
  const address = linkAddress(url);
  const site = oneLine(siteName) || hostOf(url);
  const source = address ? make('a', { href: address }, site) : site;
  const about: (Node | string)[] = [source];
  if (oneLine(byline)) about.unshift(oneLine(byline), ' · ');
  const day = words.day(publishedTime);
  if (day) about.push(` · ${day}`);
  const parts: Node[] = [
    make('h1', {}, oneLine(title) || site),
    make('p', { class: 'about' }, ...about),
  ];
  const lead = leadPicture && !leadPicture.inBody ? pictures.get(leadPicture.src) : undefined;
  if (lead) {
    const caption = oneLine(leadCaption);
    parts.push(
      make(
        'figure',
        {},
        make('img', { src: lead, alt: oneLine(leadPicture!.alt) }),
        ...(caption ? [make('figcaption', {}, caption)] : []),
      ),
    );
  }
  parts.push(fit(body, document, (src) => pictures.get(src) ?? null));
  if (highlights.length === 0) return parts;
  const marked = highlights.flatMap(({ quote, note }) => [
    make('blockquote', {}, make('p', {}, plainText(quote.exact))),
    ...(note ? [make('p', { class: 'note' }, plainText(note))] : []),
  ]);
  return [
    ...parts,
    make('section', { class: 'highlights' }, make('h2', {}, words.highlights), ...marked),
  ];
}

/** As it stands in the address; empty where it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}
