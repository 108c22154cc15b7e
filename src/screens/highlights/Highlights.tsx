import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HighlightColour, HighlightId } from '../../article/highlight.ts';
import { knownColour } from '../../article/highlight.ts';
import { Button } from '../../ui/Button.tsx';
import { keyName } from '../../ui/keys.ts';
import { t } from '../../ui/strings.ts';
import { asQuotation } from './as-quotation.ts';
import { Card } from './Card.tsx';
import styles from './highlights.module.css';
import { MarginNotes } from './MarginNotes.tsx';
import type { HighlightsModel } from './model.ts';
import type { Highlighting } from './mount.tsx';
import type { MarkedPage } from './page.ts';
import { Panel } from './Panel.tsx';
import { Toolbar } from './Toolbar.tsx';

interface HighlightsProps {
  model: HighlightsModel;
  page: MarkedPage;
  panel: Signal<boolean>;
  given: Highlighting;
}

interface Opened {
  id: HighlightId;
  at: DOMRect;
  writes: boolean;
  /** Where the focus goes back to. */
  from: HTMLElement | null;
}

const TOAST_STAYS = 9000;
const LAST_COLOUR = 'lectern:last-mark';
const BAR = 80;
const OWN_KEYS = { highlight: ['h'], note: ['n'] };

/** Everything that highlighting shows beside the marks themselves. */
export function Highlights({ model, page, panel, given }: HighlightsProps): JSX.Element {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState('');
  const all = model.all.value;
  const selected = page.selected.value;
  const card = opened && all.find(({ id }) => id === opened.id);

  const open = (id: HighlightId, writes = false, from: HTMLElement | null = null): void => {
    const mark = page.markOf(id);
    if (mark) setOpened({ id, at: mark.getBoundingClientRect(), writes, from: from ?? mark });
  };
  const close = (): void => {
    const id = opened?.id;
    const from = opened?.from;
    setOpened(null);
    if (from?.isConnected) from.focus();
    else if (id) page.markOf(id)?.focus();
  };
  const mark = async (colour: HighlightColour, writes = false): Promise<void> => {
    const position = page.selectedPosition();
    if (!position) return;
    localStorage.setItem(LAST_COLOUR, colour);
    page.letGo();
    const id = await model.add(position, colour);
    if (id && writes) open(id, true);
  };
  const copy = async (exact: string): Promise<void> => {
    const source = given.source();
    if (!source) return;
    await navigator.clipboard.writeText(asQuotation(exact, source));
    setSaid(t('markCopied'));
  };
  const go = (id: HighlightId): void => {
    const found = page.markOf(id);
    if (!found) return;
    const { top } = found.getBoundingClientRect();
    if (top < BAR || top > innerHeight - BAR) found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  };
  const actions = { open, close, mark, go };
  const keysFor = given.keysFor ?? ((what: 'highlight' | 'note') => OWN_KEYS[what]);
  useMarkEvents(page, panel, { ...actions, keysFor }, opened !== null);
  useWanted(given.wanted, page, go);
  useEffect(() => {
    if (!said && !model.removed.value) return;
    const timer = setTimeout(() => {
      setSaid('');
      model.forgetRemoved();
    }, TOAST_STAYS);
    return () => clearTimeout(timer);
  }, [said, model.removed.value]);

  const last = (): HighlightColour => knownColour(localStorage.getItem(LAST_COLOUR));
  return (
    <>
      {selected && !card && (
        <Toolbar
          at={selected.at}
          savesFirst={given.article() === null}
          onMark={(colour) => void mark(colour)}
          onNote={() => void mark(last(), true)}
          onCopy={() => void copy(selected.range.toString())}
        />
      )}
      {card && opened && (
        <Card
          key={card.id}
          highlight={card}
          at={opened.at}
          writes={opened.writes}
          onColour={(colour) => model.recolour(card.id, colour)}
          onNote={(note) => model.annotate(card.id, note)}
          onCopy={() => void copy(card.quote.exact)}
          onRemove={() => {
            setOpened(null);
            model.remove(card.id);
          }}
          onClose={close}
        />
      )}
      {panel.value && (
        <Panel
          highlights={all}
          allAddress={given.allAddress}
          onGo={go}
          onRemove={model.remove}
          onClose={() => (panel.value = false)}
        />
      )}
      {!given.showOnPage && !panel.value && (
        <MarginNotes
          highlights={all}
          drawn={page.drawn.value}
          text={page.text}
          markOf={page.markOf}
          onOpen={(id, from) => open(id, true, from)}
        />
      )}
      <div class={styles['toast']} role="status">
        {model.removed.value ? (
          <div>
            {t('markRemoved')} <Button label={t('undo')} onClick={model.undo} />
          </div>
        ) : model.trouble.value ? (
          <div>{t('markNotKept')}</div>
        ) : (
          said && <div>{said}</div>
        )}
      </div>
    </>
  );
}

interface Actions {
  open: (id: HighlightId, writes?: boolean) => void;
  close: () => void;
  mark: (colour: HighlightColour, writes?: boolean) => Promise<void>;
  keysFor: (what: 'highlight' | 'note') => readonly string[];
}

/** Clicks and Enter on marks, and the keys; a link in marked words stays a link. */
function useMarkEvents(
  page: MarkedPage,
  panel: Signal<boolean>,
  { open, close, mark, keysFor }: Actions,
  isOpen: boolean,
): void {
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const markOf = (target: EventTarget | null): HTMLElement | null =>
      target instanceof Element && page.text()?.contains(target)
        ? target.closest<HTMLElement>('mark[data-highlight]')
        : null;
    const idOf = (found: HTMLElement): HighlightId =>
      (found.dataset['first'] ?? found.dataset['highlight'])!.split(' ').at(-1) as HighlightId;
    document.addEventListener(
      'click',
      (event) => {
        const target = event.target as Element;
        const found = markOf(target);
        const isSelecting = document.getSelection()?.isCollapsed === false;
        if (found && !target.closest('a, button, summary') && !isSelecting)
          open(found.dataset['highlight']!.split(' ').at(-1) as HighlightId);
        else if (isOpen && !target.closest('[data-highlights]')) close();
      },
      { signal },
    );
    // Before the keys of the screen: Escape closes what is open here first.
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const stop = (): void => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (event.key === 'Escape' && (isOpen || page.selected.value || panel.value)) {
        stop();
        if (isOpen) close();
        else if (page.selected.value) page.letGo();
        else panel.value = false;
        return;
      }
      if (target.closest('input, select, textarea, [contenteditable], [data-highlights]')) return;
      const found = markOf(target);
      if (event.key === 'Enter' && found === target && found) {
        stop();
        open(idOf(found));
        return;
      }
      const key = keyName(event);
      const isNote = keysFor('note').includes(key);
      if ((isNote || keysFor('highlight').includes(key)) && page.selected.value) {
        stop();
        void mark(knownColour(localStorage.getItem(LAST_COLOUR)), isNote);
      } else if (isNote && found) {
        stop();
        open(idOf(found), true);
      }
    };
    window.addEventListener('keydown', onKey, { capture: true, signal });
    return () => ending.abort();
  });
}

/** Goes once to the highlight that the page's address names. */
function useWanted(
  wanted: string | null | undefined,
  page: MarkedPage,
  go: (id: HighlightId) => void,
): void {
  const [isDone, setDone] = useState(false);
  const drawn = page.drawn.value;
  useEffect(() => {
    if (isDone || !wanted || !page.markOf(wanted as HighlightId)) return;
    setDone(true);
    void document.fonts.ready.then(() => go(wanted as HighlightId));
  }, [drawn, wanted]);
}
