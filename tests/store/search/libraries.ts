// Small libraries and questions to them, made by fast-check, and a search that is plain enough to be right.
import fc from 'fast-check';
import type { SearchFields } from '../../../src/store/search/prepare.ts';
import type { TextClause } from '../../../src/store/search/query.ts';
import { wordsOf } from '../../../src/store/search/words.ts';

// prettier-ignore
const VOCABULARY = [
  'a', 'i', 'of', 'the', 'to', 'tide', 'tides', 'clock', 'clocks', "don't", 'state', 'statement', '42', '1968',
  'été', 'Ärger', 'straße', 'l’homme', 'naïve', 'mañana', 'Łódź', 'Ёлка', 'река', 'реки', 'вода',
  'كِتَاب', 'مدرسة', 'مدرس', 'שָׁלוֹם', 'ספר', 'ספרים', 'हिन्दी', 'पानी', 'पान', '한국어', '한국', '문서',
];
const SPACELESS = [...'日本語中国東京大阪カタガひらกำลังน้ำ', 'กิ', 'น้ำ'];
const SEPARATORS = [' ', ' ', ' ', ', ', '. ', '-', '\n', '、'];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...VOCABULARY) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...SPACELESS), { minLength: 1, maxLength: 5 })
      .map((letters) => letters.join('')),
  },
);
const prose = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(piece, fc.constantFrom(...SEPARATORS)), { maxLength })
    .map((parts) => parts.flat().join(''));

export const article: fc.Arbitrary<SearchFields> = fc.record({
  title: prose(4),
  byline: fc.constantFrom('', 'Ines Holloway', 'Ines Ōtani', 'الكاتب', '山田太郎', 'Bo Hollis'),
  siteName: fc.constantFrom('', 'The Mercator Review', 'Gazette', '東京新聞', 'Revue d’été'),
  url: fc.constantFrom(
    'https://www.review.example/clock',
    'https://news.gazette.example/a',
    'https://gazette.test/b',
    'https://münchen.example/',
    'no address',
  ),
  lang: fc.constantFrom('', 'en', 'en-GB', 'pt-BR', 'ja', 'zz'),
  text: prose(40),
});

const beginning = piece.chain((word) =>
  fc.nat(word.length - 1).map((cut) => word.slice(0, cut + 1)),
);
const phrase = fc.array(piece, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const operator = fc.constantFrom(
  ...['by:ines', 'by:"i hol"', 'by:山', 'by:holloway', 'site:gaz', 'site:review', 'site:"rev mer"'],
  ...[
    'site:example',
    'site:gazette.example',
    'site:gazette.test',
    'site:münchen.example',
    'site:東',
  ],
  ...['lang:en', 'lang:PT', 'lang:fr', 'site:d’été', 'site:r.e'],
);

/** What may be typed; each with a minus now and then. */
export const typed: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '', '-'),
      fc.oneof(
        beginning,
        beginning,
        phrase.map((words) => `"${words}"`),
        operator,
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((parts) =>
    fc
      .oneof(
        { weight: 5, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: beginning.map((word) => ` "the ${word}`) },
      )
      .map((open) => parts.map((part) => part.join('')).join(' ') + open),
  );

/** Whether an article answers a clause, told by reading it. */
export function answers(fields: SearchFields, clause: TextClause): boolean {
  return holds(fields, clause) !== clause.negated;
}

function holds(fields: SearchFields, clause: TextClause): boolean {
  const begun = (words: readonly string[], all: readonly string[]): boolean =>
    words.every((word) => all.some((other) => other.startsWith(word)));
  const host = fields.url.startsWith('http')
    ? new URL(fields.url).hostname.replace('www.', '')
    : '';
  switch (clause.kind) {
    case 'word':
      return inSomeField(fields, clause.words, true);
    case 'phrase':
      return inSomeField(fields, clause.words, clause.beginning);
    case 'by':
      return begun(clause.words, wordsOf(fields.byline));
    case 'site':
      if (clause.host === undefined)
        return begun(clause.words, [...wordsOf(fields.siteName), ...wordsOf(host)]);
      return (
        `.${host}`.endsWith(`.${clause.host}`) || begun(clause.words, wordsOf(fields.siteName))
      );
    case 'lang':
      return fields.lang.toLowerCase().split('-')[0] === clause.base;
  }
}

function inSomeField(
  { title, byline, siteName, text }: SearchFields,
  words: readonly string[],
  begins: boolean,
): boolean {
  return [title, byline, siteName, text].some((field) => {
    const there = wordsOf(field);
    return there.some((_word, from) =>
      words.every((word, nth) => {
        const other = there[from + nth];
        return begins && nth === words.length - 1 ? other?.startsWith(word) : other === word;
      }),
    );
  });
}
