/** How words and sentences of a script are made up. */
export interface Script {
  letters: string;
  /** Letters a word, from and to. */
  length: [number, number];
  space: string;
  comma: string;
  stop: string;
}

const spaced = { space: ' ', comma: ',', stop: '.' };
/** Scripts with an alphabet, with syllables and without spaces; words of them mean nothing. */
export const SCRIPTS: Record<string, Script> = {
  latin: { letters: 'etaoinshrdlucmfwypvbgk', length: [2, 9], ...spaced },
  german: { letters: 'enisratdhulcgmobwfkzüäößv', length: [3, 13], ...spaced },
  cyrillic: { letters: 'оеаинтсрвлкмдпуяыьгзбчй', length: [2, 10], ...spaced },
  greek: { letters: 'αοιετσνηυρπκμλωδγχθφβξάέίό', length: [2, 9], ...spaced },
  arabic: { letters: 'اليمنتربعدفقسحكهجشصخ', length: [2, 7], ...spaced, comma: '،' },
  hebrew: { letters: 'יוהלאתמרבשנדעכחפקגטס', length: [2, 6], ...spaced },
  hindi: { letters: 'करनसतमहपयलवजदबगअशभचथािीेोु', length: [2, 6], ...spaced, stop: '।' },
  korean: {
    letters:
      '이다는에을가고의하지로사도를은어기서인나리자라만한시계바닷물항구벽위손문열고밤낮배등대지기책글씨말길집산강들눈비',
    length: [1, 4],
    ...spaced,
  },
  thai: { letters: 'กนรอมงวยทสตลคดปหบพชขาิีเแโ', length: [3, 7], space: '', comma: ' ', stop: ' ' },
  chinese: {
    letters:
      '的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面',
    length: [1, 3],
    space: '',
    comma: '，',
    stop: '。',
  },
  japanese: {
    letters: 'のにはをたがでてとしれさあいるもなこかんらりよまう日人年大会中国時上海町時計潮塔書',
    length: [1, 4],
    space: '',
    comma: '、',
    stop: '。',
  },
};
