// What XML has no room for: controls, halves of surrogates, and the two signs that are none.
const NO_SIGNS =
  // oxlint-disable-next-line no-control-regex
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that every format can hold. */
export const plainText = (text: string): string => text.replace(NO_SIGNS, '');

/** The same on one line. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

/**
 * An address that leads out, spelled as RFC 3986 has it, however the page spelled it; null for whatever is
 * no web address and no mail address.
 */
export function linkAddress(href: string): string | null {
  if (!/^(?:https?|mailto):/i.test(href.trim())) return null;
  let url: URL;
  try {
    url = new URL(plainText(href.trim()));
  } catch {
    return null;
  }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  const [, origin = '', rest = ''] = /^(\w+:(?:\/\/[^/?#]*)?)(.*)$/s.exec(url.href) ?? [];
  // Hosts as Java and others want them.
  if (
    url.protocol !== 'mailto:' &&
    !/^https?:\/\/(?:[^@/]*@)?(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(origin)
  )
    return null;
  let fragments = 0;
  const spelled = rest
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign))
    // A second one is no sign of an address.
    .replace(/#/g, () => (fragments++ === 0 ? '#' : '%23'));
  return origin + spelled.replace(/'/g, '%27');
}

/** A language as markup may name it; empty when it is none. */
export const languageTag = (lang: string): string =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(lang) ? lang : '';
