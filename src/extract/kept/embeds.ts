import { make, textOf } from './vault.ts';

/** Posts set into a page: their words are in the page, their looks come from a script. */
const POSTS =
  'blockquote[class*="twitter-"], blockquote[class*="instagram-media"], blockquote[class*="tiktok-embed"], blockquote[class*="bluesky-embed"], blockquote[class*="mastodon-embed"], blockquote[class*="text-post-media"], blockquote[class*="reddit-"], .fb-post, .fb-video';
const ADDRESS = ['data-instgrm-permalink', 'data-text-post-permalink', 'cite', 'data-href'];
const BLOCKS = 'p, section';

/** A post keeps its words, its author and the link to it, without names that Readability dislikes. */
export function keepPosts(copy: Document): void {
  for (const post of copy.querySelectorAll(POSTS)) {
    const address = ADDRESS.map((name) => post.getAttribute(name)).find(Boolean) ?? '';
    const isScaffold = post.querySelector('div') !== null || !textOf(post);
    const quote = make(post, 'blockquote');
    if (!isScaffold) quote.append(...post.childNodes);
    else {
      // Instagram draws an empty post of boxes; its words are in a link and a line below.
      const lines = [...post.querySelectorAll(BLOCKS)].filter(
        (line) => !line.querySelector(BLOCKS),
      );
      for (const line of lines) if (textOf(line)) quote.append(make(post, 'p', ...line.childNodes));
      if (!quote.firstChild) quote.append(make(post, 'p', (post.textContent ?? '').trim()));
    }
    if (address.startsWith('https://') && !quote.querySelector('a[href^="https://"]')) {
      const link = make(post, 'a', new URL(address).hostname.replace(/^www\./, ''));
      link.href = address.split('?')[0]!;
      quote.append(make(post, 'p', link));
    }
    if (textOf(quote)) post.replaceWith(quote);
  }
}
