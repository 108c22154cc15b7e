import type { Exported, PictureBytes } from './exported.ts';
import { pictureExtension } from './file-name.ts';

/** So many are fetched and drawn at once: waiting takes longer than working. */
const AT_ONCE = 4;

/** How a format takes pictures along. */
interface Taking {
  /** A picture as the format can have it; null for one that cannot come. */
  prepare: (src: string) => Promise<PictureBytes | null>;
  /** Writes it down, one after the other; answers its path. */
  keep: (picture: PictureBytes) => Promise<string>;
}

/** Takes along the pictures that an article shows, each once: where each lies now, by its address. */
export async function picturesOf(
  { article }: Exported,
  body: Element,
  wanted: boolean,
  { prepare, keep }: Taking,
): Promise<{ paths: ReadonlyMap<string, string>; missing: number }> {
  const paths = new Map<string, string>();
  if (!wanted) return { paths, missing: 0 };
  const sources = [...sourcesIn(article.leadPicture, body)];
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    const some = sources.slice(at, at + AT_ONCE);
    const prepared = await Promise.all(some.map(prepare));
    for (const [place, picture] of prepared.entries())
      if (picture) paths.set(some[place]!, await keep(picture));
  }
  return { paths, missing: sources.length - paths.size };
}

function sourcesIn(lead: Exported['article']['leadPicture'], body: Element): Set<string> {
  const sources = new Set<string>();
  if (lead?.src && !lead.inBody) sources.add(lead.src);
  for (const img of body.querySelectorAll('img[data-picture]'))
    sources.add(img.getAttribute('data-picture')!);
  return sources;
}

/** A picture of a kind that every browser shows. */
export async function keepablePicture(one: Exported, src: string): Promise<PictureBytes | null> {
  const picture = await one.picture(src);
  return picture && pictureExtension(picture.type) ? picture : null;
}
