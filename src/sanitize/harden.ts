import { LINK_PROTOCOL, NOTE_ID } from '../article/markup.ts';

/** Links open in a tab of their own and tell the other side nothing; any that leads elsewhere is text. */
export function hardenLinks(root: ParentNode): void {
  for (const link of root.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#') && NOTE_ID.test(href.slice(1))) leadToNote(link, href);
    else if (LINK_PROTOCOL.test(href) && !href.startsWith('#')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    } else link.replaceWith(...link.childNodes);
  }
}

/** Goes to a note or back without a change of our page's address, which has a meaning of its own. */
function leadToNote(link: HTMLAnchorElement, href: string): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    (link.getRootNode() as ParentNode).querySelector(href)?.scrollIntoView({ block: 'center' });
  });
}

/** DOMPurify lets addresses of white space, and with white space in their protocol, through. */
export function hardenAddresses(root: ParentNode): void {
  for (const link of root.querySelectorAll('[href]'))
    if (!LINK_PROTOCOL.test(link.getAttribute('href')!)) link.removeAttribute('href');
}

/** Takes away every id but those of notes, which no page or script of ours uses. */
export function hardenIds(root: ParentNode): void {
  for (const named of root.querySelectorAll('[id]'))
    if (!NOTE_ID.test(named.id)) named.removeAttribute('id');
}
