import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ListeningPlace } from '../../../article/listening.ts';
import { createVoiceChoice, type ListeningArea, type VoiceChoice } from './choice.ts';
import { createCursor, type Place, type Sentence, type SpokenText } from './cursor.ts';
import { createPace } from './pace.ts';
import { partsOf, type Span, wordAt } from './sentences.ts';
import { createSpeaker, type Ending, type SpeechFailure } from './speaker.ts';
import type { SpeechWorld } from './speech.ts';

/** How the model reaches the world; fakes of a few lines in tests. */
export interface AloudWorld extends SpeechWorld {
  settings: ListeningArea;
  /** Where listening to this article stopped; null for one that is not saved. */
  place: {
    load(): Promise<ListeningPlace | null>;
    save(place: ListeningPlace | null): Promise<void>;
  } | null;
  /** The other tabs: one article speaks at a time. */
  others: { announce(): void; onAnnounced(listener: () => void): void };
}

export type AloudTrouble = 'no-voice' | 'no-voice-for-language' | 'only-network' | SpeechFailure;

export interface AloudModel {
  choice: VoiceChoice;
  state: ReadonlySignal<'waiting' | 'playing' | 'paused' | 'finished'>;
  trouble: ReadonlySignal<AloudTrouble | null>;
  /** The sentence that is being said, or would be. */
  sentence: ReadonlySignal<Sentence | null>;
  /** The word, for voices that tell. */
  word: ReadonlySignal<Span | null>;
  /** Of what is being read. */
  lang: ReadonlySignal<string>;
  minutesLeft: ReadonlySignal<number>;
  /** Begins where listening stopped last, else at `from`. */
  start(from: Place): Promise<void>;
  startAt(place: Place): void;
  play(): void;
  pause(): void;
  toggle(): void;
  skipSentence(step: 1 | -1): void;
  skipParagraph(step: 1 | -1): void;
  setRate(rate: number): void;
  setPitch(pitch: number): void;
  setVoice(voiceURI: string): void;
  allowNetwork(isAllowed: boolean): void;
  /** Ends all speech and keeps the place. */
  close(): void;
}

/** So often is one place tried again before it is left out. */
const TRIES = 2;
/** So many sentences in a row that could not be said are the voice's fault. */
const FAILURES = 3;
/** Whoever goes back within this time means the sentence before, in milliseconds. */
const JUST_BEGUN = 2_000;
const KEEP_EVERY = 3_000;

