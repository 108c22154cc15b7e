import { type LinkedData, textOf } from './json-ld.ts';
import { metaContent } from './meta-tags.ts';

/** The publication's name as it calls itself, else its host. */
export function siteName(document: Document, data: LinkedData, url: string): string {
  const named =
    metaContent(document, 'og:site_name') ||
    textOf(data['publisher']) ||
    metaContent(document, 'application-name', 'apple-mobile-web-app-title', 'cre', 'dc.publisher');
  const host = new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '');
  return named && named.length <= 60 && !/^https?:/.test(named) ? named.replace(/^@/, '') : host;
}
