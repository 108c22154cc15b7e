import { type JSX, render } from 'preact';
import { Button } from '../../../ui/Button.tsx';
import { t } from '../../../ui/strings.ts';
import type { MachineModel } from './machine-model.ts';
import styles from './aids.module.css';

/** Puts the summary between the head of the article and its text, until `ending`. */
export function placeSummary(
  article: HTMLElement,
  machine: MachineModel,
  ending: AbortSignal,
): void {
  const place = document.createElement('div');
  article.before(place);
  render(<Summary machine={machine} />, place);
  ending.addEventListener('abort', () => {
    render(null, place);
    place.remove();
  });
}

function Summary({ machine }: { machine: MachineModel }): JSX.Element | null {
  const state = machine.summary.value;
  if (state.is !== 'done') return null;
  const lines = state.text.split('\n').filter((line) => line.trim());
  const points = lines.map((line) => line.replace(/^\s*[-*•]\s+/, ''));
  return (
    <aside class={styles['summary']} aria-labelledby="summary-title">
      <div class={styles['head']}>
        <h2 id="summary-title">{t('aidsSummary')}</h2>
        <Button label={t('aidsSummaryClose')} icon="close" iconOnly onClick={machine.dropSummary} />
      </div>
      {points.length > 1 ? (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : (
        <p>{points[0]}</p>
      )}
      <p class={styles['origin']}>{t('aidsMadeByMachine')}</p>
    </aside>
  );
}
