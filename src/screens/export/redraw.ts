import type { PictureBytes } from '../../formats/out/exported.ts';

/** Wider than any page of a book; in pixels. */
const WIDEST = 2000;
const QUALITY = 0.85;

/** A picture as JPEG, or as PNG where something shows through; null where the browser cannot read it. */
export async function redraw({ type, bytes }: PictureBytes): Promise<PictureBytes | null> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => null);
  if (!bitmap) return null;
  try {
    const scale = Math.min(1, WIDEST / bitmap.width);
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const isOpaque = isOpaqueWebp(bytes);
    const context = canvas.getContext('2d', { willReadFrequently: !isOpaque });
    if (!context) return null;
    context.drawImage(bitmap, 0, 0, width, height);
    const as = !isOpaque && showsThrough(context, width, height) ? 'image/png' : 'image/jpeg';
    const drawn = await canvas.convertToBlob({ type: as, quality: QUALITY });
    return { type: drawn.type, bytes: new Uint8Array(await drawn.arrayBuffer()) };
  } finally {
    bitmap.close();
  }
}

/** A WebP tells at its beginning whether it has an alpha channel: the name of its first part, or a flag in it. */
function isOpaqueWebp(bytes: Uint8Array): boolean {
  const name = String.fromCharCode(...bytes.subarray(8, 16));
  return name === 'WEBPVP8 ' || (name === 'WEBPVP8X' && (bytes[20]! & 0x10) === 0);
}

/** Every seventh point is looked at: seven is no width of anything, so that all columns have their turn. */
function showsThrough(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
): boolean {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4 * 7) if (data[at]! < 250) return true;
  return false;
}
