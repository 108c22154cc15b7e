/** Characters a second at speed 1 before a voice was heard; scripts that write syllables or words take longer. */
const USUAL = 14;
const DENSE: Record<string, number> = { zh: 4.2, ja: 6.5, ko: 6.5, th: 11 };

/** An utterance is kept shorter than this, in seconds: Chrome ends those of some voices after 15. */
const LONGEST = 12;

/** How fast a language is said, learned from what was said. */
export interface Pace {
  /** Seconds that so many characters take. */
  seconds(characters: number, lang: string, rate: number): number;
  /** The most characters of one utterance. */
  limit(lang: string, rate: number): number;
  /** So many characters took so many seconds. */
  learn(characters: number, seconds: number, lang: string, rate: number): void;
}

export function createPace(): Pace {
  const learned = new Map<string, number>();
  const base = (lang: string): string => lang.split('-')[0]!.toLowerCase();
  const usual = (lang: string): number => DENSE[base(lang)] ?? USUAL;
  const speed = (lang: string): number => learned.get(base(lang)) ?? usual(lang);
  return {
    seconds: (characters, lang, rate) => characters / speed(lang) / rate,
    // A quick voice may be followed by a slow one.
    limit: (lang, rate) =>
      Math.max(24, Math.round(Math.min(speed(lang), usual(lang)) * rate * LONGEST)),
    learn(characters, seconds, lang, rate) {
      // A word or two say more about the pause before them.
      if (characters < 30 || seconds < 0.5) return;
      const before = speed(lang);
      const now = Math.min(before * 1.6, Math.max(before / 1.6, characters / seconds / rate));
      learned.set(base(lang), before + (now - before) * 0.25);
    },
  };
}
