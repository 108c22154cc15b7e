import type { ArticleId } from '../../article/article.ts';
import { announce } from '../../platform/background-link.ts';
import { fetchPictureInTab } from '../../platform/fetch-in-tab.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import type { Library } from '../../store/library.ts';
import type { PictureRecord } from '../../store/schema.ts';

const MOST_PICTURES = 60;
const MOST_BYTES = 40_000_000;
const LIMITS = { bytes: 5_000_000, milliseconds: 10_000 };
const THUMBNAIL_WIDTH = 240;
/** Smaller than this in both directions is decoration or a counter. */
const SMALLEST = 8;

/**
 * Keeps the pictures of an article that was just saved, through the tab that shows it: those of its own
 * site and those that allow it (CORS). The text is safe already; a picture that fails stays out.
 */
export async function keepPictures(
  library: Library,
  id: ArticleId,
  draft: CleanDraft,
  tabId: number,
): Promise<void> {
  let bytesLeft = MOST_BYTES;
  for (const src of draft.pictures.slice(0, MOST_PICTURES)) {
    const address = await fetchPictureInTab(tabId, src, LIMITS);
    const picture = address && parseDataAddress(address);
    if (!picture || picture.bytes.byteLength > bytesLeft) continue;
    const bitmap = await createImageBitmap(new Blob([picture.bytes], { type: picture.type })).catch(
      () => null,
    );
    if (!bitmap || (bitmap.width < SMALLEST && bitmap.height < SMALLEST)) continue;
    bytesLeft -= picture.bytes.byteLength;
    const isLead =
      src === draft.leadPicture?.src || (!draft.leadPicture && src === draft.pictures[0]);
    const thumbnail = isLead ? await thumbnailOf(bitmap) : undefined;
    const kept = await library.keepPicture({ id, src, ...picture }, thumbnail);
    if (!kept.ok) return;
    if (isLead) announce('library/changed');
  }
}

/** A small copy as a data: address. */
async function thumbnailOf(bitmap: ImageBitmap): Promise<string> {
  const width = Math.min(THUMBNAIL_WIDTH, bitmap.width);
  const height = Math.max(1, Math.round((bitmap.height * width) / bitmap.width));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.75 });
  return dataAddress({ type: blob.type, bytes: await blob.arrayBuffer() });
}

const DATA_ADDRESS = /^data:(image\/[a-z]+);base64,/;

function parseDataAddress(address: string): Pick<PictureRecord, 'type' | 'bytes'> | null {
  const head = DATA_ADDRESS.exec(address);
  if (!head) return null;
  const bytes = Uint8Array.from(atob(address.slice(head[0].length)), (character) =>
    character.charCodeAt(0),
  );
  return { type: head[1]!, bytes: bytes.buffer };
}

/** Bytes as an address that an `<img>` of ours may show. */
export function dataAddress({ type, bytes }: Pick<PictureRecord, 'type' | 'bytes'>): string {
  const step = 0x8000;
  const view = new Uint8Array(bytes);
  let binary = '';
  for (let at = 0; at < view.length; at += step)
    binary += String.fromCharCode(...view.subarray(at, at + step));
  return `data:${type};base64,${btoa(binary)}`;
}
