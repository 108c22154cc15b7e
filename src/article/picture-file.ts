/** A picture by what its bytes say, never by what its server calls it. */
export interface PictureFile {
  type: PictureType;
  /** In pixels; 0 when the bytes do not say it at once. */
  width: number;
  height: number;
  /** More than one frame: drawing it would keep the first alone. */
  moves: boolean;
}

export type PictureType =
  'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/bmp';

/** What the first bytes of a file say it is; null for anything but a picture of pixels. */
export function pictureFile(bytes: Uint8Array): PictureFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What ends too soon is no picture.
  try {
    return read(view, bytes);
  } catch {
    return null;
  }
}

function read(view: DataView, bytes: Uint8Array): PictureFile | null {
  if (view.getUint32(0) === 0x89504e47) {
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    return { type: 'image/png', width, height, moves: holds(bytes, 'acTL', 4096) };
  }
  if (view.getUint32(0) >>> 8 === 0xffd8ff)
    return { type: 'image/jpeg', ...jpegSize(view), moves: false };
  if (/^GIF8[79]a/.test(text(bytes, 0, 6))) {
    const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
    return { type: 'image/gif', width, height, moves: true };
  }
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP')
    return { type: 'image/webp', ...webpSize(view), moves: holds(bytes, 'ANIM', 64) };
  if (/^ftypavi[fs]/.test(text(bytes, 4, 8)))
    return { type: 'image/avif', ...avifSize(view, bytes), moves: text(bytes, 8, 4) === 'avis' };
  if (text(bytes, 0, 2) === 'BM' && view.getUint32(14, true) >= 40) {
    const [width, height] = [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
    return { type: 'image/bmp', width, height, moves: false };
  }
  return null;
}

/** Whether the file is a drawing: markup, which is never kept as it is. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>|\s)*<svg[\s>]/i.test(start);
}

interface Size {
  width: number;
  height: number;
}

/** From the first frame header, whose markers lie between C0 and CF. */
function jpegSize(view: DataView): Size {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) break;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return { width: 0, height: 0 };
}

function webpSize(view: DataView): Size {
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  switch (view.getUint8(15)) {
    case 0x58: // VP8X
      return { width: uint24(24) + 1, height: uint24(27) + 1 };
    case 0x4c: {
      // VP8L: 14 bits each
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
  }
}

/** From the first `ispe` box, which stands before the data. */
function avifSize(view: DataView, bytes: Uint8Array): Size {
  const at = find(bytes, 'ispe', 4096);
  return at < 0
    ? { width: 0, height: 0 }
    : { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const find = (bytes: Uint8Array, word: string, within: number): number => {
  const end = Math.min(within, bytes.length);
  const codes = new TextEncoder().encode(word);
  for (let at = 0; at + codes.length <= end; at += 1)
    if (codes.every((code, index) => bytes[at + index] === code)) return at;
  return -1;
};

const holds = (bytes: Uint8Array, word: string, within: number): boolean =>
  find(bytes, word, within) >= 0;
