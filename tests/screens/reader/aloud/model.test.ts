import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSpeech } from './fake-speech.ts';
import { BLOCKS, open, pass, saidNow, start, textOf, texts, wordNow } from './listening.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('reading aloud', () => {
  it('says title and text sentence by sentence, to the end', async () => {
    const speech = new FakeSpeech();
    const tab = open(speech);
    await start(tab);
    await pass(60_000);
    expect(texts(speech)).toEqual([
      'The harbour',
      'The first boat left at dawn.',
      'The second one waited for the tide.',
      'Nobody saw the third.',
      'It was cold.',
      'The wall was wet.',
    ]);
    expect(tab.model.state.value).toBe('finished');
    expect(tab.kept.place).toBeNull();
  });

  it('marks the sentence and the word, also for voices that do not tell where a word ends', async () => {
    for (const behaviour of ['words', 'words-without-length'] as const) {
      const speech = new FakeSpeech();
      speech.behaviours = [behaviour];
      const { model } = open(speech);
      await model.start({ block: 1, offset: 0 });
      await pass(250);
      expect(saidNow(model)).toBe('The first boat left at dawn.');
      expect(wordNow(model)).toBe('boat');
      model.close();
    }
  });

  it('marks the sentence alone for a voice that tells of no words', async () => {
    const speech = new FakeSpeech();
    speech.behaviours = ['no-words'];
    const { model } = open(speech);
    await model.start({ block: 1, offset: 0 });
    await pass(300);
    expect(saidNow(model)).toBe('The first boat left at dawn.');
    expect(model.word.value).toBeNull();
    await pass(60_000);
    expect(model.state.value).toBe('finished');
  });

  it('reads no block of a long article before it is needed', async () => {
    const text = textOf(Array.from({ length: 1000 }, () => BLOCKS[1]!));
    const { model } = open(new FakeSpeech(), text);
    await model.start({ block: 0, offset: 0 });
    await pass(10);
    expect(text.asked.size).toBeLessThan(3);
    expect(model.minutesLeft.value).toBeGreaterThan(60);
  });

  it('keeps every utterance of a sentence without end under 12 seconds', async () => {
    const speech = new FakeSpeech();
    const { model } = open(speech, textOf([`${'and on it went, '.repeat(200)}for ever.`]));
    await model.start({ block: 0, offset: 0 });
    await pass(120_000);
    expect(speech.said.length).toBeGreaterThan(10);
    expect(Math.max(...texts(speech).map(({ length }) => length))).toBeLessThan(170);
    expect(model.state.value).toBe('finished');
  });
});

describe('goes on', () => {
  it('from the last word when the voice falls silent in the middle, as in Chrome after 15 seconds', async () => {
    const speech = new FakeSpeech();
    speech.behaviours = [{ cutAfter: 3 }, 'words'];
    const { model } = open(speech);
    await model.start({ block: 1, offset: 0 });
    await pass(400);
    expect(wordNow(model)).toBe('boat');
    await pass(7_000);
    expect(texts(speech).slice(0, 2)).toEqual([
      'The first boat left at dawn.',
      'boat left at dawn.',
    ]);
    await pass(30_000);
    expect(model.state.value).toBe('finished');
  });

  it('from the last word when the voice says too early that it ended', async () => {
    const speech = new FakeSpeech();
    const long =
      'The very long and winding story of the wall begins with a stone that nobody wanted.';
    speech.behaviours = [{ endAfter: 4 }, 'words'];
    const { model } = open(speech, textOf([long]));
    await model.start({ block: 0, offset: 0 });
    await pass(600);
    expect(texts(speech)).toEqual([long, long.slice(long.indexOf('and'))]);
  });

  it('after it was interrupted by something else', async () => {
    const speech = new FakeSpeech();
    speech.behaviours = [{ error: 'interrupted' }, 'words'];
    const { model } = open(speech);
    await model.start({ block: 2, offset: 0 });
    await pass(30_000);
    expect(texts(speech)).toEqual(['It was cold.', 'It was cold.', 'The wall was wet.']);
  });

  it('with the next sentence when one cannot be said', async () => {
    const speech = new FakeSpeech();
    const failed = { error: 'synthesis-failed' };
    speech.behaviours = [failed, failed, 'words'];
    const { model } = open(speech);
    await model.start({ block: 2, offset: 0 });
    await pass(10_000);
    expect(texts(speech)).toEqual(['It was cold.', 'It was cold.', 'The wall was wet.']);
    expect(model.trouble.value).toBeNull();
  });

  it('not for ever: a voice that fails and one that never begins are named', async () => {
    const failing = new FakeSpeech();
    failing.behaviours = [{ error: 'synthesis-failed' }];
    const first = open(failing);
    await start(first);
    await pass(60_000);
    expect(first.model.trouble.value).toBe('voice-failed');
    expect(first.model.state.value).toBe('paused');
    const silent = new FakeSpeech();
    silent.behaviours = ['nothing'];
    const second = open(silent);
    await start(second);
    await pass(60_000);
    expect(second.model.trouble.value).toBe('silent');
    expect(silent.said.length).toBe(2);
  });

  it('after a click where the browser wants one first, and says when the network is gone', async () => {
    const speech = new FakeSpeech();
    speech.behaviours = [{ error: 'not-allowed' }, { error: 'network' }, 'words'];
    const { model } = open(speech);
    await model.start({ block: 2, offset: 0 });
    await pass(100);
    expect(model.trouble.value).toBe('not-allowed');
    model.play();
    await pass(100);
    expect(model.trouble.value).toBe('network');
    model.play();
    await pass(100);
    expect(model.trouble.value).toBeNull();
    expect(model.state.value).toBe('playing');
  });
});
