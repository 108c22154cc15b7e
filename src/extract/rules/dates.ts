const NUMERIC =
  /\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d\d\b|\b(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{4}年\d{1,2}月|\b\d{1,2}[:h]\d\d\b/;
/** The months and their short forms in the languages of most pages. */
const MONTHS =
  ' jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december ' +
  'januar jänner februar märz mär mai juni juli oktober okt dezember dez ' +
  'janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic ' +
  'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev set out ' +
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott ' +
  'januari februari maart mei augustus maj marts mrt stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia ' +
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря ';
const PAST =
  /\b\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b|\b(?:vor|hace|il y a|há) \d+ /i;

/** Whether a short text names a day or a time. */
export function namesDate(text: string): boolean {
  if (!/\d/.test(text)) return false;
  if (NUMERIC.test(text) || PAST.test(text)) return true;
  const words = text.toLowerCase().split(/[\s.,|·•/()-]+/);
  return words.some((word, at) => {
    if (word === '' || !MONTHS.includes(` ${word} `)) return false;
    const near = [words[at - 1], words[at - 2], words[at + 1]];
    return near.some(
      (other) =>
        other !== undefined && /^\d{1,2}(?:st|nd|rd|th|er|º)?$|^(?:19|20)\d\d$/.test(other),
    );
  });
}
