import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleFacts } from '../article/article.ts';
import { type PictureSource, show } from '../sanitize/show.ts';
import { providedStrings, t } from './strings.ts';

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
  /** Called when its beginning is in the page; who asks for that gets a long article in portions. */
  onBegun?: () => void;
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
  onBegun,
  onShown,
}: ArticleBodyProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLDivElement>(null);
  const shown = useRef(Promise.resolve());
  /** Looks for pictures in what has come. */
  const take = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const ending = new AbortController();
    // The error of a picture does not bubble.
    const { signal } = ending;
    article.current!.addEventListener('error', markFailed, { capture: true, signal });
    const begun =
      onBegun &&
      (() => {
        onBegun();
        take.current();
      });
    shown.current = show(html, host.current!, pictures, signal, begun).then(() => {
      if (signal.aborted) return;
      onShown?.();
      void leadParts(host.current!, signal);
    });
    return () => ending.abort();
  }, [html, pictures]);
  useLayoutEffect(() => {
    if (!storedPicture) return;
    const ending = new AbortController();
    const { signal } = ending;
    take.current = fillPictures(article.current!, storedPicture, missing ?? new Set(), signal);
    void shown.current.then(take.current);
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

/** Few articles have wide parts or lines down the page: the code comes when one does. */
async function leadParts(text: Element, signal: AbortSignal): Promise<void> {
  const isDown = document.documentElement.dataset['lines'] === 'down';
  if (!isDown && !text.querySelector('pre, table, math')) return;
  const { followWideParts, wrapNumbers } = await import('./look-later.ts');
  if (signal.aborted) return;
  followWideParts(text, providedStrings(), signal);
  if (isDown) wrapNumbers(text);
}

function markFailed({ target }: Event): void {
  if (target instanceof HTMLImageElement) target.dataset['failed'] = '';
}

/** Pictures this far from what is seen are asked for: two windows of it. */
const AHEAD = '200% 0px';

/** Puts the kept pictures where they belong as they come near; a missing one gives its words. Answers what looks for more. */
function fillPictures(
  article: Element,
  storedPicture: (src: string) => Promise<string | null>,
  missing: ReadonlySet<string>,
  signal: AbortSignal,
): () => void {
  const known = new Set<Element>();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) void fillBlock(target);
    },
    { rootMargin: AHEAD },
  );
  const waiting = new Map<Element, HTMLImageElement[]>();
  const fillBlock = async (block: Element): Promise<void> => {
    near.unobserve(block);
    const pictures = waiting.get(block) ?? [];
    waiting.delete(block);
    for (const img of pictures) {
      const address = await storedPicture(img.dataset['picture']!);
      if (signal.aborted) return;
      if (address) img.src = address;
      delete img.dataset['coming'];
    }
  };
  const take = (img: HTMLImageElement): void => {
    known.add(img);
    if (missing.has(img.dataset['picture']!)) {
      delete img.dataset['coming'];
      showWords(img);
      return;
    }
    delete img.dataset['missing'];
    // It keeps its room until it comes, so that the lines stay where they are.
    img.dataset['coming'] = '';
    const block = blockOf(img);
    waiting.set(block, [...(waiting.get(block) ?? []), img]);
    near.observe(block);
  };
  // On paper all of it is seen.
  addEventListener(
    'beforeprint',
    () => [...waiting.keys()].forEach((block) => void fillBlock(block)),
    {
      signal,
    },
  );
  signal.addEventListener('abort', () => near.disconnect());
  return () => {
    if (signal.aborted) return;
    for (const img of article.querySelectorAll<HTMLImageElement>('img[data-picture]:not([src])'))
      if (!known.has(img)) take(img);
  };
}

/** What stands in the text on its own; a picture in what is not drawn yet has no box. */
function blockOf(img: Element): Element {
  let block = img;
  while (block.parentElement && !block.parentElement.matches('.article-text, .article'))
    block = block.parentElement;
  return block;
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
