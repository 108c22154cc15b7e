import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import type { WayModel } from '../way/model.ts';
import { currentOf, headingsIn, levelOf, wordsOf } from './headings.ts';
import type { OutlineLine } from './model.ts';
import styles from './outline.module.css';

export const OUTLINE_PANEL = 'outline-panel';
/** The column needs so much room beside the text, in CSS pixels. */
const ROOM = 232;

/** The headings of the article: a quiet column where there is room beside it, else behind the button. */
export function Outline({ way, article }: { way: WayModel; article: Element }): JSX.Element | null {
  const { outline, place } = way;
  const headings = useRef<HTMLElement[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    headings.current = headingsIn(article);
    outline.take(
      headings.current.map((heading) => ({ text: wordsOf(heading), level: levelOf(heading) })),
    );
    if (outline.lines.value.length === 0) return;
    const ending = new AbortController();
    const { signal } = ending;
    let due = 0;
    const follow = (): void => {
      due = 0;
      if (!signal.aborted) outline.read(currentOf(headings.current));
    };
    addEventListener('scroll', () => (due ||= requestAnimationFrame(follow)), {
      passive: true,
      signal,
    });
    const fit = (): void => {
      const { left, right } = article.getBoundingClientRect();
      outline.fit(Math.min(left, document.documentElement.clientWidth - right) >= ROOM);
    };
    const sizes = new ResizeObserver(fit);
    sizes.observe(article);
    sizes.observe(document.documentElement);
    follow();
    return () => {
      ending.abort();
      sizes.disconnect();
    };
  }, [article]);
  const lines = outline.lines.value;
  if (lines.length === 0) return null;
  const go = (at: number): void => {
    const heading = headings.current[at];
    if (!heading) return;
    panel.current?.hidePopover();
    place.jump(heading);
    // Where the keyboard goes on from.
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const list = <Lines lines={lines} current={outline.current.value} onGo={go} />;
  if (!outline.isBeside.value)
    return (
      <div
        id={OUTLINE_PANEL}
        ref={panel}
        popover="auto"
        class={styles['panel']}
        role="dialog"
        aria-label={t('outline')}
      >
        {list}
      </div>
    );
  return outline.isWanted.value ? (
    <nav class={styles['column']} aria-label={t('outline')}>
      <header class={styles['head']}>
        <h2>{t('outline')}</h2>
        <Button label={t('outlineClose')} icon="close" iconOnly onClick={outline.toggle} />
      </header>
      {list}
    </nav>
  ) : null;
}

function Lines(props: {
  lines: readonly OutlineLine[];
  current: number;
  onGo: (at: number) => void;
}): JSX.Element {
  const { lines, current, onGo } = props;
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    // Only the list itself is scrolled: scrollIntoView would move the text too.
    const line = list.current?.children[current];
    const box = list.current;
    if (!line || !box) return;
    const [seen, whole] = [line.getBoundingClientRect(), box.getBoundingClientRect()];
    if (seen.top < whole.top) box.scrollTop += seen.top - whole.top;
    else if (seen.bottom > whole.bottom) box.scrollTop += seen.bottom - whole.bottom;
  }, [current]);
  return (
    <ol ref={list} class={styles['lines']}>
      {lines.map(({ text, depth }, at) => (
        <li key={at} style={{ '--depth': String(depth) }}>
          <button
            type="button"
            dir="auto"
            aria-current={at === current ? 'location' : undefined}
            title={text}
            onClick={() => onGo(at)}
          >
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
