import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord, isSpaceless, wordsOf } from '../../../src/store/search/words.ts';

const anyText = fc
  .array(fc.integer({ min: 0, max: 0x1f000 }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points));

describe('words', () => {
  it.each([
    ['case and accents', 'Ärger ÉTÉ naïve Ångström', ['arger', 'ete', 'naive', 'angstrom']],
    [
      'letters that do not come apart',
      'Straße Łódź Æsir smørrebrød',
      ['strasse', 'lodz', 'aesir', 'smorrebrod'],
    ],
    ['Turkish dots', 'İstanbul ISPARTA ısı', ['istanbul', 'isparta', 'isi']],
    [
      'apostrophes inside',
      "don't don’t 'quoted' rock'n'roll",
      ['dont', 'dont', 'quoted', 'rocknroll'],
    ],
    [
      'leaning articles',
      'l’homme d’été dell’arte aujourd’hui',
      ['l', 'homme', 'd', 'ete', 'dell', 'arte', 'aujourdhui'],
    ],
    ['numbers and punctuation', 'GPT-4, 3.14 and C3PO!', ['gpt', '4', '3', '14', 'and', 'c3po']],
    [
      'soft hyphens and ligatures',
      'Sil\u00adben\u00adtrennung e\ufb03cient',
      ['silbentrennung', 'efficient'],
    ],
    ['Greek', 'Ο ΛΌΓΟΣ λόγος', ['ο', 'λογοσ', 'λογοσ']],
    ['Cyrillic', 'Ёлка и Київ', ['елка', 'и', 'киів'.normalize('NFKD').replace(/\u0308/g, '')]],
    [
      'Arabic points and tatweel',
      'كِتَاب كتـــاب أحمد مدرسة ٣٤',
      ['كتاب', 'كتاب', 'احمد', 'مدرسه', '34'],
    ],
    ['Persian letters', 'کتاب می\u200cخواهم', ['كتاب', 'ميخواهم']],
    ['Hebrew points and finals', 'שָׁלוֹם צה״ל', ['שלומ', 'צהל']],
    ['Hindi keeps its vowels', 'हिन्दी हिंदी', ['हिन्दी', 'हिंदी']],
    ['Hangul is words', '한국어 문서', ['한국어', '문서']],
    ['Han and kana', '日本語のテスト', ['日', '本', '語', 'の', 'テ', 'ス', 'ト']],
    ['half width', 'ｶﾞｲﾄﾞ ＡＢＣ１', ['ガ', 'イ', 'ド', 'abc1']],
    ['Thai', 'กำลัง', ['กํ', 'า', 'ลั', 'ง']],
    ['mixed', 'iPhone手机4x', ['iphone', '手', '机', '4x']],
    ['what comes apart', '½ ﷺ', ['1', '2', 'صلي', 'الله', 'عليه', 'وسلم']],
    ['nothing', ' — 🙂 \ud800 …', []],
  ])('%s', (_what, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('folds half-width and decomposed forms like the others', () => {
    expect(wordsOf('ガイド'.normalize('NFD'))).toEqual(wordsOf('ガイド'));
    expect(wordsOf('ｶﾞ')).toEqual(wordsOf('ガ'));
    expect(wordsOf('한국'.normalize('NFD'))).toEqual(['한국']);
    expect(isSpaceless('ガ')).toBe(true);
    expect(isSpaceless('한')).toBe(false);
  });

  it('tells where each word stands', () => {
    const text = 'Da: «l’été», 東京 don’t';
    const places: string[] = [];
    eachWord(text, (word, start, end) => places.push(`${word}=${text.slice(start, end)}`));
    expect(places).toEqual(['da=Da', 'l=l', 'ete=été', '東=東', '京=京', 'dont=don’t']);
  });

  it('cuts what is too long to be a word', () => {
    expect(wordsOf('a'.repeat(500))).toEqual(['a'.repeat(64)]);
  });

  it('gives words that stay as they are, in the order of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
        let last = 0;
        eachWord(text, (_word, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last === 0 ? 0 : Math.min(last, start));
          expect(end).toBeGreaterThan(start);
          last = end;
        });
      }),
      { numRuns: 200 },
    );
  });
});
