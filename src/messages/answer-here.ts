import type { Handlers, OwnRequests, Send } from './protocol.ts';
import { within } from './send.ts';

/** Longer than any question takes whose answer is at hand. */
const PATIENCE = 3000;

/** A `send` that answers here what it can; the rest, and what fails here, goes to `send`. */
export function answerHere(answers: Partial<Handlers<OwnRequests>>, send: Send): Send {
  const ask = async (name: keyof OwnRequests, about: never): Promise<unknown> => {
    const elsewhere = send as (name: string, about: unknown) => Promise<unknown>;
    const answer = answers[name] as ((about: unknown) => unknown) | undefined;
    if (!answer) return elsewhere(name, about);
    try {
      return await within(PATIENCE, Promise.resolve(answer(about)));
    } catch {
      return elsewhere(name, about);
    }
  };
  return ask as Send;
}
