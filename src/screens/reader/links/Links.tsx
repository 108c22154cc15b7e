import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import controls from '../../../ui/controls.module.css';
import { t } from '../../../ui/strings.ts';
import { outcomeWords } from '../../add/words.ts';
import { beside } from '../way/beside.ts';
import type { WayModel } from '../way/model.ts';
import { addressWords, type LinkAhead } from './model.ts';
import styles from './links.module.css';

const LINKS = 'a[href^="http"]';
/** Milliseconds at a link before the menu comes, and away from it before it goes. */
const DWELL = 500;
const LEAVE = 300;

/** Where a link leads, on a line at the bottom; and, for who stays at it, the way to read it here. */
export function Links({ way, article }: { way: WayModel; article: Element }): JSX.Element | null {
  const { links } = way;
  const [link, setLink] = useState<HTMLAnchorElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const after = (wait: number, act: () => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, wait);
  };
  const leave = (): void => {
    setLink(null);
    setOpen(false);
    void links.look(null);
  };
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const linkAt = ({ target }: Event): HTMLAnchorElement | null =>
      target instanceof Element ? target.closest<HTMLAnchorElement>(LINKS) : null;
    const reach = (found: HTMLAnchorElement, wait: number): void => {
      setLink(found);
      setOpen(false);
      after(wait, () => {
        setOpen(true);
        void links.look(found.href);
      });
    };
    const on = (name: string, act: (event: Event) => void): void =>
      article.addEventListener(name, act, { signal });
    on('pointerover', (event) => {
      const found = linkAt(event);
      if (found && (event as PointerEvent).pointerType !== 'touch') reach(found, DWELL);
    });
    on('pointerout', (event) => linkAt(event) && after(LEAVE, leave));
    on('focusin', (event) => {
      const found = linkAt(event);
      // A click focuses too, and is on its way elsewhere.
      if (found?.matches(':focus-visible')) reach(found, 0);
    });
    on('focusout', (event) => {
      const to = (event as FocusEvent).relatedTarget;
      if (!(to instanceof Node && menu.current?.contains(to))) after(0, leave);
    });
    on('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if (ctrlKey || metaKey || altKey || !linkAt(event)) return;
      if (key === 'r') void links.read();
      else if (key === 'Escape' && menu.current) leave();
      else return;
      event.stopPropagation();
    });
    return () => {
      ending.abort();
      clearTimeout(timer.current);
    };
  }, [article]);
  const ahead = links.ahead.value;
  const isShown = isOpen && link && ahead?.url === link.href;
  useLayoutEffect(() => {
    if (!isShown) return;
    menu.current?.showPopover();
    if (menu.current) beside(menu.current, link);
  }, [isShown, link, ahead]);
  if (!link) return null;
  const { site, rest } = addressWords(link.href);
  return (
    <>
      <p class={styles['line']} data-link-line dir="ltr" aria-hidden="true">
        <b>{site}</b>
        {rest}
      </p>
      {isShown && (
        // It only hears that the hand or the keyboard is in it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <div
          ref={menu}
          popover="manual"
          class={styles['menu']}
          role="group"
          aria-label={t('linkMenu')}
          data-link-menu
          onPointerEnter={() => clearTimeout(timer.current)}
          onPointerLeave={() => after(LEAVE, leave)}
          onFocusOut={({ relatedTarget }) => relatedTarget !== link && after(0, leave)}
          onFocusIn={() => clearTimeout(timer.current)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            link.focus();
            leave();
          }}
        >
          <Ways ahead={ahead} onRead={() => void links.read()} />
        </div>
      )}
    </>
  );
}

function Ways({ ahead, onRead }: { ahead: LinkAhead; onRead: () => void }): JSX.Element {
  const { saved, state } = ahead;
  if (saved)
    return (
      <a class={controls['button']} href={saved}>
        {t('linkSaved')} <kbd>r</kbd>
      </a>
    );
  const isAtWork = state === 'queued' || state === 'reading';
  return (
    <>
      {!isAtWork && (
        <Button label={t('linkReadHere')} onClick={onRead}>
          {t('linkReadHere')} <kbd>r</kbd>
        </Button>
      )}
      <span class={styles['state']} role="status">
        {stateWords(state)}
      </span>
    </>
  );
}

function stateWords(state: LinkAhead['state']): string {
  if (state === 'idle' || state === 'saved' || state === 'already') return '';
  if (state === 'refused' || state === 'kept') return t('addWaitingRefused');
  return outcomeWords(state);
}
