import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Listening, parseListening, USUAL_WAY, type Way } from '../../../article/listening.ts';
import type { Speech, Voice } from './speech.ts';
import { languageOf, rankedVoices } from './voices.ts';

export interface ListeningArea {
  load(): Promise<Listening>;
  save(value: Listening): Promise<void>;
}

/** With which voice, and how, a language is read. */
export interface VoiceChoice {
  /** True once the browser named its voices, or had time enough to. */
  isKnown: ReadonlySignal<boolean>;
  settings: ReadonlySignal<Listening>;
  /** Resolves when the settings are there. */
  loaded: Promise<void>;
  voices(lang: string): { fitting: Voice[]; others: Voice[] };
  /** Voices for the language are only to be had over the network, which is not allowed. */
  isOnlyOnNetwork(lang: string): boolean;
  hasNetworkVoices(): boolean;
  /** The chosen voice, else the best for the language, else null. */
  voice(lang: string): Voice | null;
  way(lang: string): Way;
  change(lang: string, part: Partial<Way>): void;
  allowNetwork(isAllowed: boolean): void;
}

/** Firefox and Chrome name their voices late, or never: this long is waited for them, in milliseconds. */
const VOICES_COME = 3_000;

export function createVoiceChoice(
  speech: Speech | null,
  area: ListeningArea,
  onVoices: () => void,
): VoiceChoice {
  const all = signal<readonly Voice[]>(speech?.getVoices() ?? []);
  const isLate = signal(speech === null);
  const settings = signal<Listening>(parseListening(null));
  const look = (): void => {
    all.value = speech?.getVoices() ?? [];
    onVoices();
  };
  speech?.addEventListener('voiceschanged', look);
  if (all.value.length === 0)
    setTimeout(() => {
      isLate.value = true;
      look();
    }, VOICES_COME);

  const save = (value: Listening): void => {
    settings.value = value;
    void area.save(value);
  };
  const ranked = (lang: string) => rankedVoices(all.value, lang, settings.value.network);
  const way = (lang: string): Way => settings.value.ways[languageOf(lang)] ?? USUAL_WAY;
  return {
    settings,
    isKnown: computed(() => all.value.length > 0 || isLate.value),
    loaded: area.load().then((value) => {
      settings.value = value;
    }),
    voices: ranked,
    isOnlyOnNetwork: (lang) =>
      !settings.value.network && rankedVoices(all.value, lang, true).fitting.length > 0,
    hasNetworkVoices: () => all.value.some(({ localService }) => !localService),
    voice(lang) {
      const { fitting, others } = ranked(lang);
      const wanted = way(lang).voice;
      return (
        [...fitting, ...others].find(({ voiceURI }) => voiceURI === wanted) ?? fitting[0] ?? null
      );
    },
    way,
    change(lang, part) {
      const { ways } = settings.value;
      save({ ...settings.value, ways: { ...ways, [languageOf(lang)]: { ...way(lang), ...part } } });
    },
    allowNetwork: (network) => save({ ...settings.value, network }),
  };
}
