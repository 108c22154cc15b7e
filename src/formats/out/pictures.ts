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

/** The pictures that an article shows, on their way into a file. */
export interface PicturesOnTheirWay {
  /** Keeps each once; answers where it lies now, by its address. */
  keepAll: (
    keep: Taking['keep'],
  ) => Promise<{ paths: ReadonlyMap<string, string>; missing: number }>;
}

/** Begins to prepare the pictures of an article, some ahead of the one that is being kept. */
export function preparePictures(
  { article }: Exported,
  body: Element,
  wanted: boolean,
  prepare: Taking['prepare'],
): PicturesOnTheirWay {
  const sources = wanted ? [...sourcesIn(article.leadPicture, body)] : [];
  const waiting = sources.values();
  const begun: ReturnType<typeof prepare>[] = [];
  const begin = (): void => {
    const { value } = waiting.next();
    if (value !== undefined) begun.push(prepare(value));
  };
  for (let at = 0; at < AT_ONCE; at += 1) begin();
  return {
    async keepAll(keep) {
      const paths = new Map<string, string>();
      for (const src of sources) {
        const picture = await begun.shift()!;
        begin();
        if (picture) paths.set(src, await keep(picture));
      }
      return { paths, missing: sources.length - paths.size };
    },
  };
}

/** Takes along the pictures that an article shows. */
export const picturesOf = (
  one: Exported,
  body: Element,
  wanted: boolean,
  { prepare, keep }: Taking,
): ReturnType<PicturesOnTheirWay['keepAll']> =>
  preparePictures(one, body, wanted, prepare).keepAll(keep);

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
