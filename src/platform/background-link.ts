import type { Announcement } from '../messages/protocol.ts';
import { createSend } from '../messages/send.ts';
import { browser } from './browser.ts';

/** Asks the background from one of our pages. */
export const ask = createSend((message) => browser.runtime.sendMessage(message));

/** Tells every open page of ours. Nobody listening is no fault. */
export function announce(announcement: Announcement): void {
  browser.runtime.sendMessage({ announcement }).catch(() => undefined);
}

/** Hears what the background tells. */
export function onAnnouncement(announcement: Announcement, listener: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if ((message as { announcement?: unknown }).announcement === announcement) listener();
    return undefined;
  });
}
