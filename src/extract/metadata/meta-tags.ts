/** The content of the first meta element with one of the names, in their order; empty when none. */
export function metaContent(document: Document, ...names: string[]): string {
  for (const name of names) {
    const key = CSS.escape(name);
    const metas = document.querySelectorAll(
      `meta[name="${key}" i], meta[property="${key}" i], meta[itemprop="${key}" i]`,
    );
    for (const meta of metas) {
      const content = oneLine(meta.getAttribute('content') ?? '');
      if (content) return content;
    }
  }
  return '';
}

/** Text on one line, single spaces, no invisible marks at the ends. */
export const oneLine = (text: string): string =>
  text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
