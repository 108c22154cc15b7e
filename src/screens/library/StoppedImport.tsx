import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { inNumbers, t } from '../../ui/strings.ts';
import styles from './incoming.module.css';
import type { StoppedImportModel } from './stopped-import.ts';

/** An import stopped half way; above the list. */
export function StoppedImport({ stopped }: { stopped: StoppedImportModel }): JSX.Element | null {
  const job = stopped.job.value;
  if (!job) return null;
  return (
    <section class={styles['half']} aria-label={t('importHalf')}>
      <p>
        <strong>{t('importHalf')}</strong>{' '}
        {t('importHalfText', inNumbers(job.next), inNumbers(job.total), job.files.join(', '))}
      </p>
      <Button label={t('importGoOn')} kind="main" onClick={stopped.goOn} />
      <Button label={t('importLeave')} onClick={() => void stopped.leave()} />
    </section>
  );
}
