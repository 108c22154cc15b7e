/**
 * How the months begin, January first, in the languages that spell them; the longer beginning counts
 * where one begins another ("juin", "juil"; Czech "červen", "červenec").
 */
const MONTHS = [
  'jan ene gen янв січ sty led oca ocak ιαν tammi يناير',
  'feb fév fev feb фев лют lut úno şub φεβ helmi فبراير شباط',
  'mar mär mrt maa мар бер bře μαρ μάρ مارس آذار',
  'apr avr abr апр кві kwi dub nis απρ huhti أبريل ابريل نيسان',
  'may mai mei maj mag май мая тра kvě μαΐ μάι μαι touko مايو أيار',
  'jun juin giu июн чер cze červen haz ιουν ιούν kesä يونيو حزيران',
  'jul juil lug июл лип lip červenec tem ιουλ ιούλ heinä يوليو تموز',
  'aug aoû ago авг сер sie srp ağu agu αυγ αύγ elo أغسطس اغسطس',
  'sep set сен вер wrz září zář eyl σεπ syys سبتمبر أيلول',
  'oct okt ott out окт жов paź říj eki οκτ loka أكتوبر اكتوبر',
  'nov ноя лис lis kas νοε νοέ marras نوفمبر',
  'dec déc dez dic des дек гру gru pro ara δεκ joulu ديسمبر',
].map((beginnings) => beginnings.split(' '));

/** Where a date of figures alone begins with the month. */
const MONTH_FIRST = /^en(?:-(?:us|ph|ca))?$/i;

const WORD = '[^\\s\\d!-@\\[-`{-~]{3,12}';
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';
const WRITTEN = new RegExp(
  [
    `(?<!\\d)${YEAR}\\s?([-/.年년])\\s?(\\d{1,2})\\s?(?:\\2|[月월])\\s?(\\d{1,2})(?!\\d)`,
    `(?<!\\d)(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\6\\s?((?:20)?\\d\\d)(?!\\d)`,
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s-]+(?:de |of |del )?(${WORD})\\.?,?[\\s-]+(?:de |del )?${YEAR}`,
    `(${WORD})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s?,?\\s+${YEAR}`,
  ].join('|'),
  'gi',
);
const HOUR = /^\D{1,9}(\d{1,2})[:時시hH](\d{2})(?!\d)(?::\d{2})?\s?(?:([apAP])\.?[mM])?/;
/** Before the day on which something was changed, not published. */
const CHANGED =
  /(?:updat|modif|edit|revis|review|aktualis|geändert|mis à jour|mise à jour|actualiz|aggiorn|bijgewerkt|обнов|更新)\S*(?:\s+(?:on|at|am|le|el|il|op|by|:))?\W*$/i;

/** The first date that a text tells in words or figures, as ISO 8601; empty when none is plain. */
export function writtenDate(text: string, lang: string): string {
  let changed = '';
  WRITTEN.lastIndex = 0;
  for (let match = WRITTEN.exec(text); match; match = WRITTEN.exec(text)) {
    const date = dateOf(match, lang);
    if (!date) continue;
    const told = date + hourOf(text.slice(WRITTEN.lastIndex, WRITTEN.lastIndex + 24));
    if (!CHANGED.test(text.slice(Math.max(0, match.index - 30), match.index))) return told;
    changed ||= told;
  }
  return changed;
}

function dateOf(match: RegExpExecArray, lang: string): string {
  const [, y1, , m1, d1, first, mark, second, y2, d3, m3, y3, m4, d4, y4] = match;
  if (y1) return isoDate(y1, Number(m1), Number(d1));
  if (first) {
    const [a, b] = [Number(first), Number(second)];
    const monthFirst = b > 12 || (mark === '/' && a <= 12 && MONTH_FIRST.test(lang || 'en'));
    const year = y2!.length === 2 ? `20${y2}` : y2!;
    return monthFirst ? isoDate(year, a, b) : isoDate(year, b, a);
  }
  return isoDate(y3 ?? y4!, monthOf(m3 ?? m4!), Number(d3 ?? d4));
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  let [month, longest] = [0, 0];
  for (const [index, beginnings] of MONTHS.entries()) {
    for (const beginning of beginnings) {
      if (beginning.length <= longest || !lower.startsWith(beginning)) continue;
      [month, longest] = [index + 1, beginning.length];
    }
  }
  return month;
}

/** A day that exists, as ISO 8601, else empty: engines carry 30 February over into March. */
export function isoDate(year: string, month: number, day: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const moment = new Date(Date.UTC(Number(year), month - 1, day));
  const exists = month > 0 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists ? `${year}-${two(month)}-${two(day)}` : '';
}

function hourOf(after: string): string {
  const match = HOUR.exec(after);
  if (!match) return '';
  const [, told, minutes, half = ''] = match;
  const hour = half ? (Number(told) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(told);
  return hour < 24 && Number(minutes) < 60 ? `T${String(hour).padStart(2, '0')}:${minutes}` : '';
}
