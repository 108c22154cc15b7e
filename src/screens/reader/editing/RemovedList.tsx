import type { JSX } from 'preact';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import styles from './editing.module.css';
import type { Copy } from './model.ts';

interface RemovedListProps {
  copy: Copy;
  /** What each block of the text begins with. */
  names: readonly string[];
  onPutBack: (block: number) => void;
}

/** What the person took out, each with the way back. */
export function RemovedList({ copy, names, onPutBack }: RemovedListProps): JSX.Element {
  return (
    <section class={styles['removed']} aria-labelledby="edit-removed">
      <h2 id="edit-removed">{t('editWhatYouRemoved')}</h2>
      {copy.removed.length === 0 && <p>{t('editNothingRemoved')}</p>}
      <ul role="list">
        {copy.removed.map((block) => {
          const name = names[block] || t('editNoWords');
          return (
            <li key={block}>
              <p dir="auto">{name}</p>
              <Button label={`${t('putBack')}: ${name}`} onClick={() => onPutBack(block)}>
                {t('putBack')}
              </Button>
            </li>
          );
        })}
      </ul>
      <p>{t('editLeftOutBefore')}</p>
    </section>
  );
}
