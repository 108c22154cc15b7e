import { absolute } from './pictures.ts';

/** Makes links absolute; one that leads nowhere a reader could follow becomes plain text. */
export function resolveLinks(root: ParentNode, baseUrl: string): void {
  for (const link of root.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#') && href.length > 1) continue;
    const target = /^mailto:/i.test(href.trim()) ? href.trim() : absolute(href, baseUrl);
    if (target && !/^#?$/.test(href)) link.setAttribute('href', target);
    else link.replaceWith(...link.childNodes);
  }
}
