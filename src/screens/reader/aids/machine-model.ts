import { type ReadonlySignal, signal } from '@preact/signals';
import { type Machine, summaryOf, type Translator } from './machine.ts';

/** How far something of the browser's is: it may have to be fetched first, and asks the person before. */
type Making =
  | { is: 'off' | 'looking' | 'unavailable' | 'failed' | 'working' }
  | { is: 'ask'; target: string }
  /** Null until the browser says how far it is. */
  | { is: 'fetching'; part: number | null };

export type SummaryState = Making | { is: 'done'; text: string };
export type TranslationState = Making | { is: 'on'; target: string };

export interface MachineModel {
  hasTranslator: boolean;
  hasSummarizer: boolean;
  summary: ReadonlySignal<SummaryState>;
  translation: ReadonlySignal<TranslationState>;
  /** `isAgreed`: the person knows that the browser fetches something first. */
  summarize(text: string, lang: string, isAgreed?: boolean): Promise<void>;
  dropSummary(): void;
  translateTo(target: string, sample: string, lang: string, isAgreed?: boolean): Promise<void>;
  dropTranslation(): void;
  /** A paragraph in the chosen language; null when it could not be made. */
  translated(text: string): Promise<string | null>;
}

const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();
/** Of so many characters a language is told well enough. */
const SAMPLE = 2_000;

/** Translation and summary by the browser itself. Nothing of the article leaves the device. */
export function createMachineModel(machine: Machine): MachineModel {
  const summary = signal<SummaryState>({ is: 'off' });
  const translation = signal<TranslationState>({ is: 'off' });
  let translator: Translator | null = null;
  /** Counts what was asked, so that a late answer to an earlier question is dropped. */
  let turns = { summary: 0, translation: 0 };

  const progressOf =
    (state: typeof summary | typeof translation, isCurrent: () => boolean) =>
    (monitor: {
      addEventListener: (
        type: 'downloadprogress',
        hear: (event: { loaded: number }) => void,
      ) => void;
    }) =>
      monitor.addEventListener('downloadprogress', ({ loaded }) => {
        if (isCurrent() && state.value.is === 'fetching')
          state.value = { is: 'fetching', part: loaded };
      });

  const languageOf = async (text: string, lang: string): Promise<string> => {
    if (lang) return base(lang);
    try {
      const detector = await machine.LanguageDetector?.create();
      const [first] = (await detector?.detect(text.slice(0, SAMPLE))) ?? [];
      return base(first?.detectedLanguage ?? '');
    } catch {
      return '';
    }
  };

  return {
    hasTranslator: machine.Translator !== undefined,
    hasSummarizer: machine.Summarizer !== undefined,
    summary,
    translation,
    async summarize(text, lang, isAgreed = false) {
      const turn = ++turns.summary;
      const isCurrent = (): boolean => turn === turns.summary;
      const show = (state: SummaryState): void => {
        if (isCurrent()) summary.value = state;
      };
      const options = {
        type: 'key-points',
        format: 'plain-text',
        length: 'medium',
        ...(lang && { outputLanguage: base(lang) }),
      } as const;
      try {
        show({ is: 'looking' });
        const has = (await machine.Summarizer?.availability(options)) ?? 'unavailable';
        if (has === 'unavailable') return show({ is: 'unavailable' });
        if (has !== 'available' && !isAgreed) return show({ is: 'ask', target: '' });
        show(has === 'available' ? { is: 'working' } : { is: 'fetching', part: null });
        const monitor = progressOf(summary, isCurrent);
        const summarizer = await machine.Summarizer!.create({ ...options, monitor });
        show({ is: 'working' });
        const made = await summaryOf(text, summarizer);
        summarizer.destroy?.();
        show(made.trim() ? { is: 'done', text: made } : { is: 'failed' });
      } catch {
        show({ is: 'failed' });
      }
    },
    dropSummary() {
      turns = { ...turns, summary: turns.summary + 1 };
      summary.value = { is: 'off' };
    },
    async translateTo(target, sample, lang, isAgreed = false) {
      const turn = ++turns.translation;
      const isCurrent = (): boolean => turn === turns.translation;
      const show = (state: TranslationState): void => {
        if (isCurrent()) translation.value = state;
      };
      try {
        show({ is: 'looking' });
        const sourceLanguage = await languageOf(sample, lang);
        const languages = { sourceLanguage, targetLanguage: target };
        const isSensible = sourceLanguage !== '' && sourceLanguage !== target;
        const has = isSensible ? await machine.Translator?.availability(languages) : 'unavailable';
        if (!has || has === 'unavailable') return show({ is: 'unavailable' });
        if (has !== 'available' && !isAgreed) return show({ is: 'ask', target });
        show(has === 'available' ? { is: 'working' } : { is: 'fetching', part: null });
        const monitor = progressOf(translation, isCurrent);
        const made = await machine.Translator!.create({ ...languages, monitor });
        if (!isCurrent()) return made.destroy?.();
        translator?.destroy?.();
        translator = made;
        show({ is: 'on', target });
      } catch {
        show({ is: 'failed' });
      }
    },
    dropTranslation() {
      turns = { ...turns, translation: turns.translation + 1 };
      translator?.destroy?.();
      translator = null;
      translation.value = { is: 'off' };
    },
    async translated(text) {
      try {
        return (await translator?.translate(text)) ?? null;
      } catch {
        return null;
      }
    },
  };
}
