/** The text of a block on one line. */
export const blockText = (element: Element): string => onOneLine(element.textContent ?? '');

/** White space made one space each; a text without long ones is not copied. */
export const onOneLine = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, ' ').trim();

/** The text of a block if it has so many characters at most, else empty: long ones are not evened out. */
export function shortText(element: Element, longest: number): string {
  const raw = element.textContent ?? '';
  // Markup between words can be many times as long as they are.
  if (raw.length > longest * 8) return '';
  const text = onOneLine(raw);
  return text.length <= longest ? text : '';
}

/** Characters of a block's text that are in its links, white space as it comes. */
export function linkedLength(element: Element): number {
  let sum = 0;
  for (const link of element.getElementsByTagName('a')) sum += (link.textContent ?? '').length;
  return sum;
}
