import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../ui/strings.ts';
import { canBeLarge, type LargePicture, largePictures } from '../large/pictures.ts';

/** What an article has that there are helps for. */
interface Has {
  outline: boolean;
  notes: boolean;
  links: boolean;
}

const NOTHING: Has = { outline: false, notes: false, links: false };

interface ArticleState {
  has: Has;
  /** The pictures that are seen large, and which came first; null while none is. */
  pictures: { all: LargePicture[]; first: number } | null;
  /** The table or code that is. */
  large: HTMLElement | null;
  closePictures: () => void;
  closeLarge: () => void;
}

/** Looks through an article once it is in the page, and follows clicks on its pictures. */
export function useArticle(article: Element | null): ArticleState {
  const [has, setHas] = useState(NOTHING);
  const [pictures, setPictures] = useState<ArticleState['pictures']>(null);
  const [large, setLarge] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!article) return;
    const ending = new AbortController();
    const { signal } = ending;
    setHas({
      outline: article.querySelectorAll('h1, h2, h3, h4, h5, h6').length > 1,
      notes: article.querySelector('a[href^="#fn-"]') !== null,
      links: article.querySelector('a[href^="http"]') !== null,
    });
    const open = (img: HTMLImageElement): void => {
      const all = largePictures(article);
      const first = all.findIndex(({ element }) => element === img);
      if (first >= 0) setPictures({ all, first });
    };
    offerPictures(article, open, signal);
    if (article.querySelector('pre, table'))
      void import('../code/frames.ts').then(
        ({ frame }) => signal.aborted || frame(article, setLarge, signal),
      );
    if (article.querySelector('pre code[data-lang]') && 'highlights' in CSS)
      void import('../code/paint.ts').then(
        ({ colourCode }) => signal.aborted || colourCode(article, signal),
      );
    return () => ending.abort();
  }, [article]);
  return {
    has,
    pictures,
    large,
    closePictures: () => setPictures(null),
    closeLarge: () => setLarge(null),
  };
}

/** A picture opens by a click, and by Enter. */
function offerPictures(
  article: Element,
  open: (img: HTMLImageElement) => void,
  signal: AbortSignal,
): void {
  const act = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLImageElement) || !canBeLarge(target)) return;
    event.preventDefault();
    open(target);
  };
  article.addEventListener('click', act, { signal });
  article.addEventListener(
    'keydown',
    (event) => {
      const { key } = event as KeyboardEvent;
      const isPressed = key === ' ' && (event.target as Element).matches('img[role=button]');
      if (key === 'Enter' || isPressed) act(event);
    },
    { signal },
  );
  // For the keyboard once they have come: then it is known that they are no signs.
  const offer = (img: HTMLImageElement): void => {
    if (!canBeLarge(img)) return;
    if (!img.closest('a')) {
      img.tabIndex = 0;
      img.role = 'button';
      img.alt ||= t('largeOpen');
    }
    img.dataset['large'] = '';
    img.title ||= t('largeOpen');
  };
  for (const img of article.querySelectorAll('img')) if (img.naturalWidth > 0) offer(img);
  article.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLImageElement) offer(target);
    },
    { capture: true, signal },
  );
}
