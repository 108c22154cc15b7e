import type { ArticleId } from '../../article/article.ts';
import type { Send } from '../../messages/protocol.ts';
import { follow } from './follow.ts';
import { createPlaceModel } from './model.ts';
import { readingView } from './view.ts';

/** Has the popup begin where a saved article was left, and keeps from then on where it is read. */
export async function followInPopup(send: Send, id: ArticleId, signal: AbortSignal): Promise<void> {
  const found = await send('article/get', id);
  const box = document.querySelector('main');
  const text = box?.querySelector('.article-text');
  if (signal.aborted || !found.ok || !found.value || found.value.waiting || !box || !text) return;
  const place = createPlaceModel(send);
  // Who scrolled already is where they want to be.
  const begin = box.scrollTop === 0 ? place.startOf(found.value) : null;
  const { minutes } = found.value;
  follow({ minutes, saved: found.value }, place, readingView(text, null), begin, signal);
}
