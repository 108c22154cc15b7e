import { expect, it, vi } from 'vitest';
import type { AlbumState } from '../../../src/article/album.ts';
import type { ArticleId } from '../../../src/article/article.ts';
import { done } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { createPicturesModel } from '../../../src/screens/reader/pictures-model.ts';

const A = 'https://a.example/1.png';
const B = 'https://b.example/2.png';

function looking(missing: AlbumState['missing'], allowed = true) {
  const asked: string[] = [];
  let told = (): void => undefined;
  let album: AlbumState = { kept: 1, waiting: 0, missing };
  const model = createPicturesModel('abc' as ArticleId, {
    send: ((name: string) => {
      if (name === 'pictures/state') return Promise.resolve(done(album));
      asked.push(name);
      album = { kept: 1, waiting: missing.length, missing: [] };
      return Promise.resolve(done(true));
    }) as Send,
    onLibraryChange: () => undefined,
    onPicturesChange: (listener) => (told = listener),
    grants: {
      askForSites: (addresses) => {
        asked.push(...addresses);
        return Promise.resolve(allowed);
      },
      askForAll: () => {
        asked.push('all');
        return Promise.resolve(allowed);
      },
    },
  });
  return { model, asked, announce: () => told(), set: (state: AlbumState) => (album = state) };
}

it('asks for the sites of pictures that want a grant, then fetches what is missing', async () => {
  const { model, asked } = looking([
    { src: A, reason: 'no-answer' },
    { src: B, reason: 'no-grant' },
  ]);
  await vi.waitFor(() => expect(model.missing.value).toEqual(new Set([A, B])));
  await model.tryAgain();
  expect(asked).toEqual([B, 'pictures/retry']);
  expect(model.album.value).toEqual({ kept: 1, waiting: 2, missing: [] });
});

it('asks for no grant where that is not what is wanting, and fetches nothing when it is refused', async () => {
  const slow = looking([{ src: A, reason: 'no-answer' }]);
  await vi.waitFor(() => expect(slow.model.album.value).not.toBeNull());
  await slow.model.tryAgain();
  expect(slow.asked).toEqual(['pictures/retry']);
  const refused = looking([{ src: A, reason: 'no-grant' }], false);
  await refused.model.keepOfAllSites();
  expect(refused.asked).toEqual(['all']);
});

it('follows what the background tells of its progress', async () => {
  const { model, announce, set } = looking([]);
  await vi.waitFor(() => expect(model.album.value?.kept).toBe(1));
  set({ kept: 2, waiting: 0, missing: [] });
  announce();
  await vi.waitFor(() => expect(model.album.value?.kept).toBe(2));
});
