import type { ComponentChildren, JSX } from 'preact';
import controls from './controls.module.css';
import { Icon } from './Icon.tsx';
import styles from './sheet.module.css';
import { t } from './strings.ts';

interface SheetProps {
  title: string;
  libraryAddress: string;
  children: ComponentChildren;
}

/** A page for one task: the way back to the list, a title, and sections under one another. */
export function Sheet({ title, libraryAddress, children }: SheetProps): JSX.Element {
  return (
    <>
      <header class={styles['bar']}>
        <a class={controls['button']} href={libraryAddress}>
          <Icon name="back" />
          {t('savedArticles')}
        </a>
      </header>
      <main class={styles['sheet']}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}
