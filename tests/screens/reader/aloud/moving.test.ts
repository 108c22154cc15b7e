import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSpeech, voice } from './fake-speech.ts';
import { BLOCKS, open, pass, saidNow, start, textOf, texts } from './listening.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('voices', () => {
  it('waits for voices that come late', async () => {
    const speech = new FakeSpeech([]);
    const { model } = open(speech);
    await model.start({ block: 0, offset: 0 });
    expect(model.state.value).toBe('waiting');
    await pass(1_000);
    speech.bringVoices(voice('en-US'));
    await pass(10);
    expect(model.state.value).toBe('playing');
    expect(texts(speech)).toEqual(['The harbour']);
  });

  it('says that there is none, and reads when one comes after all', async () => {
    const speech = new FakeSpeech([]);
    const { model } = open(speech);
    await model.start({ block: 0, offset: 0 });
    await pass(4_000);
    expect(model.trouble.value).toBe('no-voice');
    expect(model.state.value).toBe('paused');
    speech.bringVoices(voice('en-US'));
    expect(model.trouble.value).toBeNull();
    model.play();
    await pass(10);
    expect(texts(speech)).toEqual(['The harbour']);
    const none = open(null);
    await start(none);
    expect(none.model.trouble.value).toBe('no-voice');
  });

  it('uses voices on the device alone, until the person allows others', async () => {
    const speech = new FakeSpeech([
      voice('en-US', { name: 'Cloud', localService: false, default: true }),
      voice('de-DE'),
    ]);
    const { model, kept } = open(speech);
    await model.start({ block: 0, offset: 0 });
    await pass(10);
    expect(model.trouble.value).toBe('only-network');
    expect(speech.said).toEqual([]);
    model.allowNetwork(true);
    model.play();
    await pass(10);
    expect(speech.said[0]!.voice).toBe('voice-Cloud');
    expect(kept.settings.network).toBe(true);
  });

  it('names a language without a voice, and takes another voice when told to', async () => {
    const speech = new FakeSpeech([voice('de-DE')]);
    const { model } = open(speech);
    await model.start({ block: 0, offset: 0 });
    await pass(10);
    expect(model.trouble.value).toBe('no-voice-for-language');
    model.setVoice('voice-de-DE');
    model.play();
    await pass(10);
    expect(speech.said[0]!.voice).toBe('voice-de-DE');
  });

  it('prefers the region, and leaves joke voices and disguises for last', async () => {
    const speech = new FakeSpeech([
      voice('en-US', { name: 'Zarvox' }),
      voice('en-US', { name: 'English+Croak' }),
      voice('en-US', { name: 'Sam' }),
      voice('en-GB', { name: 'Kate' }),
    ]);
    const { model } = open(speech, textOf(BLOCKS, 'en-GB'));
    await model.start({ block: 0, offset: 0 });
    await pass(10);
    expect(speech.said[0]!.voice).toBe('voice-Kate');
    expect(model.choice.voices('en-GB').fitting.map(({ name }) => name)).toEqual([
      'Kate',
      'Sam',
      'Zarvox',
    ]);
  });

  it('keeps voice, speed and pitch for each language, and goes on in the same sentence', async () => {
    const speech = new FakeSpeech([voice('en-GB'), voice('en-US')]);
    const { model, kept } = open(speech);
    await model.start({ block: 1, offset: 0 });
    await pass(250);
    model.setRate(1.5);
    await pass(100);
    model.setVoice('voice-en-US');
    await pass(100);
    expect(texts(speech)).toEqual([
      'The first boat left at dawn.',
      'boat left at dawn.',
      'boat left at dawn.',
    ]);
    expect(speech.said[2]).toMatchObject({ rate: 1.5, voice: 'voice-en-US' });
    expect(kept.settings.ways).toEqual({ en: { voice: 'voice-en-US', rate: 1.5, pitch: 1 } });
    expect(model.choice.way('de').rate).toBe(1);
  });
});

describe('moving', () => {
  it('skips by sentence and by paragraph, while speaking and while not', async () => {
    const speech = new FakeSpeech();
    const { model } = open(speech);
    await model.start({ block: 1, offset: 0 });
    model.skipSentence(1);
    expect(saidNow(model)).toBe('The second one waited for the tide.');
    model.skipSentence(-1);
    model.skipParagraph(1);
    expect(saidNow(model)).toBe('It was cold.');
    await pass(100);
    expect(texts(speech).at(-1)).toBe('It was cold.');
    model.pause();
    const before = speech.said.length;
    model.skipParagraph(-1);
    expect(saidNow(model)).toBe(BLOCKS[1]!.slice(0, 28));
    model.skipParagraph(-1);
    model.skipSentence(-1);
    expect(saidNow(model)).toBe('The harbour');
    await pass(1_000);
    expect(speech.said.length).toBe(before);
  });

  it('goes to the beginning of a sentence that is well under way', async () => {
    const speech = new FakeSpeech();
    const { model } = open(speech, textOf([`One two. Three ${'three '.repeat(60)}four.`]));
    await model.start({ block: 0, offset: 9 });
    await pass(3_000);
    model.skipSentence(-1);
    await pass(100);
    expect(texts(speech).at(-1)).toMatch(/^Three three/);
  });

  it('starts where it is told to, in the middle of a paragraph', async () => {
    const speech = new FakeSpeech();
    const { model } = open(speech);
    model.startAt({ block: 1, offset: 40 });
    await pass(10);
    expect(texts(speech)).toEqual(['The second one waited for the tide.']);
  });
});

describe('stopping and coming back', () => {
  it('pauses by ending the speech, and goes on from the last word', async () => {
    const speech = new FakeSpeech();
    const { model } = open(speech);
    await model.start({ block: 1, offset: 0 });
    await pass(250);
    model.toggle();
    expect(speech.speaking).toBe(false);
    await pass(100_000);
    expect(speech.said.length).toBe(1);
    model.toggle();
    await pass(10);
    expect(texts(speech)[1]).toBe('boat left at dawn.');
  });

  it('goes on after a restart where it was, also when the text before it grew', async () => {
    const first = open(new FakeSpeech());
    await first.model.start({ block: 1, offset: 0 });
    await pass(1_000);
    first.model.close();
    expect(first.kept.place).toMatchObject({ block: 1 });
    const speech = new FakeSpeech();
    const again = open(speech, textOf(['New', 'Also new.', ...BLOCKS]), first.kept);
    await start(again);
    await pass(10);
    expect(texts(speech)[0]).toBe('The second one waited for the tide.');
    expect(again.model.sentence.value!.block).toBe(3);
  });

  it('begins where the person is when the words it stopped at are gone', async () => {
    const speech = new FakeSpeech();
    const place = { block: 1, offset: 0, exact: 'words that are not there', at: 0 };
    const tab = open(speech, textOf(BLOCKS), { place });
    await start(tab, 2);
    await pass(10);
    expect(texts(speech)).toEqual(['It was cold.']);
  });

  it('gives way to another tab', async () => {
    const speech = new FakeSpeech();
    const tab = open(speech);
    await start(tab);
    expect(tab.announced()).toBe(1);
    tab.otherTabBegins();
    expect(tab.model.state.value).toBe('paused');
    expect(speech.speaking).toBe(false);
  });

  it('frees speech that an earlier page left paused', async () => {
    const speech = new FakeSpeech();
    speech.paused = true;
    const tab = open(speech);
    await start(tab);
    await pass(100);
    expect(texts(speech)).toEqual(['The harbour']);
  });
});
