import { describe, expect, it } from 'vitest';
import {
  type Availability,
  type Machine,
  type Summarizer,
  summaryOf,
} from '../../../../src/screens/reader/aids/machine.ts';
import { createMachineModel } from '../../../../src/screens/reader/aids/machine-model.ts';

type Create = { monitor?: (monitor: never) => void };

/** The browser's interfaces: what they were asked, a model to be fetched if need be. */
function fakeMachine(has: Availability) {
  const asked: object[] = [];
  let say = (_loaded: number): void => undefined;
  let ready = (): void => undefined;
  const create = <T>(made: T) => ({
    availability: (options?: object) => {
      asked.push(options ?? {});
      return Promise.resolve(has);
    },
    create: async (options?: Create) => {
      options?.monitor?.({
        addEventListener: (_: string, hear: (event: { loaded: number }) => void) =>
          (say = (loaded) => hear({ loaded })),
      } as never);
      if (has === 'downloadable') await new Promise<void>((resolve) => (ready = resolve));
      return made;
    },
  });
  const machine: Machine = {
    Translator: create({ translate: (text) => Promise.resolve(`<${text}>`) }),
    Summarizer: create({ summarize: (text) => Promise.resolve(`- ${text.slice(0, 5)}`) }),
    LanguageDetector: create({ detect: () => Promise.resolve([{ detectedLanguage: 'fr' }]) }),
  };
  return { machine, asked, say: (loaded: number) => say(loaded), ready: () => ready() };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('what the browser makes on the device', () => {
  it('is not offered where the browser has none of it', () => {
    const model = createMachineModel({});
    expect([model.hasTranslator, model.hasSummarizer]).toEqual([false, false]);
  });

  it('translates paragraph by paragraph, from the language of the article or the one detected', async () => {
    const { machine, asked } = fakeMachine('available');
    const model = createMachineModel(machine);
    await model.translateTo('en', 'Une ville', '');
    expect(asked).toEqual([{ sourceLanguage: 'fr', targetLanguage: 'en' }]);
    expect(model.translation.value).toEqual({ is: 'on', target: 'en' });
    expect(await model.translated('Une ville')).toBe('<Une ville>');
    model.dropTranslation();
    expect(await model.translated('Une ville')).toBeNull();
    await model.translateTo('en', 'A town', 'en-GB');
    expect(model.translation.value.is).toBe('unavailable');
  });

  it('asks before anything is fetched, and tells how far it is', async () => {
    const fake = fakeMachine('downloadable');
    const model = createMachineModel(fake.machine);
    await model.translateTo('de', 'A town', 'en');
    expect(model.translation.value).toEqual({ is: 'ask', target: 'de' });
    const done = model.translateTo('de', 'A town', 'en', true);
    await settle();
    expect(model.translation.value).toEqual({ is: 'fetching', part: null });
    fake.say(0.4);
    expect(model.translation.value).toEqual({ is: 'fetching', part: 0.4 });
    fake.ready();
    await done;
    expect(model.translation.value).toEqual({ is: 'on', target: 'de' });
  });

  it('drops an answer that comes after it was switched off', async () => {
    const fake = fakeMachine('downloadable');
    const model = createMachineModel(fake.machine);
    const done = model.summarize('A long text', 'en', true);
    await settle();
    model.dropSummary();
    fake.ready();
    await done;
    expect(model.summary.value).toEqual({ is: 'off' });
  });

  it('says that it cannot, and that it failed', async () => {
    const none = createMachineModel(fakeMachine('unavailable').machine);
    await none.summarize('text', 'xx');
    expect(none.summary.value.is).toBe('unavailable');
    const { machine } = fakeMachine('available');
    machine.Summarizer!.create = () => Promise.reject(new Error('NotSupportedError'));
    const failing = createMachineModel(machine);
    await failing.summarize('text', 'en');
    expect(failing.summary.value.is).toBe('failed');
  });

  it('summarises a text that is too long for once in parts', async () => {
    const lengths: number[] = [];
    const summarizer: Summarizer = {
      inputQuota: 1_000,
      measureInputUsage: (text) => Promise.resolve(text.length),
      summarize: (text) => {
        lengths.push(text.length);
        return Promise.resolve(`- about ${text.length}`);
      },
    };
    const text = Array.from({ length: 50 }, () => 'word '.repeat(20)).join('\n');
    const made = await summaryOf(text, summarizer);
    expect(made).toMatch(/^- about/);
    expect(lengths.length).toBeGreaterThan(4);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_000);
  });
});
