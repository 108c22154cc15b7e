import type { JSX } from 'preact';
import type { ImportCounts } from '../../article/import-job.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { inNumbers, t, tCount } from '../../ui/strings.ts';
import sheet from '../../ui/sheet.module.css';
import styles from './import.module.css';
import type { ImportView } from './model.ts';

interface ImportingProps {
  view: Extract<ImportView, { is: 'importing' }>;
  canGoOn: boolean;
  libraryAddress: string;
  onStop: () => void;
}

/** How far an import is. */
export function Importing({ view, canGoOn, libraryAddress, onStop }: ImportingProps): JSX.Element {
  const { job, next, counts, seconds } = view;
  return (
    <section class={styles['going']}>
      <h2>{t('importGoing')}</h2>
      <progress aria-label={t('importGoing')} max={job.total} value={next} />
      <p class={styles['far']}>
        <span>{t('importProgress', inNumbers(next), inNumbers(job.total))}</span>
        <span class={styles['quiet']}>{seconds !== null && timeLeft(seconds)}</span>
      </p>
      <p class={styles['quiet']}>{countsWords(counts)}</p>
      <p class={styles['quiet']}>{canGoOn ? t('importMayClose') : t('importMayNotClose')}</p>
      <div class={sheet['actions']}>
        <Button label={t('importStop')} onClick={onStop} />
        <a class={controls['button']} href={libraryAddress} target="_blank" rel="noopener">
          {t('importSee')}
        </a>
      </div>
    </section>
  );
}

const timeLeft = (seconds: number): string =>
  seconds < 90
    ? tCount('importSeconds', Math.max(1, Math.round(seconds)))
    : tCount('importMinutes', Math.round(seconds / 60));

/** What became of the rows, without what there is none of. */
export function countsWords({ added, merged, same, failed }: ImportCounts): string {
  return [
    tCount('importAdded', added),
    merged > 0 && tCount('importMerged', merged),
    same > 0 && tCount('importSame', same),
    failed > 0 && tCount('importFaults', failed),
  ]
    .filter(Boolean)
    .join(' · ');
}
