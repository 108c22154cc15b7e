import { vi } from 'vitest';
import type { Listening, ListeningPlace } from '../../../../src/article/listening.ts';
import type { SpokenText } from '../../../../src/screens/reader/aloud/cursor.ts';
import {
  type AloudModel,
  type AloudWorld,
  createAloudModel,
} from '../../../../src/screens/reader/aloud/model.ts';
import { FakeSpeech } from './fake-speech.ts';

export const BLOCKS = [
  'The harbour',
  'The first boat left at dawn. The second one waited for the tide. Nobody saw the third.',
  'It was cold. The wall was wet.',
];

export function textOf(blocks: string[], lang = 'en'): SpokenText & { asked: Set<number> } {
  const asked = new Set<number>();
  const before = (at: number) => blocks.slice(0, at).join('').length;
  return {
    asked,
    count: blocks.length,
    block(at) {
      asked.add(at);
      return { text: blocks[at] ?? '', lang };
    },
    before,
    total: before(blocks.length),
  };
}

interface Tab {
  model: AloudModel;
  kept: { place: ListeningPlace | null; settings: Listening };
  announced: () => number;
  otherTabBegins: () => void;
}

export function open(
  speech: FakeSpeech | null,
  text: SpokenText = textOf(BLOCKS),
  stored: Partial<Tab['kept']> = {},
): Tab {
  const kept = { place: null, settings: { network: false, ways: {} }, ...stored };
  let announced = 0;
  let hear = (): void => undefined;
  const world: AloudWorld = {
    speech,
    utterance: (speech ?? new FakeSpeech()).utterance,
    settings: {
      load: () => Promise.resolve(kept.settings),
      save: (value) => {
        kept.settings = value;
        return Promise.resolve();
      },
    },
    place: {
      load: () => Promise.resolve(kept.place),
      save: (place) => {
        kept.place = place;
        return Promise.resolve();
      },
    },
    others: {
      announce: () => (announced += 1),
      onAnnounced: (listener) => (hear = listener),
    },
  };
  return {
    model: createAloudModel(text, world),
    kept,
    announced: () => announced,
    otherTabBegins: () => hear(),
  };
}

export const start = async (tab: Tab, block = 0): Promise<void> => {
  await tab.model.start({ block, offset: 0 });
};
export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
export const texts = (speech: FakeSpeech): string[] => speech.said.map(({ text }) => text);
export const saidNow = (model: AloudModel): string => {
  const { block, start: from, end } = model.sentence.value!;
  return BLOCKS[block]!.slice(from, end);
};
export const wordNow = (model: AloudModel): string | null => {
  const { block } = model.sentence.value ?? { block: 0 };
  const word = model.word.value;
  return word && BLOCKS[block]!.slice(word.start, word.end);
};
