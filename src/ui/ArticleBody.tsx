import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleFacts } from '../article/article.ts';
import { type PictureSource, show } from '../sanitize/show.ts';

interface ArticleBodyProps {
  facts: Pick<ArticleFacts, 'lang' | 'dir' | 'leadPicture' | 'leadCaption'>;
  html: string;
  pictures: PictureSource;
  /** Gives a stored picture as an address that may be shown, or null when it was not kept. */
  storedPicture?: (src: string) => Promise<string | null>;
  /** Called when the whole article is in the page. */
  onShown?: () => void;
}

/** Lead picture and text. The markup enters the page through `show` and no other way. */
export function ArticleBody({
  facts,
  html,
  pictures,
  storedPicture,
  onShown,
}: ArticleBodyProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const ending = new AbortController();
    // The error of a picture does not bubble.
    const { signal } = ending;
    article.current!.addEventListener('error', markFailed, { capture: true, signal });
    void show(html, host.current!, pictures, signal).then(async () => {
      onShown?.();
      if (storedPicture) await fillPictures(article.current!, storedPicture, signal);
    });
    return () => ending.abort();
  }, [html, pictures]);
  const { leadPicture, leadCaption, lang, dir } = facts;
  const address = leadPicture && {
    [pictures === 'live' ? 'src' : 'data-picture']: leadPicture.src,
  };
  return (
    <div class="article" lang={lang || undefined} dir={dir} ref={article}>
      {leadPicture && !leadPicture.inBody && (
        <figure>
          <img
            loading="lazy"
            {...address}
            alt={leadPicture.alt}
            width={leadPicture.width || undefined}
            height={leadPicture.height || undefined}
            referrerpolicy="no-referrer"
          />
          {leadCaption && <figcaption>{leadCaption}</figcaption>}
        </figure>
      )}
      <div class="article-text" ref={host} />
    </div>
  );
}

function markFailed({ target }: Event): void {
  if (target instanceof HTMLImageElement) target.dataset['failed'] = '';
}

/** Puts the kept pictures where they belong, in their order on the page. */
async function fillPictures(
  article: Element,
  storedPicture: (src: string) => Promise<string | null>,
  signal: AbortSignal,
): Promise<void> {
  for (const img of article.querySelectorAll<HTMLImageElement>('img[data-picture]')) {
    const address = await storedPicture(img.dataset['picture']!);
    if (signal.aborted) return;
    if (address) img.src = address;
  }
}
