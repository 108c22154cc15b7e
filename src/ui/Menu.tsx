import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  label: string;
  /** A page, or what is to be done. */
  to: string | (() => void);
  /** There only where the window is too narrow for a button of its own in the bar. */
  isFolded?: boolean;
}

interface MenuProps {
  /** Of the panel, once in the page. */
  id: string;
  icon: 'more' | 'move';
  label: string;
  items: readonly MenuItem[];
}

/** What is needed now and then, behind one button. */
export function Menu({ id, icon, label, items }: MenuProps): JSX.Element {
  const panel = useRef<HTMLDivElement>(null);
  const inside = ({ label: words, to }: MenuItem): JSX.Element =>
    typeof to === 'string' ? (
      <a href={to}>{words}</a>
    ) : (
      <button
        type="button"
        onClick={() => {
          panel.current!.hidePopover();
          to();
        }}
      >
        {words}
      </button>
    );
  return (
    <>
      <button
        type="button"
        class={styles['opener']}
        popovertarget={id}
        aria-label={label}
        title={label}
      >
        <Icon name={icon} />
      </button>
      <div ref={panel} id={id} popover="auto" class={styles['panel']} data-menu={icon}>
        <ul role="list" aria-label={label}>
          {items.map((item) => (
            <li key={item.label} class={item.isFolded ? styles['folded'] : undefined}>
              {inside(item)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
