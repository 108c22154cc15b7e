import { describe, expect, it, vi } from 'vitest';
import { done } from '../../src/article/result.ts';
import { answerHere } from '../../src/messages/answer-here.ts';
import type { Send } from '../../src/messages/protocol.ts';

const COUNTS = { unread: 1, archive: 2, favourites: 3, all: 4 };
const ELSEWHERE = { ...COUNTS, all: 5 };

describe('answers at hand', () => {
  it('are given without asking the background, and everything else is asked', async () => {
    const send = vi.fn(() => Promise.resolve(done(ELSEWHERE)));
    const ask = answerHere({ 'library/counts': () => done(COUNTS) }, send as unknown as Send);
    expect(await ask('library/counts')).toEqual(done(COUNTS));
    expect(send).not.toHaveBeenCalled();
    await ask('library/rows', []);
    expect(send).toHaveBeenCalledWith('library/rows', []);
  });

  it('come from the background where they fail here, or take too long', async () => {
    vi.useFakeTimers();
    const send = (() => Promise.resolve(done(ELSEWHERE))) as unknown as Send;
    const failing = answerHere({ 'library/counts': () => Promise.reject(new Error()) }, send);
    expect(await failing('library/counts')).toEqual(done(ELSEWHERE));
    const throwing = answerHere(
      {
        'library/counts': () => {
          throw new Error();
        },
      },
      send,
    );
    expect(await throwing('library/counts')).toEqual(done(ELSEWHERE));
    const hanging = answerHere({ 'library/counts': () => new Promise(() => undefined) }, send);
    const answer = hanging('library/counts');
    await vi.advanceTimersByTimeAsync(3000);
    expect(await answer).toEqual(done(ELSEWHERE));
    vi.useRealTimers();
  });
});
