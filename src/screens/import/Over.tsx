import type { JSX } from 'preact';
import type { ImportJob } from '../../article/import-job.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { t } from '../../ui/strings.ts';
import sheet from '../../ui/sheet.module.css';
import styles from './import.module.css';
import { countsWords } from './Importing.tsx';
import type { ImportModel } from './model.ts';

interface OverProps {
  job: ImportJob;
  model: ImportModel;
  libraryAddress: string;
}

/** What an import came to, and the way back. */
export function Over({ job, model, libraryAddress }: OverProps): JSX.Element {
  const { state, counts } = job;
  const isUndone = state === 'undone';
  const undoing = model.undoing.value;
  return (
    <section>
      <h2>{titleOf(job)}</h2>
      <p role="status" class={styles['quiet']}>
        {isUndone ? t('importUndoneText') : countsWords(counts)}
      </p>
      <div class={sheet['actions']}>
        {!isUndone && (
          <a class={`${controls['button']} ${controls['main']}`} href={libraryAddress}>
            {t('importSee')}
          </a>
        )}
        {counts.failed > 0 && (
          <Button label={t('importReport')} onClick={() => void model.saveReport(job)} />
        )}
        {!isUndone && (
          <Button
            label={undoing?.id === job.id ? t('importUndoing') : t('importUndo')}
            disabled={undoing !== null}
            onClick={() => void model.undo(job.id)}
          />
        )}
        <Button label={t('importMore')} onClick={() => model.again()} />
      </div>
      {!isUndone && counts.added > 0 && (
        <div class={styles['fetch']}>
          <p class={styles['quiet']}>{t('importFetchText')}</p>
          <div class={sheet['actions']}>
            <Button label={t('importFetch')} onClick={() => void model.fetchTexts(job)} />
          </div>
        </div>
      )}
    </section>
  );
}

function titleOf({ state }: ImportJob): string {
  if (state === 'undone') return t('importUndone');
  return state === 'stopped' ? t('importStopped') : t('importDone');
}
