import type { JSX } from 'preact';
import { RATES } from '../../../article/listening.ts';
import { Button } from '../../../ui/Button.tsx';
import { t, tCount, uiLanguage } from '../../../ui/strings.ts';
import { PartIcon, type PartIconName } from '../PartIcon.tsx';
import type { AloudModel } from './model.ts';
import { VoicePanel } from './VoicePanel.tsx';
import { troubleText } from './words.ts';
import styles from './aloud.module.css';

interface ControlsProps {
  model: AloudModel;
  /** What is said is out of view, for the person scrolled away. */
  isAway: boolean;
  onBack: () => void;
  onClose: () => void;
}

/** The bar below the article while it is read aloud. Nothing in it speaks up by itself, but for what went wrong. */
export function Controls({ model, isAway, onBack, onClose }: ControlsProps): JSX.Element {
  const { choice, lang, minutesLeft, sentence } = model;
  const state = model.state.value;
  const trouble = model.trouble.value;
  const isOn = state === 'playing' || state === 'waiting';
  const { rate } = choice.way(lang.value);
  const minutes = minutesLeft.value;
  const isTimed = (state === 'playing' || state === 'paused') && minutes > 0;
  return (
    <section class={styles['bar']} aria-label={t('aloud')}>
      {isAway && sentence.value && (
        <button type="button" class={styles['away']} onClick={onBack}>
          {t('aloudBackToSaid')}
        </button>
      )}
      <div role="status" class={trouble ? styles['trouble'] : ''}>
        {trouble && <span>{troubleText(trouble, model)}</span>}
        {trouble === 'only-network' && (
          <Button
            label={t('aloudAllowNetwork')}
            onClick={() => {
              model.allowNetwork(true);
              model.play();
            }}
          />
        )}
      </div>
      <div class={styles['row']}>
        <Step
          name="paragraph-back"
          label={t('aloudParagraphBack')}
          onClick={() => model.skipParagraph(-1)}
        />
        <Step
          name="sentence-back"
          label={t('aloudSentenceBack')}
          onClick={() => model.skipSentence(-1)}
        />
        <span class={styles['play']}>
          <Step
            name={isOn ? 'pause' : 'play'}
            label={isOn ? t('aloudPause') : t('aloudPlay')}
            onClick={model.toggle}
          />
        </span>
        <Step
          name="sentence-on"
          label={t('aloudSentenceOn')}
          onClick={() => model.skipSentence(1)}
        />
        <Step
          name="paragraph-on"
          label={t('aloudParagraphOn')}
          onClick={() => model.skipParagraph(1)}
        />
        <span class={styles['gap']}>
          <span class={styles['wide']}>{stateText(state, minutes)}</span>
          {isTimed && <span class={styles['narrow']}>{tCount('minutes', minutes)}</span>}
        </span>
        <select
          class={styles['rate']}
          aria-label={t('aloudSpeed')}
          title={t('aloudSpeed')}
          value={String(rate)}
          onChange={({ currentTarget }) => model.setRate(Number(currentTarget.value))}
        >
          {RATES.map((one) => (
            <option key={one} value={String(one)}>
              {t('aloudTimes', one.toLocaleString(uiLanguage()))}
            </option>
          ))}
        </select>
        <VoicePanel model={model} />
        <Step name="close" label={t('aloudClose')} onClick={onClose} />
      </div>
    </section>
  );
}

function stateText(state: AloudModel['state']['value'], minutes: number): string {
  if (state === 'waiting') return t('aloudWaiting');
  if (state === 'finished') return t('aloudFinished');
  return minutes > 0 ? tCount('placeMinutesLeft', minutes) : '';
}

function Step({
  name,
  label,
  onClick,
}: {
  name: PartIconName;
  label: string;
  onClick: () => void;
}): JSX.Element {
  return (
    <Button label={label} iconOnly onClick={onClick}>
      <PartIcon name={name} />
    </Button>
  );
}