/** Reads an article aloud, without a page. */
export function createAloudModel(text: SpokenText, world: AloudWorld): AloudModel {
  const { speech } = world;
  const cursor = createCursor(text);
  const pace = createPace();
  const speaker = speech && createSpeaker(world, speech);
  const state = signal<'waiting' | 'playing' | 'paused' | 'finished'>('paused');
  const trouble = signal<AloudTrouble | null>(null);
  const sentence = signal<Sentence | null>(null);
  const word = signal<Span | null>(null);
  const lang = computed(() => text.block(sentence.value?.block ?? 0).lang);
  /** Where in the sentence to go on. */
  let from = 0;
  let begunAt = 0;
  let tries = 0;
  let failures = 0;
  let keptAt = 0;

  const choice = createVoiceChoice(speech, world.settings, () => {
    if (state.value === 'waiting') model.play();
    else if (trouble.value?.startsWith('no-voice')) trouble.value = null;
  });

  const keep = (): void => {
    keptAt = Date.now();
    const here = sentence.value;
    const isEnd = state.value === 'finished';
    if (!here && !isEnd) return;
    const place = here && { block: here.block, offset: here.start };
    void world.place?.save(
      place && !isEnd ? { ...place, exact: cursor.quote(place), at: keptAt } : null,
    );
  };

  const goTo = (next: Sentence | null): void => {
    sentence.value = next;
    word.value = null;
    from = next?.start ?? 0;
    begunAt = Date.now();
    tries = 0;
    if (!next) finish();
    else if (Date.now() - keptAt > KEEP_EVERY) keep();
  };

  const finish = (): void => {
    speaker?.hush();
    state.value = 'finished';
    keep();
  };

  const stopFor = (reason: AloudTrouble): void => {
    speaker?.hush();
    state.value = 'paused';
    trouble.value = reason;
    keep();
  };

  const say = (): void => {
    const here = sentence.value;
    if (!here || !speaker) return;
    const { text: words, lang: tongue, before, instead } = text.block(here.block);
    const voice = choice.voice(tongue) ?? choice.voice(text.block(0).lang);
    if (!voice) return stopFor(lackOf(choice, tongue));
    const { rate, pitch } = choice.way(tongue);
    const span = { start: from, end: here.end };
    const part = instead ? span : partsOf(words, span, pace.limit(tongue, rate), tongue)[0];
    if (!part) return goOn();
    const lead = before && here.at === 0 && part.start === here.start ? `${before} ` : '';
    const said = instead ?? lead + words.slice(part.start, part.end);
    const inBlock = (at: number): number => part.start + Math.max(0, at - lead.length);
    speaker.say({
      text: said,
      lang: tongue,
      voice,
      rate,
      pitch,
      seconds: pace.seconds(said.length, tongue, rate),
      onWord(at, length) {
        failures = 0;
        if (instead || at < lead.length) return;
        from = inBlock(at);
        // Some count the space before a word to it.
        const begin = from + (/^\s*/.exec(words.slice(from, part.end))?.[0].length ?? 0);
        word.value = length
          ? { start: begin, end: Math.min(part.end, from + length) }
          : wordAt(words, begin, part.end, tongue);
      },
      onEnd(ending) {
        if (ending.is === 'said') pace.learn(said.length, ending.seconds, tongue, rate);
        onEnd(ending, part, inBlock);
      },
    });
  };

  const onEnd = (ending: Ending, part: Span, inBlock: (at: number) => number): void => {
    if (ending.is === 'said') {
      failures = 0;
      from = part.end;
      tries = 0;
      goOn();
      return;
    }
    const isFinal =
      ending.is === 'failed' && ending.reason !== 'voice-failed' && ending.reason !== 'silent';
    if (isFinal) return stopFor(ending.reason);
    const reached = ending.is === 'cut' ? inBlock(ending.at) : from;
    tries = reached > part.start ? 0 : tries + 1;
    from = Math.max(part.start, reached);
    if (tries < TRIES) return say();
    failures += 1;
    if (failures >= FAILURES || (ending.is === 'failed' && ending.reason === 'silent'))
      return stopFor(ending.is === 'failed' ? ending.reason : 'voice-failed');
    from = part.end;
    tries = 0;
    goOn();
  };

  const goOn = (): void => {
    const here = sentence.value;
    if (here && from >= here.end) goTo(cursor.next(here));
    if (state.value === 'playing') say();
  };

  /** Moves, and speaks on there where it was speaking. */
  const moveTo = (next: Sentence | null): void => {
    if (!next) return;
    if (state.value === 'finished') state.value = 'paused';
    goTo(next);
    if (state.value === 'playing') say();
  };

  const again = (change: () => void): void => {
    change();
    trouble.value = null;
    if (state.value === 'playing') say();
  };

  world.others.onAnnounced(() => {
    if (state.value === 'playing') model.pause();
  });

  const model: AloudModel = {
    choice,
    state,
    trouble,
    sentence,
    word,
    lang,
    minutesLeft: computed(() => {
      const here = sentence.value;
      if (!here) return 0;
      const left = text.total - text.before(here.block) - here.start;
      return Math.ceil(pace.seconds(left, lang.value, choice.way(lang.value).rate) / 60);
    }),
    async start(start) {
      const [kept] = await Promise.all([world.place?.load() ?? null, choice.loaded]);
      const found = kept && cursor.find(kept, kept.exact);
      const at = cursor.at(found ?? start) ?? cursor.at({ block: 0, offset: 0 });
      if (!at) return;
      goTo(at);
      model.play();
    },
    startAt(place) {
      const at = cursor.at(place);
      if (!at) return;
      goTo(at);
      model.play();
    },
    play() {
      trouble.value = null;
      if (!speech) return stopFor('no-voice');
      if (!choice.isKnown.value) {
        state.value = 'waiting';
        return;
      }
      if (state.value === 'finished') goTo(cursor.at({ block: 0, offset: 0 }));
      if (!sentence.value) return;
      state.value = 'playing';
      failures = 0;
      tries = 0;
      world.others.announce();
      say();
    },
    pause() {
      speaker?.hush();
      if (state.value !== 'finished') state.value = 'paused';
      keep();
    },
    toggle: () =>
      state.value === 'playing' || state.value === 'waiting' ? model.pause() : model.play(),
    skipSentence(step) {
      const here = sentence.value;
      if (!here) return;
      if (step === 1) return moveTo(cursor.next(here));
      const isUnderWay = from > here.start && Date.now() - begunAt > JUST_BEGUN;
      moveTo(isUnderWay ? here : (cursor.previous(here) ?? here));
    },
    skipParagraph(step) {
      const here = sentence.value;
      if (here) moveTo(cursor.paragraph(here, step) ?? (step === -1 ? here : null));
    },
    setRate: (rate) => again(() => choice.change(lang.value, { rate })),
    setPitch: (pitch) => again(() => choice.change(lang.value, { pitch })),
    setVoice: (voice) => again(() => choice.change(lang.value, { voice })),
    allowNetwork: (isAllowed) => again(() => choice.allowNetwork(isAllowed)),
    close() {
      model.pause();
      word.value = null;
    },
  };
  return model;
}

function lackOf(choice: VoiceChoice, lang: string): AloudTrouble {
  if (choice.isOnlyOnNetwork(lang)) return 'only-network';
  return choice.voices(lang).others.length > 0 ? 'no-voice-for-language' : 'no-voice';
}
