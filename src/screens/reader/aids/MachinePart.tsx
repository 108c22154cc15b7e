import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { mapText } from '../../../ui/text-map.ts';
import { Button } from '../../../ui/Button.tsx';
import { t, uiLanguage } from '../../../ui/strings.ts';
import { languageName } from '../language-name.ts';
import { TARGETS } from './machine.ts';
import type { MachineModel, SummaryState, TranslationState } from './machine-model.ts';
import styles from './aids.module.css';

const textOfPage = (): string => {
  const article = document.querySelector('.article-text');
  return article ? mapText(article).text : '';
};

/** Translation and summary, where this browser makes them on the device; nothing at all elsewhere. */
export function MachinePart({
  machine,
  lang,
}: {
  machine: MachineModel;
  lang: string;
}): JSX.Element | null {
  const summary = machine.summary.value;
  const translation = machine.translation.value;
  const own = uiLanguage().split('-')[0]!;
  const [target, setTarget] = useState<string>(
    TARGETS.find((tag) => tag === own && tag !== lang.split('-')[0]) ?? '',
  );
  if (!machine.hasTranslator && !machine.hasSummarizer) return null;
  const translate = (to: string, isAgreed = false): void => {
    setTarget(to);
    if (to) void machine.translateTo(to, textOfPage(), lang, isAgreed);
    else machine.dropTranslation();
  };
  const isTranslating = translation.is !== 'off';
  return (
    <>
      {machine.hasTranslator && (
        <>
          <label class={styles['line']}>
            {t('aidsTranslate')}
            <select
              value={isTranslating ? target : ''}
              onChange={({ currentTarget }) => translate(currentTarget.value)}
            >
              <option value="">{t('aidsOff')}</option>
              {TARGETS.map((tag) => (
                <option key={tag} value={tag}>
                  {languageName(tag)}
                </option>
              ))}
            </select>
          </label>
          <StateOf
            state={translation}
            unavailable={t('aidsNoTranslation')}
            onAgree={() => translate(target, true)}
          />
        </>
      )}
      {machine.hasSummarizer && (
        <>
          <label class={styles['line']}>
            {t('aidsSummary')}
            <input
              type="checkbox"
              role="switch"
              checked={summary.is !== 'off'}
              aria-checked={summary.is !== 'off'}
              onChange={({ currentTarget }) =>
                currentTarget.checked
                  ? void machine.summarize(textOfPage(), lang)
                  : machine.dropSummary()
              }
            />
          </label>
          <StateOf
            state={summary}
            unavailable={t('aidsNoSummary')}
            onAgree={() => void machine.summarize(textOfPage(), lang, true)}
          />
        </>
      )}
      <p class={styles['note']}>{t('aidsOnDevice')}</p>
    </>
  );
}

function StateOf({
  state,
  unavailable,
  onAgree,
}: {
  state: SummaryState | TranslationState;
  unavailable: string;
  onAgree: () => void;
}): JSX.Element {
  const words = {
    off: '',
    on: '',
    done: '',
    looking: t('aidsLooking'),
    working: t('aidsWorking'),
    unavailable,
    failed: t('aidsFailed'),
    ask: t('aidsAskFetch'),
    fetching: t('aidsFetching'),
  }[state.is];
  return (
    <div role="status" class={words ? styles['note'] : ''}>
      {words}
      {state.is === 'fetching' && (
        <progress aria-label={t('aidsFetching')} value={state.part ?? undefined} />
      )}
      {state.is === 'ask' && (
        <div>
          <Button label={t('aidsFetch')} kind="main" onClick={onAgree} />
        </div>
      )}
    </div>
  );
}
