import type { JSX } from 'preact';
import type { ImportId, ImportJob } from '../../article/import-job.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, inNumbers, t } from '../../ui/strings.ts';
import sheet from '../../ui/sheet.module.css';
import styles from './import.module.css';
import { countsWords } from './Importing.tsx';
import type { ImportModel } from './model.ts';

/** Imports that stopped half way. */
export function Stopped({ model }: { model: ImportModel }): JSX.Element {
  return (
    <>
      {model.stopped.value.map((job) => (
        <section key={job.id} class={styles['half']}>
          <h2>{t('importHalf')}</h2>
          <p class={styles['quiet']}>
            {t('importHalfText', inNumbers(job.next), inNumbers(job.total), job.files.join(', '))}
          </p>
          <div class={sheet['actions']}>
            <Button label={t('importGoOn')} kind="main" onClick={() => void model.goOn(job.id)} />
            <Button label={t('importLeave')} onClick={() => void model.leave(job.id)} />
          </div>
        </section>
      ))}
    </>
  );
}

/** Imports that are over, each with the way back; `but`: the one that is on show already. */
export function Past({ model, but }: { model: ImportModel; but?: ImportId }): JSX.Element | null {
  const past = model.past.value.filter(({ id }) => id !== but);
  if (past.length === 0) return null;
  return (
    <section>
      <h2>{t('importPast')}</h2>
      <ul role="list" class={styles['past']}>
        {past.map((job) => (
          <PastImport key={job.id} job={job} model={model} />
        ))}
      </ul>
    </section>
  );
}

function PastImport({ job, model }: { job: ImportJob; model: ImportModel }): JSX.Element {
  const undoing = model.undoing.value;
  return (
    <li>
      <div>
        <p>
          <bdi>{job.files.join(', ')}</bdi>
        </p>
        <p class={styles['quiet']}>
          {dateInWords(new Date(job.startedAt).toISOString())} ·{' '}
          {job.state === 'undone' ? t('importUndone') : countsWords(job.counts)}
        </p>
      </div>
      <div class={sheet['actions']}>
        {job.counts.failed > 0 && (
          <Button label={t('importReport')} onClick={() => void model.saveReport(job)} />
        )}
        {job.state !== 'undone' && (
          <Button
            label={undoing?.id === job.id ? t('importUndoing') : t('importUndo')}
            disabled={undoing !== null}
            onClick={() => void model.undo(job.id)}
          />
        )}
      </div>
    </li>
  );
}
