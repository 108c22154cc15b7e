import { describe, expect, it, vi } from 'vitest';
import type { ArticleId, SavedArticle } from '../../../src/article/article.ts';
import { done, failed } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import type { Deed } from '../../../src/article/library-change.ts';
import { createReaderModel, type ReaderModel } from '../../../src/screens/reader/model.ts';
import { NO_PAGES } from '../../../src/screens/rest/model.ts';
import { draftAt } from '../../store/drafts.ts';

const ID = 'abc' as ArticleId;
const ARTICLE: SavedArticle = {
  ...draftAt('https://review.example/clock'),
  id: ID,
  savedAt: 1,
  textSavedAt: 1,
  place: 'unread',
  favourite: false,
  tags: [],
  progress: 0,
  block: 0,
};

const NO_GRANTS = {
  askForSites: () => Promise.resolve(false),
  askForAll: () => Promise.resolve(false),
};

/** A background that holds one article, and answers changes as it is told. */
function reading(answers: Record<string, unknown> = {}): {
  reader: ReaderModel;
  announce: () => void;
} {
  let there = true;
  let announce = (): void => undefined;
  const send = (name: string, about?: unknown): Promise<unknown> => {
    if (name in answers) return Promise.resolve(answers[name]);
    if (name === 'library/do') {
      const { change } = (about as Deed[])[0]!;
      if (change.is === 'removed') there = !change.removed;
    }
    return Promise.resolve(done(name === 'article/get' && there ? ARTICLE : null));
  };
  const reader = createReaderModel(
    { id: ID },
    {
      send: send as Send,
      pages: NO_PAGES,
      clean: () => Promise.resolve(draftAt(ARTICLE.url)),
      showSaved: () => undefined,
      onLibraryChange: (listener) => (announce = listener),
      onPicturesChange: () => undefined,
      grants: NO_GRANTS,
    },
  );
  return { reader, announce: () => announce() };
}

describe('the reader', () => {
  it('says so when the article is not there, and when the library does not answer', async () => {
    const missing = reading({ 'article/get': done(null) }).reader;
    await vi.waitFor(() => expect(missing.shown.value).toEqual({ is: 'missing' }));
    const broken = reading({ 'article/get': failed('storage-broken') }).reader;
    await vi.waitFor(() =>
      expect(broken.shown.value).toEqual({ is: 'failed', reason: 'storage-broken' }),
    );
  });

  it('takes a change back that was not kept', async () => {
    const { reader } = reading({ 'library/do': failed('storage-full') });
    await vi.waitFor(() => expect(reader.shown.value.is).toBe('saved'));
    await reader.toggleArchive();
    expect(reader.shown.value).toEqual({ is: 'saved', article: ARTICLE });
    expect(reader.trouble.value).toBe('storage-full');
  });

  it('keeps the way back after removing, whatever answer was still on its way', async () => {
    const { reader, announce } = reading();
    await vi.waitFor(() => expect(reader.shown.value.is).toBe('saved'));
    announce();
    const removing = reader.remove();
    announce();
    await removing;
    await Promise.resolve();
    expect(reader.shown.value.is).toBe('removed');
    await reader.undoRemove();
    expect(reader.shown.value.is).toBe('saved');
  });

  it('saves what was picked by hand in the place of what was saved before', async () => {
    const replacing: unknown[] = [];
    const send = (name: string, about?: unknown): Promise<unknown> => {
      if (name === 'draft/get')
        return Promise.resolve({ ...draftAt('https://review.example/clock'), part: 'picked' });
      replacing.push((about as { replace: boolean }).replace);
      return Promise.resolve(done({ id: ID, already: true }));
    };
    const reader = createReaderModel(
      { draftKey: 'key-1' },
      {
        send: send as Send,
        clean: () => Promise.resolve(draftAt(ARTICLE.url)),
        pages: NO_PAGES,
        showSaved: () => undefined,
        onLibraryChange: () => undefined,
        onPicturesChange: () => undefined,
        grants: NO_GRANTS,
      },
    );
    await vi.waitFor(() => expect(reader.shown.value.is).toBe('draft'));
    await reader.save();
    expect(replacing).toEqual([true]);
  });
});
