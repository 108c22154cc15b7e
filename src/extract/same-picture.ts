/** Letters of a file's name that no two pictures share by chance. */
const TELLING = 8;
const SHARE = 0.6;
const WIDTH = /^[1-9]\d{2,3}$/;
const COMMON_FOLDER = /(?:images?|img|photos?|pictures?|media|uploads?|files?|assets|\d\d)$/i;

/** The name of the file at an address. */
export const fileOf = (address: string): string =>
  address.split(/[?#]/)[0]!.split('/').filter(Boolean).pop() ?? '';

/**
 * Whether two addresses are most likely of one picture in different sizes, crops or formats:
 * their files' names are the same or begin alike, save where only a count tells them apart.
 */
export function isSamePicture(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [stemOf(one), stemOf(other)];
  if (a === b) return a.length >= TELLING || folderOf(one) === folderOf(other);
  // "chamber/620.jpg" and "chamber/1240.jpg": the folder names the picture.
  if (WIDTH.test(a) && WIDTH.test(b))
    return folderOf(one) === folderOf(other) && !COMMON_FOLDER.test(folderOf(one));
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  let shared = 0;
  while (shared < shorter.length && shorter[shared] === longer[shared]) shared += 1;
  if (shared < TELLING || shared < shorter.length * SHARE) return false;
  const isCount = (rest: string): boolean => /^\d{1,3}$/.test(rest);
  return !(isCount(shorter.slice(shared)) && isCount(longer.slice(shared)));
}

/** A file's name without its ending and the size in it. */
const stemOf = (address: string): string =>
  decoded(fileOf(address))
    .toLowerCase()
    .replace(/(?:\.(?:jpe?g|png|webp|gif|avif))+$/, '')
    .replace(
      /[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}[wh]?|[23]x|scaled|large|medium|small|thumb(?:nail)?)$/,
      '',
    );

const folderOf = (address: string): string =>
  address.split(/[?#]/)[0]!.split('/').slice(-3, -1).join('/');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
