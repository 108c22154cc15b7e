import type { Voice } from './speech.ts';

export const languageOf = (tag: string): string => tag.split(/[-_]/)[0]!.toLowerCase();

/** Android writes en_US. */
const plain = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();

/** Joke voices of macOS, which are listed beside the others. */
const JOKES =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Good News|Jester|Organ|Superstar|Trinoids|Whisper|Wobble|Zarvox|Fred|Junior|Ralph|Kathy|Deranged|Hysterical|Pipe Organ)\b/;
/** "English (America)+Steph": the same voice of eSpeak, disguised a hundred times. */
const isDisguise = ({ name }: Voice): boolean => /\+\S/.test(name);

/** The voices that may be used, those for `lang` first and among them the best first. */
export function rankedVoices(
  voices: readonly Voice[],
  lang: string,
  isNetworkAllowed: boolean,
): { fitting: Voice[]; others: Voice[] } {
  const usable = voices.filter(
    (voice) => (voice.localService || isNetworkAllowed) && !isDisguise(voice),
  );
  const worth = new Map(usable.map((voice) => [voice, worthOf(voice, lang)]));
  const fits = (voice: Voice): boolean => languageOf(voice.lang) === languageOf(lang);
  return {
    fitting: usable.filter(fits).sort((a, b) => worth.get(b)! - worth.get(a)!),
    others: usable
      .filter((voice) => !fits(voice))
      .sort((a, b) => a.lang.localeCompare(b.lang) || a.name.localeCompare(b.name)),
  };
}

function worthOf({ name, lang: spoken, localService, default: isDefault }: Voice, lang: string) {
  let worth = 0;
  if (plain(spoken) === plain(lang)) worth += 4;
  if (/natural|premium|neural|siri/i.test(name)) worth += 3;
  else if (/enhanced|plus/i.test(name)) worth += 2;
  if (isDefault) worth += 3;
  if (localService) worth += 5;
  if (JOKES.test(name)) worth -= 20;
  // Latin in a wild accent is for linguists.
  if (/espeak/i.test(name)) worth -= 1;
  return worth;
}
