/** Where a quotation comes from. */
export interface Source {
  title: string;
  byline: string;
  siteName: string;
  url: string;
}

/** Words of an article as a quotation with its source, in plain text. */
export const asQuotation = (exact: string, { title, byline, siteName, url }: Source): string =>
  `“${exact.trim()}”\n\n— ${[byline, title, siteName].filter(Boolean).join(', ')}\n${url}`;
