import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleFacts } from '../article/article.ts';
import { type PictureSource, show } from '../sanitize/show.ts';
import { t } from './strings.ts';

interface ArticleBodyProps {
  facts: Pick<ArticleFacts, 'lang' | 'dir' | 'leadPicture' | 'leadCaption'>;
  html: string;
  pictures: PictureSource;
  /** Gives a stored picture as an address that may be shown, or null when it was not kept. */
  storedPicture?: (src: string) => Promise<string | null>;
  /** Those that will not come by themselves: they give their words. */
  missing?: ReadonlySet<string>;
  /** How many are kept: when it changes, they are asked for again. */
  kept?: number;
  /** Called when the whole article is in the page. */
  onShown?: () => void;
}

/** Lead picture and text. The markup enters the page through `show` and no other way. */
export function ArticleBody({
  facts,
  html,
  pictures,
  storedPicture,
  missing,
  kept,
  onShown,
}: ArticleBodyProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLDivElement>(null);
  const shown = useRef(Promise.resolve());
  useLayoutEffect(() => {
    const ending = new AbortController();
    // The error of a picture does not bubble.
    const { signal } = ending;
    article.current!.addEventListener('error', markFailed, { capture: true, signal });
    shown.current = show(html, host.current!, pictures, signal).then(() => onShown?.());
    return () => ending.abort();
  }, [html, pictures]);
  useLayoutEffect(() => {
    if (!storedPicture) return;
    const ending = new AbortController();
    void shown.current.then(() =>
      fillPictures(article.current!, storedPicture, missing ?? new Set(), ending.signal),
    );
    return () => ending.abort();
  }, [html, pictures, kept, missing]);
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

/** Puts the kept pictures where they belong, in their order on the page; a missing one gives its words. */
async function fillPictures(
  article: Element,
  storedPicture: (src: string) => Promise<string | null>,
  missing: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  const empty = [...article.querySelectorAll<HTMLImageElement>('img[data-picture]:not([src])')];
  for (const img of empty) {
    if (!missing.has(img.dataset['picture']!)) delete img.dataset['missing'];
    else showWords(img);
  }
  for (const img of empty) {
    const src = img.dataset['picture']!;
    const address = missing.has(src) ? null : await storedPicture(src);
    if (signal.aborted) return;
    if (address) img.src = address;
  }
}

/** A caption does not stand under nothing. */
function showWords(img: HTMLImageElement): void {
  const isCaptioned = img.closest('figure')?.querySelector('figcaption');
  if (!img.alt && isCaptioned) img.alt = t('pictureMissing');
  img.dataset['missing'] = img.alt ? 'words' : '';
  // Else it would be a box as large as the picture.
  img.removeAttribute('width');
  img.removeAttribute('height');
}
