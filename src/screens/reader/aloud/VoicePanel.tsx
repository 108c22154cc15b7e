import type { JSX } from 'preact';
import { PITCH } from '../../../article/listening.ts';
import { t } from '../../../ui/strings.ts';
import { languageName } from '../language-name.ts';
import { PartIcon } from '../PartIcon.tsx';
import type { AloudModel } from './model.ts';
import type { Voice } from './speech.ts';
import styles from './aloud.module.css';

const PANEL = 'aloud-voice';

/** Voice and pitch for the language that is being read, behind one button. */
export function VoicePanel({ model }: { model: AloudModel }): JSX.Element {
  const { choice, lang } = model;
  const { fitting, others } = choice.voices(lang.value);
  const { voice, pitch } = choice.way(lang.value);
  return (
    <>
      <button
        type="button"
        class={styles['opener']}
        popovertarget={PANEL}
        aria-label={t('aloudVoice')}
        title={t('aloudVoice')}
      >
        <PartIcon name="voice" />
      </button>
      <div
        id={PANEL}
        popover="auto"
        class={styles['panel']}
        role="group"
        aria-label={t('aloudVoice')}
      >
        <label class={styles['field']}>
          <span>{t('aloudVoiceFor', languageName(lang.value))}</span>
          <select
            value={voice}
            onChange={({ currentTarget }) => model.setVoice(currentTarget.value)}
          >
            <option value="">{t('aloudVoiceBest')}</option>
            {fitting.map((one) => (
              <VoiceOption key={one.voiceURI} voice={one} />
            ))}
            {others.length > 0 && (
              <optgroup label={t('aloudVoicesOther')}>
                {others.map((one) => (
                  <VoiceOption key={one.voiceURI} voice={one} />
                ))}
              </optgroup>
            )}
          </select>
        </label>
        <label class={styles['field']}>
          <span>{t('aloudPitch')}</span>
          <input
            type="range"
            min={PITCH.least}
            max={PITCH.most}
            step={0.1}
            value={pitch}
            onChange={({ currentTarget }) => model.setPitch(Number(currentTarget.value))}
          />
        </label>
        {choice.hasNetworkVoices() && (
          <div class={styles['field']}>
            <label class={styles['check']}>
              <input
                type="checkbox"
                checked={choice.settings.value.network}
                aria-describedby={`${PANEL}-note`}
                onChange={({ currentTarget }) => model.allowNetwork(currentTarget.checked)}
              />
              {t('aloudAllowNetwork')}
            </label>
            <p id={`${PANEL}-note`} class={styles['note']}>
              {t('aloudNetworkMeans')}
            </p>
          </div>
        )}
      </div>
    </>
  );
}

function VoiceOption({ voice }: { voice: Voice }): JSX.Element {
  const { voiceURI, name, lang, localService } = voice;
  const words = `${name} · ${languageName(lang)}`;
  return <option value={voiceURI}>{localService ? words : t('aloudVoiceNetwork', words)}</option>;
}
