import type { JSX } from 'preact';
import { RHYTHMS, type Rhythm, type Spot, SPOTS } from '../../article/backup-plan.ts';
import { bytesInWords } from '../../ui/bytes-in-words.ts';
import { Button } from '../../ui/Button.tsx';
import { dateInWords, t, tCount } from '../../ui/strings.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import sheet from '../../ui/sheet.module.css';
import styles from './backup.module.css';
import type { BackupModel } from './model.ts';
import type { PlanModel } from './plan.ts';
import { RestorePart } from './RestorePart.tsx';
import { whyNot } from './words.ts';

interface BackupScreenProps {
  backup: BackupModel;
  plan: PlanModel;
  libraryAddress: string;
}

/** One file with everything, made by hand or by itself, and the way back. */
export function BackupScreen({ backup, plan, libraryAddress }: BackupScreenProps): JSX.Element {
  return (
    <Sheet title={t('backupTitle')} libraryAddress={libraryAddress}>
      <MakePart backup={backup} plan={plan} />
      <PlanPart plan={plan} />
      <RestorePart backup={backup} />
    </Sheet>
  );
}

function MakePart({ backup, plan }: { backup: BackupModel; plan: PlanModel }): JSX.Element {
  const out = backup.out.value;
  const { last } = plan.plan.value;
  return (
    <section aria-labelledby="make">
      <h2 id="make">{t('backupMakeTitle')}</h2>
      <p>{t('backupMakeText')}</p>
      <div class={sheet['actions']}>
        {out.is === 'going' ? (
          <Button label={t('cancel')} onClick={backup.cancel} />
        ) : (
          <Button label={t('backupMake')} kind="main" onClick={() => void backup.make()} />
        )}
      </div>
      <p class={styles['status']} role="status">
        {out.is === 'idle' &&
          (last > 0 ? t('backupLast', dateInWords(new Date(last).toISOString())) : t('backupNone'))}
        {out.is === 'going' && tCount('backupGoing', out.articles, bytesInWords(out.bytes))}
        {out.is === 'failed' && whyNot(out.why)}
        {out.is === 'done' &&
          tCount('backupDone', out.manifest.counts.articles, out.name, bytesInWords(out.bytes))}
      </p>
      {out.is === 'done' && out.manifest.unreadable > 0 && (
        <p class={styles['status']}>{tCount('backupUnreadable', out.manifest.unreadable)}</p>
      )}
    </section>
  );
}

function PlanPart({ plan }: { plan: PlanModel }): JSX.Element {
  const { every, spot, folder } = plan.plan.value;
  const words: Record<Rhythm, string> = {
    never: t('backupNever'),
    daily: t('backupDaily'),
    weekly: t('backupWeekly'),
    monthly: t('backupMonthly'),
  };
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{t('backupPlanTitle')}</h2>
      <p>{t('backupPlanText')}</p>
      <Choices
        name="every"
        label={t('backupPlanTitle')}
        choices={RHYTHMS.map((one) => [one, words[one]])}
        chosen={every}
        onChoose={(one) => void plan.choose(one)}
      />
      {plan.canChooseFolder ? (
        <Choices
          name="spot"
          label={t('backupWhere')}
          choices={SPOTS.map((one) => [one, spotWords(one, folder)])}
          chosen={spot}
          onChoose={(one) => void plan.chooseSpot(one)}
        />
      ) : (
        <p class={styles['status']}>{t('backupInDownloads')}</p>
      )}
      {plan.closed.value && (
        <div class={sheet['actions']}>
          <p>{t('backupClosed')}</p>
          <Button label={t('backupOpen')} onClick={() => void plan.open()} />
        </div>
      )}
      <p class={styles['status']} role="status">
        {plan.refused.value && t('backupRefused')}
        {plan.failed.value && t('backupPlanFailed')}
      </p>
    </section>
  );
}

function spotWords(spot: Spot, folder: string): string {
  if (spot === 'downloads') return t('backupInDownloads');
  return folder ? t('backupInFolder', folder) : t('backupInSomeFolder');
}

interface ChoicesProps<T extends string> {
  name: string;
  label: string;
  choices: readonly (readonly [value: T, words: string])[];
  chosen: T;
  onChoose: (value: T) => void;
}

/** One of several; it stands there once it is allowed. */
function Choices<T extends string>({
  name,
  label,
  choices,
  chosen,
  onChoose,
}: ChoicesProps<T>): JSX.Element {
  return (
    <div class={styles['choices']} role="radiogroup" aria-label={label}>
      {choices.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onClick={(event) => {
              if (chosen !== value) event.preventDefault();
              onChoose(value);
            }}
          />
          <span>{words}</span>
        </label>
      ))}
    </div>
  );
}
