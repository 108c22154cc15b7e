import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HighlightId } from '../../article/highlight.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import { COLOUR_NAMES } from './Colours.tsx';
import styles from './highlights.module.css';
import type { PlacedHighlight } from './model.ts';

interface PanelProps {
  highlights: readonly PlacedHighlight[];
  /** The page of the highlights of all articles. */
  allAddress?: string | undefined;
  onGo: (id: HighlightId) => void;
  onRemove: (id: HighlightId) => void;
  onClose: () => void;
}

/** In CSS pixels. */
const WIDE = 900;

/** The highlights of the article, those whose words are gone at the end. */
export function Panel({
  highlights,
  allAddress,
  onGo,
  onRemove,
  onClose,
}: PanelProps): JSX.Element {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    box.current!.focus();
    // Beside the text where there is room, else over it.
    const { style } = document.body;
    if (innerWidth >= WIDE) style.paddingInlineEnd = `${box.current!.offsetWidth}px`;
    return () => void style.removeProperty('padding-inline-end');
  }, []);
  const lost = highlights.filter(({ place }) => place === null);
  const found = highlights.filter(({ place }) => place !== null);
  return (
    <aside ref={box} class={styles['panel']} aria-label={t('markAll')} tabIndex={-1}>
      <header class={styles['row']}>
        <h2>{t('markAll')}</h2>
        <Button label={t('listClose')} icon="close" iconOnly onClick={onClose} />
      </header>
      {highlights.length === 0 && <p class={styles['empty']}>{t('markNone')}</p>}
      <ul class={styles['entries']} role="list">
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" class={styles['entry']} onClick={() => onGo(one.id)}>
              <Words highlight={one} />
            </button>
          </li>
        ))}
      </ul>
      {lost.length > 0 && (
        <section aria-label={t('markLost')}>
          <h3>{t('markLost')}</h3>
          <p class={styles['empty']}>{tCount('markLostText', lost.length)}</p>
          <ul class={styles['entries']} role="list">
            {lost.map((one) => (
              <li key={one.id} class={styles['entry']}>
                <Words highlight={one} />
                <Button label={t('remove')} onClick={() => onRemove(one.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {allAddress && (
        <p class={styles['empty']}>
          <a href={allAddress}>{t('markOfAll')}</a>
        </p>
      )}
    </aside>
  );
}

/** So much of a long one is enough to know it by. */
const LONGEST = 300;

function Words({ highlight }: { highlight: PlacedHighlight }): JSX.Element {
  const { quote, colour, note } = highlight;
  const isLong = quote.exact.length > LONGEST;
  return (
    <>
      <span class={styles['quote']} data-colour={colour} dir="auto">
        <span class={styles['unseen']}>{t(COLOUR_NAMES[colour])}: </span>
        {isLong ? `${quote.exact.slice(0, LONGEST)}…` : quote.exact}
      </span>
      {note && (
        <span class={styles['said']} dir="auto">
          {note}
        </span>
      )}
    </>
  );
}
