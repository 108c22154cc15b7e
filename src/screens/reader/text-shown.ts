/** Resolves with the article on the page once all its text is there; never after `signal` ended. */
export function textShown(signal: AbortSignal): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const article = document.querySelector<HTMLElement>('.article');
      if (!article?.querySelector('.article-text:not([aria-busy])')?.hasChildNodes()) return false;
      resolve(article);
      return true;
    };
    if (look()) return;
    const watcher = new MutationObserver(() => look() && watcher.disconnect());
    watcher.observe(document.body, { childList: true, subtree: true });
    signal.addEventListener('abort', () => watcher.disconnect());
  });
}
