import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LargePicture } from '../large/pictures.ts';
import type { WayModel } from './model.ts';
import { later } from './later.ts';
import { useArticle } from './use-article.ts';

const Outline = later(async () => (await import('../outline/Outline.tsx')).Outline);
const Find = later(async () => (await import('../find/Find.tsx')).Find);
const Footnotes = later(async () => (await import('../footnotes/Footnotes.tsx')).Footnotes);
const Links = later(async () => (await import('../links/Links.tsx')).Links);
const Pictures = later(async () => (await import('../large/Pictures.tsx')).Pictures);
const LargeCopy = later(async () => (await import('../large/Copy.tsx')).LargeCopy);

interface WayProps {
  way: WayModel;
  /** A kept picture as an address; null where there is none. */
  storedPicture: (src: string) => Promise<string | null>;
}

/** Goes back to a picture that was seen large. */
function backTo(way: WayModel, last: LargePicture | undefined): void {
  const box = last?.element.getBoundingClientRect();
  if (!last || !box) return;
  if (box.bottom < 0 || box.top > innerHeight) way.place.jump(last.element, 0.1);
  last.element.focus({ preventScroll: true });
}

/** What helps through an article: each part is loaded when the article, or the person, has use for it. */
export function Way({ way, storedPicture }: WayProps): JSX.Element | null {
  const article = way.shown.value?.article ?? null;
  const { pictures, large, has, closePictures, closeLarge } = useArticle(article);
  useBarSize(article);
  if (!article) return null;
  return (
    <>
      {has.outline && <Outline way={way} article={article} />}
      {way.find.isOpen.value && <Find way={way} article={article} />}
      {has.notes && <Footnotes way={way} article={article} storedPicture={storedPicture} />}
      {has.links && <Links way={way} article={article} />}
      {pictures && (
        <Pictures
          pictures={pictures.all}
          first={pictures.first}
          storedPicture={storedPicture}
          onClose={(last) => {
            closePictures();
            backTo(way, last);
          }}
        />
      )}
      {large && <LargeCopy of={large} onClose={closeLarge} />}
    </>
  );
}

/** What stands below the bar is told how tall it is: in a narrow window it has two lines. */
function useBarSize(article: Element | null): void {
  useEffect(() => {
    const bar = document.querySelector<HTMLElement>('[data-reader-bar]');
    if (!bar) return;
    const sizes = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--bar-block-size', `${bar.offsetHeight}px`),
    );
    sizes.observe(bar);
    return () => sizes.disconnect();
  }, [article]);
}
