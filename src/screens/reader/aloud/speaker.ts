import type { Speech, SpeechWorld, Voice } from './speech.ts';

export interface Saying {
  text: string;
  lang: string;
  voice: Voice;
  rate: number;
  pitch: number;
  /** How long it should take. */
  seconds: number;
  /** A word begins there; its length is 0 where the voice does not tell. */
  onWord: (at: number, length: number) => void;
  onEnd: (ending: Ending) => void;
}

export type SpeechFailure = 'silent' | 'network' | 'not-allowed' | 'voice-failed';

export type Ending =
  | { is: 'said'; seconds: number }
  /** It stopped before its end, and may go on from there. */
  | { is: 'cut'; at: number }
  | { is: 'failed'; reason: SpeechFailure };

export interface Speaker {
  /** Says this instead of whatever is being said. */
  say(saying: Saying): void;
  hush(): void;
}

/** In milliseconds. A voice that is fetched takes its time. */
const TO_START = { local: 6_000, network: 12_000 };
/** Between two words, at full speed; a long number is one word. */
const BETWEEN_WORDS = 6_000;
/** Chrome and Firefox lose what is said in the same breath as a cancel. */
const AFTER_CANCEL = 60;

/** Says one utterance at a time, and always answers, whatever becomes of the browser's events. */
export function createSpeaker({ utterance: create }: SpeechWorld, speech: Speech): Speaker {
  let turn = 0;
  let quietUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Chrome drops the events of an utterance that nobody holds.
  const held = new Set<SpeechSynthesisUtterance>();

  const leave = (): void => {
    turn += 1;
    held.clear();
    clearTimeout(timer);
  };
  const stop = (): void => {
    leave();
    if (!speech.speaking && !speech.pending && !speech.paused) return;
    speech.cancel();
    quietUntil = Date.now() + AFTER_CANCEL;
  };

  const begin = (saying: Saying): void => {
    const mine = turn;
    const { text, rate, voice, seconds } = saying;
    let began = 0;
    let words = 0;
    let reached = 0;
    const utterance = create(text);
    held.add(utterance);
    utterance.lang = voice.lang || saying.lang;
    utterance.voice = voice;
    utterance.rate = rate;
    utterance.pitch = saying.pitch;

    const end = (ending: Ending): void => {
      if (mine !== turn) return;
      if (ending.is === 'said') leave();
      else stop();
      saying.onEnd(ending);
    };
    const elapsed = (): number => (Date.now() - began) / 1000;
    /** It ended, by its own word or by silence: whether all was said. */
    const settle = (): void => {
      const left = text.length - reached;
      const isEarly = words > 2 && left > 30 && elapsed() < seconds * 0.6;
      end(isEarly ? { is: 'cut', at: reached } : { is: 'said', seconds: elapsed() });
    };
    const watch = (patience: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (began === 0) end({ is: 'failed', reason: 'silent' });
        else if (!speech.speaking && !speech.pending) settle();
        else end({ is: 'cut', at: reached });
      }, patience);
    };
    const start = (): void => {
      if (mine !== turn || began) return;
      began = Date.now();
      watch(seconds * 2_500 + 4_000);
    };
    utterance.addEventListener('start', start);
    utterance.addEventListener('boundary', ({ name, charIndex, charLength }) => {
      if (mine !== turn || name === 'sentence') return;
      start();
      words += 1;
      reached = charIndex;
      watch(BETWEEN_WORDS / Math.min(1, rate));
      saying.onWord(charIndex, charLength || 0);
    });
    utterance.addEventListener('end', () => {
      if (mine === turn) settle();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (error === 'interrupted' || error === 'canceled') end({ is: 'cut', at: reached });
      else end({ is: 'failed', reason: failureOf(error) });
    });
    watch(voice.localService ? TO_START.local : TO_START.network);
    // Else a pause of an earlier page would hold it for ever.
    if (speech.paused) speech.resume();
    speech.speak(utterance);
  };

  return {
    say(saying) {
      stop();
      const wait = quietUntil - Date.now();
      if (wait <= 0) begin(saying);
      else timer = setTimeout(() => begin(saying), wait);
    },
    hush: stop,
  };
}

function failureOf(error: string): SpeechFailure {
  if (error === 'network') return 'network';
  if (error === 'not-allowed') return 'not-allowed';
  return 'voice-failed';
}
