import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TextPosition, TextQuote } from '../../article/text-quote.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import styles from './highlights.module.css';
import type { PlacedHighlight } from './model.ts';

/** What is looked for on the page: no notes, for the page could see more than it must. */
export interface Sought {
  quote: TextQuote;
  position: TextPosition;
  colour: string;
}

/** Draws highlights over the page in the tab; for each whether it was found, null where the page cannot be drawn on. */
export type ShownOnPage = (sought: Sought[]) => Promise<boolean[] | null>;

interface OnPageProps {
  highlights: readonly PlacedHighlight[];
  showOnPage: ShownOnPage;
}

/** How many highlights there are, and the way to see them on the page itself. */
export function OnPage({ highlights, showOnPage }: OnPageProps): JSX.Element | null {
  const [found, setFound] = useState<boolean[] | 'refused' | null>(null);
  if (highlights.length === 0) return null;
  const show = async (): Promise<void> => {
    const sought = highlights.map(({ quote, position, colour }) => ({ quote, position, colour }));
    setFound((await showOnPage(sought)) ?? 'refused');
  };
  const lost = Array.isArray(found) ? highlights.filter((_one, at) => found[at] === false) : [];
  const there = Array.isArray(found) ? found.filter(Boolean).length : 0;
  return (
    <div class={styles['line']}>
      <span role="status">
        {found === null && tCount('markCount', highlights.length)}
        {found === 'refused' && t('markPageRefused')}
        {Array.isArray(found) && tCount('markOnPage', there)}
        {lost.length > 0 && ` ${t('markLost')}:`}
      </span>
      {!Array.isArray(found) && <Button label={t('markShowOnPage')} onClick={() => void show()} />}
      {lost.length > 0 && (
        <ul class={styles['lost']}>
          {lost.map(({ id, quote }) => (
            <li key={id} dir="auto">
              {quote.exact.slice(0, 200)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
