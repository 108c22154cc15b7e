import type { SavedArticle } from '../../article/article.ts';
import type { EditableArticle } from '../../article/edit.ts';
import type { Highlight } from '../../article/highlight.ts';

/** A saved article with all that leaves with it. */
export interface Exported {
  article: SavedArticle;
  /** In the order of the text. */
  highlights: readonly Highlight[];
  /** As it was saved, where the person corrected it. */
  original?: EditableArticle['original'];
  /** A kept picture; null when there is none. Asked for one at a time: an article may have many megabytes. */
  picture: (src: string) => Promise<PictureBytes | null>;
}

export interface PictureBytes {
  /** Its media type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of a data: address, as the library gives kept pictures; null when it is none. */
export function bytesOfAddress(address: string): PictureBytes | null {
  const [, type, base64] = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(address) ?? [];
  if (!type || !base64) return null;
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return { type, bytes };
}
