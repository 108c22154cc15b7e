/**
 * Sets a few words in the faces of an article, unseen, while the page is being read: to find fonts and
 * break lines for the first time takes a fresh process of Chrome 15 ms.
 */
export function warmUpType(page: Element): void {
  const sample = document.createElement('div');
  sample.className = 'article';
  for (const face of ['p', 'em'])
    sample.append(
      Object.assign(document.createElement(face), { textContent: 'Unforgettable, “—”' }),
    );
  page.append(sample);
  sample.getBoundingClientRect();
  sample.remove();
}
