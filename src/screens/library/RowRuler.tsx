import type { JSX, Ref } from 'preact';
import controls from '../../ui/controls.module.css';
import styles from './article-list.module.css';

/** An unseen row with as much text as a row can show: as high as every row must be. */
export function RowRuler({ ruler }: { ruler: Ref<HTMLLIElement> }): JSX.Element {
  return (
    <li ref={ruler} class={`${styles['row']} ${styles['ruler']}`} role="presentation" aria-hidden>
      <div class={styles['words']}>
        <p class={styles['title']}>
          <br />
          <br />
          <br />
          <br />
          <br />
        </p>
      </div>
      <div class={styles['foot']}>
        <p class={styles['facts']}>–</p>
        <div class={styles['actions']}>
          <span class={controls['button']} />
        </div>
      </div>
      <span class={styles['picture']} />
    </li>
  );
}
