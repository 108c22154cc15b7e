import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import { beside } from '../way/beside.ts';
import type { WayModel } from '../way/model.ts';
import { contentOf, noteLink, numberOf, runsRightToLeft, targetOf } from './footnotes.ts';
import styles from './footnotes.module.css';

interface FootnotesProps {
  way: WayModel;
  article: Element;
  /** A kept picture as an address; null where there is none. */
  storedPicture: (src: string) => Promise<string | null>;
}

/** How far down the window a note or a mark stands that was gone to. */
const DOWN = 0.3;

/** A note in a panel at its mark, the way to it in the list, and back to the mark one came from. */
export function Footnotes({ way, article, storedPicture }: FootnotesProps): JSX.Element | null {
  const [open, setOpen] = useState<{ mark: HTMLAnchorElement; note: HTMLElement } | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  /** By which mark each note was gone to. */
  const cameFrom = useRef(new Map<Element, HTMLAnchorElement>());

  const goTo = (target: HTMLElement, down = DOWN): void => {
    way.place.jump(target, down);
    if (!target.matches('a')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  useEffect(() => {
    const ending = new AbortController();
    const onClick = (event: Event): void => {
      const found = noteLink(event.target);
      const target = found && targetOf(found.link, article);
      if (!found || !target) return;
      event.preventDefault();
      // The link itself would go there.
      event.stopPropagation();
      if (found.is === 'mark') setOpen({ mark: found.link, note: target });
      else {
        const note = found.link.closest('li');
        goTo((note && cameFrom.current.get(note)) ?? target);
      }
    };
    // In the popup of a note too, where a note refers to another.
    document.addEventListener('click', onClick, { capture: true, signal: ending.signal });
    return () => ending.abort();
  }, [article]);
  useLayoutEffect(() => {
    if (!open || !panel.current || !body.current) return;
    body.current.replaceChildren(contentOf(open.note));
    for (const img of body.current.querySelectorAll<HTMLImageElement>('img[data-picture]'))
      void storedPicture(img.dataset['picture']!).then((address) => {
        if (address) img.src = address;
      });
    panel.current.showPopover();
    beside(panel.current, open.mark);
    panel.current.focus({ preventScroll: true });
  }, [open]);
  if (!open) return null;
  const onToggle = (event: { newState: string }): void => {
    if (event.newState === 'closed') setOpen(null);
  };
  const onClose = (): void => {
    if (panel.current?.contains(document.activeElement)) open.mark.focus({ preventScroll: true });
  };
  const toNote = (): void => {
    cameFrom.current.set(open.note, open.mark);
    panel.current?.hidePopover();
    goTo(open.note);
  };
  return (
    <div
      ref={panel}
      popover="auto"
      tabIndex={-1}
      class={styles['panel']}
      role="dialog"
      aria-label={t('footnote', numberOf(open.note))}
      data-footnote
      onBeforeToggle={(event) => event.newState === 'closed' && onClose()}
      onToggle={onToggle}
    >
      <div
        ref={body}
        class={`article ${styles['body']}`}
        lang={article.getAttribute('lang') ?? undefined}
        dir={runsRightToLeft(article) ? 'rtl' : 'ltr'}
      />
      <footer class={styles['foot']}>
        <Button label={t('footnoteGo')} onClick={toNote} />
      </footer>
    </div>
  );
}
