import { expect, it, vi } from 'vitest';
import { NO_ROOM, type PictureRoom } from '../../../src/article/album.ts';
import type { ArticleId } from '../../../src/article/article.ts';
import { done, failed } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { createGrantsModel } from '../../../src/screens/options/grants-model.ts';
import {
  createStorageModel,
  type StorageModel,
} from '../../../src/screens/options/storage-model.ts';

const NEXT = 'b' as ArticleId;
const PICTURES: PictureRoom = { articles: 1, pictures: 3, bytes: 3000 };

/** A library of two parts that are alike. */
function storing(answers: Record<string, unknown> = {}, persists = false): StorageModel {
  const send = (name: string, after: unknown): Promise<unknown> => {
    if (name in answers) return Promise.resolve(answers[name]);
    const part =
      name === 'storage/measure'
        ? { ...NO_ROOM, articles: 250, text: 1000, pictures: PICTURES }
        : PICTURES;
    return Promise.resolve(done({ part, next: after === null ? NEXT : null }));
  };
  return createStorageModel({
    send: send as Send,
    used: () => Promise.resolve(9000),
    promise: { is: () => Promise.resolve(false), ask: () => Promise.resolve(persists) },
    onChange: () => undefined,
    readerAddress: String,
  });
}

it('adds the parts of a library up, and what the browser holds beside them', async () => {
  const { measuring } = storing();
  await vi.waitFor(() => expect(measuring.value.is).toBe('measured'));
  expect(measuring.value).toMatchObject({
    room: { articles: 500, text: 2000, pictures: { pictures: 6, bytes: 6000 } },
    rest: 1000,
  });
});

it('says so when the library cannot be measured', async () => {
  const { measuring } = storing({ 'storage/measure': failed('storage-broken') });
  await vi.waitFor(() => expect(measuring.value).toEqual({ is: 'failed' }));
});

it('removes the pictures of archived articles only after asking, to the end of the library', async () => {
  const model = storing();
  model.askToClear();
  expect(model.clearing.value).toEqual({ is: 'asked' });
  model.cancel();
  expect(model.clearing.value).toEqual({ is: 'not' });
  await model.clear();
  expect(model.clearing.value).toEqual({
    is: 'cleared',
    gone: { articles: 2, pictures: 6, bytes: 6000 },
  });
});

it('knows whether the browser promises to keep it, and what it answers when asked', async () => {
  const refusing = storing();
  await vi.waitFor(() => expect(refusing.promised.value).toBe('no'));
  await refusing.askForPromise();
  expect(refusing.promised.value).toBe('refused');
  const promising = storing({}, true);
  await promising.askForPromise();
  expect(promising.promised.value).toBe('yes');
});

it('names the sites of the grants, and takes them back', async () => {
  let origins = ['*://cdn.example/*', 'https://*.press.example/*'];
  const model = createGrantsModel({
    all: () => Promise.resolve(origins),
    askForAll: () => Promise.resolve(true),
    takeBack: (origin) => {
      origins = origins.filter((one) => one !== origin);
      return Promise.resolve(true);
    },
    onChange: () => undefined,
  });
  const hosts = (): (string | null)[] => model.grants.value.map(({ host }) => host);
  await vi.waitFor(() => expect(hosts()).toEqual(['cdn.example', 'press.example']));
  expect(model.isForAll.value).toBe(false);
  model.takeBack('*://cdn.example/*');
  await vi.waitFor(() => expect(hosts()).toEqual(['press.example']));
  origins = ['*://*/*'];
  model.askForAll();
  await vi.waitFor(() => expect(model.isForAll.value).toBe(true));
});
