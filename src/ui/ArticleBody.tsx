import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleFacts } from '../article/article.ts';
import { type PictureSource, show } from '../sanitize/show.ts';

interface ArticleBodyProps {
  facts: Pick<ArticleFacts, 'lang' | 'dir' | 'leadPicture' | 'leadCaption'>;
  html: string;
  pictures: PictureSource;
  /** Called when the whole article is in the page. */
  onShown?: () => void;
}

/** Lead picture and text. The markup enters the page through `show` and no other way. */
export function ArticleBody({ facts, html, pictures, onShown }: ArticleBodyProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const ending = new AbortController();
    void show(html, host.current!, pictures, ending.signal).then(() => onShown?.());
    return () => ending.abort();
  }, [html, pictures]);
  const { leadPicture, leadCaption, lang, dir } = facts;
  return (
    <div class="article" lang={lang || undefined} dir={dir}>
      {leadPicture && pictures === 'live' && (
        <figure>
          <img
            src={leadPicture.src}
            alt={leadPicture.alt}
            width={leadPicture.width || undefined}
            height={leadPicture.height || undefined}
            referrerpolicy="no-referrer"
          />
          {leadCaption && <figcaption>{leadCaption}</figcaption>}
        </figure>
      )}
      <div ref={host} />
    </div>
  );
}
