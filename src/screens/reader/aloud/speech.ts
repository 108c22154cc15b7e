/** What we use of the browser's speech; `window.speechSynthesis` fits, and so does a fake. */
export type Speech = Pick<
  SpeechSynthesis,
  | 'speaking'
  | 'pending'
  | 'paused'
  | 'speak'
  | 'cancel'
  | 'resume'
  | 'getVoices'
  | 'addEventListener'
>;

export type Voice = Pick<
  SpeechSynthesisVoice,
  'voiceURI' | 'name' | 'lang' | 'localService' | 'default'
>;

export interface SpeechWorld {
  /** Null where the browser has none at all. */
  speech: Speech | null;
  utterance: (text: string) => SpeechSynthesisUtterance;
}
