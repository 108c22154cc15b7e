import { describe, expect, it } from 'vitest';
import { createSend, type Transport } from '../../src/messages/send.ts';

/** A background that dies so many times before it answers. */
function dyingBackground(deaths: number): { transport: Transport; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    transport: ({ ask }) => {
      asked += 1;
      return asked <= deaths
        ? Promise.reject(new Error('channel closed'))
        : Promise.resolve(`answer to ${ask}`);
    },
  };
}

describe('asking the background', () => {
  it('asks again when the background died before it answered', async () => {
    const { transport, asked } = dyingBackground(2);
    expect(await createSend(transport, 1)('library/counts')).toBe('answer to library/counts');
    expect(asked()).toBe(3);
  });

  it('asks again when nobody answered, or not in time', async () => {
    const answers = [
      Promise.resolve(undefined),
      new Promise(() => undefined),
      Promise.resolve('at last'),
    ];
    expect(await createSend(() => answers.shift()!, 1, 20)('library/counts')).toBe('at last');
  });

  it('gives up after four tries, with the fault in sight', async () => {
    const { transport, asked } = dyingBackground(9);
    await expect(createSend(transport, 1)('library/counts')).rejects.toThrow('channel closed');
    expect(asked()).toBe(4);
  });
});
