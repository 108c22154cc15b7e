import type { PictureFailure } from '../../article/album.ts';
import { isSvg, pictureFile } from '../../article/picture-file.ts';
import { done, failed, type Result } from '../../article/result.ts';
import { dataAddress } from './picture-address.ts';

interface Examined {
  type: string;
  bytes: ArrayBuffer;
  /** A small copy as a data: address, where it was asked for. */
  thumbnail?: string;
}

const THUMBNAIL_WIDTH = 240;
/** Smaller than this in both directions is decoration or a counter. */
const SMALLEST = 8;
/** Decoded, a pixel takes four bytes. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 16_000;
const MOST_SVG = 500_000;
/** What is larger is drawn anew, if that makes it smaller. */
const LARGE = { bytes: 1_500_000, width: 2000 };

/**
 * Looks whether bytes are a picture that can be kept, by the bytes alone: measured before it is decoded,
 * and decoded by the browser. `draw` makes pixels of a drawing, which is never kept as it is.
 */
export async function examinePicture(
  sent: ArrayBuffer,
  draw: (svg: string) => Promise<ArrayBuffer | null>,
  withThumbnail: boolean,
): Promise<Result<Examined, PictureFailure | 'decoration'>> {
  const isDrawing = sent.byteLength <= MOST_SVG && isSvg(new Uint8Array(sent));
  const bytes = isDrawing ? await draw(new TextDecoder().decode(sent)) : sent;
  const file = bytes && pictureFile(new Uint8Array(bytes));
  if (!bytes || !file) return failed('not-a-picture');
  const { type, width, height, moves } = file;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    return failed('too-large');
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => null);
  if (!bitmap) return failed('not-a-picture');
  try {
    if (bitmap.width < SMALLEST && bitmap.height < SMALLEST) return failed('decoration');
    const isLarge = bytes.byteLength > LARGE.bytes || bitmap.width > LARGE.width;
    const drawn =
      (isLarge && !moves) || type === 'image/bmp'
        ? await drawnAnew(bitmap, LARGE.width, 0.82)
        : null;
    const isSmaller = drawn && (type === 'image/bmp' || drawn.bytes.byteLength < bytes.byteLength);
    const thumbnail = withThumbnail && dataAddress(await drawnAnew(bitmap, THUMBNAIL_WIDTH, 0.75));
    return done({ ...(isSmaller ? drawn : { type, bytes }), ...(thumbnail && { thumbnail }) });
  } finally {
    bitmap.close();
  }
}

/** No wider than so many pixels, as WebP. */
async function drawnAnew(
  bitmap: ImageBitmap,
  mostWidth: number,
  quality: number,
): Promise<{ type: string; bytes: ArrayBuffer }> {
  const width = Math.min(mostWidth, bitmap.width);
  const height = Math.max(1, Math.round((bitmap.height * width) / bitmap.width));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return { type: blob.type, bytes: await blob.arrayBuffer() };
}
