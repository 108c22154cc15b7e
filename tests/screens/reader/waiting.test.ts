import { expect, it } from 'vitest';
import { type AddJob, withWishes } from '../../../src/article/adding.ts';
import type { ArticleId, SavedArticle } from '../../../src/article/article.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { createWaitingModel } from '../../../src/screens/reader/waiting.ts';
import { draftAt } from '../../store/drafts.ts';

const ARTICLE: SavedArticle = {
  ...draftAt('https://review.example/clock'),
  id: 'abc' as ArticleId,
  savedAt: 1,
  textSavedAt: 1,
  place: 'unread',
  favourite: false,
  tags: [],
  progress: 0,
  block: 0,
  waiting: true,
};

function waitingFor(allowed: boolean) {
  const gone: string[] = [];
  let tell = (_job: AddJob): void => undefined;
  const waiting = createWaitingModel({
    send: (() => Promise.resolve(true)) as unknown as Send,
    job: { onChange: (listener) => (tell = listener) },
    allow: () => Promise.resolve(allowed),
    showSaved: (id) => gone.push(id),
  });
  const become = (is: AddJob['items'][number]['is'], id: string): void => {
    const { items } = withWishes({ items: [] }, [ARTICLE], true);
    tell({ items: items.map((item) => ({ ...item, is, id: id as ArticleId })) });
  };
  return { waiting, gone, become };
}

it('reads the page that an article waits for, and goes to what it turned out to be', async () => {
  const { waiting, gone, become } = waitingFor(true);
  become('saved', 'xyz');
  expect(gone).toEqual([]);
  await waiting.read(ARTICLE);
  become('reading', 'abc');
  expect(waiting.state.value).toBe('reading');
  become('saved', 'xyz');
  expect(gone).toEqual(['xyz']);
});

it('says that it was not allowed', async () => {
  const { waiting } = waitingFor(false);
  await waiting.read(ARTICLE);
  expect(waiting.state.value).toBe('refused');
});
