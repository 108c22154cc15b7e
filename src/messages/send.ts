import type { OwnRequests, Send } from './protocol.ts';

const TRIES = 4;
const PAUSE = 150;
const PATIENCE = 20_000;

/** Delivers one message and gives its answer; rejects when the other side went away before answering. */
export type Transport = (message: { ask: string; about: unknown }) => Promise<unknown>;

/**
 * A `send` that asks again when the background was killed before it answered: every request can be
 * repeated without harm. Rejects after four tries.
 */
export function createSend(
  transport: Transport,
  pause = PAUSE,
  patience = PATIENCE,
): Send<OwnRequests> {
  const ask = async (name: string, about: unknown): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await within(patience, transport({ ask: name, about }));
        if (answer !== undefined) return answer;
        throw new Error(`no answer to ${name}`);
      } catch (error) {
        if (tries === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause * tries));
      }
    }
  };
  return ask as Send<OwnRequests>;
}

/** The promise's value, or a rejection when it takes longer than so many milliseconds. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
