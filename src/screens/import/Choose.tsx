import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { FORMATS } from '../../formats/in/formats.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import sheet from '../../ui/sheet.module.css';
import styles from './import.module.css';
import { losesWords } from './words.ts';

/** Where files are chosen or dropped, and what may be in them. */
export function Choose({ onFiles }: { onFiles: (files: File[]) => void }): JSX.Element {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget: input }: { currentTarget: HTMLInputElement }): void => {
    const chosen = [...(input.files ?? [])];
    // The same files may be chosen again.
    input.value = '';
    onFiles(chosen);
  };
  return (
    <section>
      <p class={styles['lead']}>{t('importLead')}</p>
      <div class={styles['drop']}>
        <p>{t('importDrop')}</p>
        <div class={sheet['actions']}>
          <Button label={t('importChoose')} kind="main" onClick={() => files.current!.click()} />
          <Button label={t('importChooseFolder')} onClick={() => folder.current!.click()} />
        </div>
        <input ref={files} type="file" multiple hidden onChange={take} />
        <input ref={folder} type="file" hidden onChange={take} {...{ webkitdirectory: true }} />
      </div>
      <p class={styles['note']}>{t('importQuiet')}</p>
      <details class={styles['known']}>
        <summary>{t('importKnown')}</summary>
        <dl>
          {FORMATS.map(({ id, name }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{losesWords(id)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
