import { expect, it } from 'vitest';
import type { ArticleId, SavedArticle } from '../../../src/article/article.ts';
import { done } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { createPlaceModel } from '../../../src/screens/place/model.ts';
import { draftAt } from '../../store/drafts.ts';

const ARTICLE: SavedArticle = {
  ...draftAt('https://review.example/clock', { minutes: 10 }),
  id: 'abc' as ArticleId,
  savedAt: 1,
  textSavedAt: 1,
  place: 'unread',
  favourite: false,
  tags: [],
  progress: 0.4,
  block: 7,
};

it('begins where the person stopped, and anew what was read to the end', () => {
  const place = createPlaceModel((() => undefined) as unknown as Send);
  expect(place.startOf({ ...ARTICLE, offset: 30 })).toEqual({ block: 7, offset: 30 });
  expect(place.startOf({ ...ARTICLE, progress: 1 })).toBeNull();
  expect(place.startOf({ ...ARTICLE, block: 0 })).toBeNull();
});

it('keeps a new place once, and counts the minutes that are left', async () => {
  const sent: unknown[] = [];
  const place = createPlaceModel(((_name: string, about: unknown) => {
    sent.push(about);
    return Promise.resolve(done([]));
  }) as Send);
  await place.keep(ARTICLE, { part: 0.4, block: 7 });
  expect(sent).toEqual([]);
  expect(place.minutesLeft.value).toBe(6);
  const progress = { part: 0.5, block: 9 };
  await place.keep(ARTICLE, progress);
  await place.keep(ARTICLE, { ...progress, part: 0.501, offset: 20 });
  expect(sent).toEqual([[{ ids: ['abc'], change: { is: 'progress', progress } }]]);
  await place.keep(ARTICLE, { ...progress, offset: 400 });
  expect(sent).toHaveLength(2);
  await place.keep(ARTICLE, { part: 1, block: 20 });
  expect(place.minutesLeft.value).toBe(0);
});
