import { LINK_PROTOCOL } from '../article/markup.ts';

/** Links open in a tab of their own and tell the other side nothing; any that leads elsewhere is text. */
export function hardenLinks(root: ParentNode): void {
  for (const link of root.querySelectorAll('a')) {
    if (LINK_PROTOCOL.test(link.getAttribute('href') ?? '')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    } else link.replaceWith(...link.childNodes);
  }
}
