import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import { mapText } from '../../../ui/text-map.ts';
import { firstFitting } from '../../place/blocks.ts';
import type { WayModel } from '../way/model.ts';
import styles from './find.module.css';
import { searchable, spansOf, spansOfSearch } from './matches.ts';
import { paintMatches, unpaintMatches } from './paint.ts';
import './highlights.css';

/** How far down the window a match stands that was gone to. */
const DOWN = 0.25;

/** The field that finds words in the article, below the bar. */
export function Find({ way, article }: { way: WayModel; article: Element }): JSX.Element {
  const { find, place } = way;
  const field = useRef<HTMLInputElement>(null);
  const [map, ready] = useMemo(() => {
    const read = mapText(article);
    return [read, searchable(read.text)] as const;
  }, [article]);
  const typed = find.typed.value;
  const bySearch = find.bySearch.value;
  const spans = find.spans.value;
  const at = find.at.value;
  useEffect(() => {
    const found = bySearch ? spansOfSearch(typed, ready) : spansOf(typed, ready);
    const isAhead = (index: number): boolean =>
      map.range(...found[index]!).getBoundingClientRect().top > 0;
    // From the list the first of all is wanted; who types goes on from where they are.
    find.take(found, bySearch ? 0 : firstFitting(found.length, isAhead));
  }, [typed, bySearch, ready]);
  useEffect(() => {
    const span = spans[at];
    paintMatches(map, spans, at);
    if (span) place.jump(map.range(...span), DOWN);
  }, [spans, at]);
  useEffect(() => unpaintMatches, []);
  useEffect(() => {
    if (find.asked.value > 0) field.current?.select();
  }, [find.asked.value]);
  const close = (): void => {
    find.close();
    document.querySelector<HTMLElement>('[data-find-opener] button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = find.count.value;
  const hasNone = count?.of === 0;
  return (
    <search class={styles['find']}>
      <input
        ref={field}
        type="search"
        class={styles['field']}
        aria-label={t('findLabel')}
        placeholder={t('findLabel')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={typed}
        data-none={hasNone || undefined}
        onInput={(event) => find.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <output class={styles['count']} aria-live="polite">
        {count && (hasNone ? t('findNone') : t('findCount', count.at, count.of))}
      </output>
      <Button
        label={t('findPrevious')}
        icon="up"
        iconOnly
        disabled={spans.length === 0}
        onClick={() => find.step(-1)}
      />
      <Button
        label={t('findNext')}
        icon="down"
        iconOnly
        disabled={spans.length === 0}
        onClick={() => find.step(1)}
      />
      <Button label={t('findClose')} icon="close" iconOnly onClick={close} />
    </search>
  );
}
