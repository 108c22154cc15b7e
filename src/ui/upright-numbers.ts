const UPRIGHT = 'upright';
/** One or two digits that stand alone: "46" of "46公斤", nothing of "1903", "3.5", "A4" or "12:30". */
const NUMBER = /(?<![\d\p{sc=Latin}][.,:/-]?)\d{1,2}(?![.,:/-]?[\d\p{sc=Latin}])(?![%°])/gu;
const LEFT_ALONE = `pre, code, kbd, samp, math, svg, sub, sup, rt, .wide, .${UPRIGHT}`;

/**
 * Sets short numbers upright in lines down the page, two digits side by side; in lines across it means nothing.
 * (JLREQ 3.2.5, tate-chu-yoko; browsers know no `text-combine-upright: digits`.)
 */
export function wrapNumbers(article: Element): void {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!/\d/.test(text.data) || text.parentElement!.closest(LEFT_ALONE)) continue;
    // Split, not replaced: ranges in the text, as of highlights, stay where they are. From the end,
    // so that the places before stay right.
    for (const { 0: digits, index } of [...text.data.matchAll(NUMBER)].reverse()) {
      const number = text.splitText(index);
      number.splitText(digits.length);
      const span = document.createElement('span');
      span.className = UPRIGHT;
      number.replaceWith(span);
      span.append(number);
    }
  }
}
