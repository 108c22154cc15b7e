/** A text as its words are compared, and the way back to where each letter stands. */
export interface FoldedText {
  /** Without spaces, accents, case, and the differences between marks of one kind. */
  text: string;
  /** The place in the original of a stretch of the folded text that is not empty. */
  place(start: number, end: number): { start: number; end: number };
  /** The first place in the folded text that stands at or after a place in the original. */
  indexOf(place: number): number;
}

const DROPPED = 0xffff;
const ELLIPSIS = 0x2026;
/** By code unit, filled in as units are met: 0 for those that were not. */
const known = new Uint16Array(0x10000);

const SPACE_OR_INVISIBLE =
  /\s|[\u0300-\u036f]|[\ufe00-\ufe0f]|[\u00ad\u0640\u180e\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\u200b-\u200f]/;
const SINGLE_QUOTE = /[`´\u2018-\u201b\u2032\u2035\u2039\u203a\u02bc\u05f3]/;
const DOUBLE_QUOTE = /[\u00ab\u00bb\u201c-\u201f\u2033\u2036\u301d-\u301f\u05f4]/;
const DASH = /[\u00b7\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\u301c\uff5e]/;

function fold(unit: number): number {
  const letter = String.fromCharCode(unit);
  if (SPACE_OR_INVISIBLE.test(letter)) return DROPPED;
  if (SINGLE_QUOTE.test(letter)) return 0x27;
  if (DOUBLE_QUOTE.test(letter)) return 0x22;
  if (DASH.test(letter)) return 0x2d;
  // Wide forms of Latin letters and marks.
  if (unit >= 0xff01 && unit <= 0xff5e) return fold(unit - 0xfee0);
  // The base of an accented letter; Hangul would fall into many.
  const base =
    unit < 0x1100 || (unit >= 0x1e00 && unit < 0x2000) ? letter.normalize('NFD') : letter;
  const lower = base.charAt(0).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** Folds a text, some 5 ms for 300,000 characters. */
export function foldText(text: string): FoldedText {
  const dots = text.split('…').length - 1;
  const units = new Uint16Array(text.length + 2 * dots);
  const at = new Uint32Array(units.length);
  let length = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    const folded = known[unit]! || (known[unit] = fold(unit));
    // Two hyphens are a dash.
    if (folded === DROPPED || (folded === 0x2d && length > 0 && units[length - 1] === 0x2d))
      continue;
    for (let times = folded === ELLIPSIS ? 3 : 1; times > 0; times -= 1) {
      units[length] = folded === ELLIPSIS ? 0x2e : folded;
      at[length] = place;
      length += 1;
    }
  }
  return {
    // One unit for one: half of a pair alone becomes a mark of its own.
    text: new TextDecoder('utf-16le').decode(units.subarray(0, length)),
    place: (start, end) => ({ start: at[start]!, end: endOf(text, at[end - 1]! + 1) }),
    indexOf(place) {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at[middle]! < place) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** With the marks that belong to the last letter. */
function endOf(text: string, end: number): number {
  let last = end;
  while (/[\u0300-\u036f]|[\ufe00-\ufe0f]/.test(text.charAt(last))) last += 1;
  return last;
}
