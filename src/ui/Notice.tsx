import type { ComponentChildren, JSX } from 'preact';
import styles from './notice.module.css';

interface NoticeProps {
  title: string;
  text: string;
  /** What the person can do about it. */
  children?: ComponentChildren;
}

/** A page that has nothing else to show says why, and offers the one thing that may help. */
export function Notice({ title, text, children }: NoticeProps): JSX.Element {
  return (
    <section class={styles['notice']} role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {children && <div class={styles['actions']}>{children}</div>}
    </section>
  );
}
