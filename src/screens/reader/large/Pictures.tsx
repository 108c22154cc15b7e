import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { uiDirection, t } from '../../../ui/strings.ts';
import { LargeDialog } from './LargeDialog.tsx';
import styles from './large.module.css';
import type { LargePicture } from './pictures.ts';

interface PicturesProps {
  pictures: readonly LargePicture[];
  first: number;
  storedPicture: (src: string) => Promise<string | null>;
  onClose: (last: LargePicture | undefined) => void;
}

/** A move of the finger as long as this turns to the next picture, in CSS pixels. */
const SWIPE = 50;

/** The pictures of the article one by one, whole or in their full size. */
export function Pictures({ pictures, first, storedPicture, onClose }: PicturesProps): JSX.Element {
  const [at, setAt] = useState(first);
  const [isFull, setFull] = useState(false);
  const [address, setAddress] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  const hand = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const moved = useRef(false);
  const picture = pictures[at];
  useEffect(() => {
    let isOver = false;
    const shown = picture?.element.getAttribute('src') ?? '';
    setAddress(shown);
    if (!shown && picture?.stored)
      void storedPicture(picture.stored).then((found) => !isOver && setAddress(found ?? ''));
    return () => {
      isOver = true;
    };
  }, [picture]);
  const turn = (by: number): void => {
    if (!pictures[at + by]) return;
    setFull(false);
    setAt(at + by);
  };
  const zoom = (): void => {
    setFull(!isFull);
    requestAnimationFrame(() => {
      const box = stage.current;
      box?.scrollTo(
        (box.scrollWidth - box.clientWidth) / 2,
        (box.scrollHeight - box.clientHeight) / 2,
      );
    });
  };
  const ahead = uiDirection() === 'rtl' ? -1 : 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // In full size the arrows move it, as the browser does.
    if (event.key === 'ArrowRight' && !isFull) turn(ahead);
    else if (event.key === 'ArrowLeft' && !isFull) turn(-ahead);
    else if (event.key === '+' || event.key === '-' || event.key === '=') {
      if ((event.key === '-') === isFull) zoom();
    } else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent): void => {
    const { scrollLeft: left, scrollTop: top } = stage.current!;
    hand.current = { x: event.clientX, y: event.clientY, left, top };
    moved.current = false;
  };
  const onPointerMove = (event: PointerEvent): void => {
    const from = hand.current;
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) + Math.abs(y) > 6) moved.current = true;
    if (isFull && event.pointerType === 'mouse')
      stage.current!.scrollTo(from.left - x, from.top - y);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const from = hand.current;
    hand.current = null;
    if (!from || isFull) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? ahead : -ahead);
  };
  const { alt = '', caption = '' } = picture ?? {};
  return (
    <LargeDialog
      label={t('largePicture')}
      head={
        pictures.length > 1 && (
          <output aria-live="polite">{t('largeCount', at + 1, pictures.length)}</output>
        )
      }
      onKeyDown={onKeyDown}
      onClose={() => onClose(picture)}
    >
      <div
        ref={stage}
        class={styles['stage']}
        data-full={isFull || undefined}
        data-beside
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => (hand.current = null)}
      >
        {address && (
          <button
            type="button"
            class={styles['picture']}
            aria-label={`${t(isFull ? 'largeWhole' : 'largeFull')}${alt && `: ${alt}`}`}
            data-focus
            onClick={() => !moved.current && zoom()}
          >
            <img src={address} alt="" referrerpolicy="no-referrer" draggable={false} />
          </button>
        )}
      </div>
      <footer class={styles['foot']} data-beside>
        <Button
          label={t('largePrevious')}
          icon="back"
          iconOnly
          disabled={at === 0}
          onClick={() => turn(-1)}
        />
        <p dir="auto">
          {caption || alt}
          {caption && alt && alt !== caption && <span class={styles['alt']}>{alt}</span>}
        </p>
        <Button
          label={t('largeNext')}
          icon="next"
          iconOnly
          disabled={at === pictures.length - 1}
          onClick={() => turn(1)}
        />
      </footer>
    </LargeDialog>
  );
}
