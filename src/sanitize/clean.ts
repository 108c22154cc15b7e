import { purify } from './purify.ts';
import type { SafeHtml } from './safe-html.ts';

/**
 * The only door from a page's markup into the library. Pictures lose their address to `data-picture`,
 * so that what is stored cannot make a request wherever it is shown; `pictures` are the addresses.
 */
export function clean(html: string): { html: SafeHtml; pictures: string[] } {
  const host = document.createElement('div');
  host.append(purify(html));
  const pictures = new Set<string>();
  for (const img of host.querySelectorAll('img')) {
    const address = img.getAttribute('src') ?? img.getAttribute('data-picture') ?? '';
    img.removeAttribute('src');
    img.removeAttribute('data-picture');
    if (!/^https?:/i.test(address)) continue;
    img.setAttribute('data-picture', address);
    pictures.add(address);
  }
  return { html: host.innerHTML as SafeHtml, pictures: [...pictures] };
}
