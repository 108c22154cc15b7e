import { oneLine } from './harmless.ts';

const LONGEST = 110;
/** Names that Windows keeps for itself, whatever follows their dot. */
const DEVICES = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
const encoder = new TextEncoder();

/** A name that Windows, macOS and Linux take, no folder in it, of at most 110 bytes. */
export function safeName(name: string): string {
  const plain = oneLine(name)
    .normalize('NFC')
    // Signs that turn the direction of a name hide its ending.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[<>:"/\\|?*#^[\]%`]/g, ' ')
    .replace(/\s+/g, ' ');
  const short = trimmed(cut(trimmed(plain)));
  return DEVICES.test(short) ? `_${short}` : short || 'untitled';
}

/** A dot at the beginning hides a file, one at the end is lost on Windows. */
const trimmed = (name: string): string => name.replace(/^[\s.~-]+|[\s.]+$/g, '');

function cut(name: string): string {
  if (encoder.encode(name).length <= LONGEST) return name;
  let short = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    size += encoder.encode(segment).length;
    if (size > LONGEST) break;
    short += segment;
  }
  return short;
}

/** Gives each its own name: the same in other letters is the same on some disks. */
export function uniqueNames(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const safe = safeName(name);
    for (;;) {
      const key = safe.normalize('NFKD').toLowerCase();
      const count = (taken.get(key) ?? 0) + 1;
      taken.set(key, count);
      if (count === 1) return safe;
      const other = `${safe} ${count}`;
      const otherKey = other.normalize('NFKD').toLowerCase();
      if (taken.has(otherKey)) continue;
      taken.set(otherKey, 1);
      return other;
    }
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Of a picture; empty for what is none that we keep. */
export const pictureExtension = (type: string): string => EXTENSIONS[type] ?? '';
