import type { Handlers, Sender } from './protocol.ts';

/** Our own page: our id, and an address under our own origin. A missing address is a stranger's. */
export function isOwnPage(sender: Sender, own: { id: string; origin: string }): boolean {
  return sender.id === own.id && sender.url !== undefined && sender.url.startsWith(own.origin);
}

/** Our script in the page of a tab, not in one of its frames: by what the browser says, never the message. */
export const isPageOfTab = (sender: Sender, own: { id: string }): boolean =>
  sender.id === own.id &&
  sender.frameId === 0 &&
  sender.tab?.id !== undefined &&
  /^(?:https?|file):/.test(sender.url ?? '');

/**
 * Answers messages of one table for senders that may use it; `undefined`, which leaves the sender
 * without an answer, for everybody and everything else.
 */
export function route<P>(
  handlers: Handlers<P>,
  mayAsk: (sender: Sender) => boolean,
): (message: unknown, sender: Sender) => Promise<unknown> | undefined {
  return (message, sender) => {
    if (!mayAsk(sender) || typeof message !== 'object' || message === null) return undefined;
    const { ask, about } = message as { ask?: unknown; about?: unknown };
    if (typeof ask !== 'string' || !Object.hasOwn(handlers, ask)) return undefined;
    const handler = handlers[ask as keyof P] as unknown as (
      about: unknown,
      sender: Sender,
    ) => unknown;
    return Promise.resolve().then(() => handler(about, sender));
  };
}
