import { vi } from 'vitest';
import type { Voice } from '../../../../src/screens/reader/aloud/speech.ts';

type Behaviour =
  /** Says every word, with boundary events. */
  | 'words'
  /** The same, without the lengths of the words. */
  | 'words-without-length'
  | 'no-words'
  /** Falls silent after so many words, with no event ever after. */
  | { cutAfter: number }
  /** Says that it ended after so many words. */
  | { endAfter: number }
  | { error: string }
  | 'nothing';

export const voice = (lang: string, part: Partial<Voice> = {}): Voice => ({
  voiceURI: `voice-${part.name ?? lang}`,
  name: lang,
  lang,
  localService: true,
  default: false,
  ...part,
});

/** Milliseconds that the fake takes for a word. */
const WORD = 100;

/** The Web Speech interface, with its habits: one behaviour for each utterance, the last for all further ones. */
export class FakeSpeech extends EventTarget {
  said: { text: string; lang: string; rate: number; pitch: number; voice: string }[] = [];
  behaviours: Behaviour[] = ['words'];
  speaking = false;
  pending = false;
  paused = false;
  cancels = 0;
  /** A cancel in the same breath as the next speak loses what is spoken. */
  #cancelledAt = -1;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #voices: Voice[];

  constructor(voices: Voice[] = [voice('en-GB')]) {
    super();
    this.#voices = voices;
  }

  getVoices(): Voice[] {
    return this.#voices;
  }

  bringVoices(...voices: Voice[]): void {
    this.#voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }

  utterance = (text: string): SpeechSynthesisUtterance =>
    Object.assign(new EventTarget(), {
      text,
      lang: '',
      rate: 1,
      pitch: 1,
      voice: null,
    }) as unknown as SpeechSynthesisUtterance;

  speak(utterance: SpeechSynthesisUtterance): void {
    if (this.speaking) throw new Error('Spoke over itself');
    const { text, lang, rate, pitch } = utterance;
    if (Date.now() === this.#cancelledAt) return;
    this.said.push({ text, lang, rate, pitch, voice: utterance.voice?.voiceURI ?? '' });
    const behaviour = this.behaviours.length > 1 ? this.behaviours.shift()! : this.behaviours[0]!;
    if (behaviour === 'nothing') {
      this.pending = true;
      return;
    }
    this.speaking = true;
    const fire = (type: string, facts: object, after: number): void => {
      this.#timers.push(
        setTimeout(() => {
          if (type === 'end' || type === 'error') this.speaking = false;
          utterance.dispatchEvent(Object.assign(new Event(type), facts));
        }, after),
      );
    };
    if (typeof behaviour === 'object' && 'error' in behaviour) {
      fire('error', { error: behaviour.error }, 10);
      return;
    }
    fire('start', {}, 1);
    const words = [...text.matchAll(/\S+/g)];
    const isCut = typeof behaviour === 'object';
    const last = isCut
      ? 'cutAfter' in behaviour
        ? behaviour.cutAfter
        : behaviour.endAfter
      : words.length;
    for (const [at, word] of words.slice(0, last).entries()) {
      if (behaviour === 'no-words') continue;
      const charLength = behaviour === 'words-without-length' ? undefined : word[0].length;
      fire('boundary', { name: 'word', charIndex: word.index, charLength }, 2 + at * WORD);
    }
    if (!isCut || 'endAfter' in behaviour) fire('end', {}, 2 + last * WORD);
  }

  cancel(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.cancels += 1;
    this.speaking = this.pending = false;
    this.#cancelledAt = Date.now();
  }

  resume = vi.fn(() => {
    this.paused = false;
  });
}
