import type { Deed } from '../../../src/article/library-change.ts';
import { describe, expect, it, vi } from 'vitest';
import type { ArticleDraft, ArticleId } from '../../../src/article/article.ts';
import type { ReadFailure } from '../../../src/article/read-failure.ts';
import { done, failed } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import {
  createPopupModel,
  type PopupWorld,
  type Reading,
} from '../../../src/screens/popup/model.ts';
import { NO_PAGES } from '../../../src/screens/rest/model.ts';
import { draftAt } from '../../store/drafts.ts';

const DRAFT: ArticleDraft = draftAt('https://review.example/clock');
const ID = 'abc' as ArticleId;

/** A background with one shelf, and a tab that gives what it is told to. */
function world(readings: Reading[], answers: Record<string, unknown> = {}) {
  const saved = new Set<string>();
  const opened: string[] = [];
  const refusal: { reason: ReadFailure | null } = { reason: null };
  const replacing: unknown[] = [];
  const send = (name: string, about?: unknown): Promise<unknown> => {
    if (name in answers) return Promise.resolve(answers[name]);
    if (name === 'article/save') {
      saved.add(ID);
      replacing.push((about as { replace: boolean }).replace);
    }
    if (name === 'library/do') {
      const { change } = (about as Deed[])[0]!;
      if (change.is === 'removed' && change.removed) saved.clear();
    }
    if (name === 'library/counts') return Promise.resolve(done({ all: saved.size }));
    if (name === 'article/saved-as')
      return Promise.resolve(done(saved.size > 0 ? { id: ID, tags: [] } : null));
    if (name === 'article/get') return Promise.resolve(done(null));
    if (name === 'draft/keep') return Promise.resolve('key-1');
    return Promise.resolve(done(name === 'article/save' ? { id: ID, already: false } : about));
  };
  const next = (): Promise<Reading> =>
    Promise.resolve(readings.length > 1 ? readings.shift()! : readings[0]!);
  const popupWorld: PopupWorld = {
    tab: Promise.resolve({ id: 1, title: 'The Tide Clock – Review', isPrivate: false }),
    reading: next(),
    readAgain: next,
    clean: () => Promise.resolve(draftAt(DRAFT.url)),
    send: send as Send,
    pickOnPage: () => Promise.resolve(refusal.reason),
    pages: NO_PAGES,
    painted: () => Promise.resolve(),
    openPage: (page, query) => opened.push(`${page} ${new URLSearchParams(query).toString()}`),
    onLibraryChange: () => undefined,
  };
  return { popup: createPopupModel(popupWorld), opened, saved, replacing, refusal };
}

describe('the popup', () => {
  it('shows the title of the tab first, then the article', async () => {
    const { popup } = world([done(DRAFT)]);
    expect(popup.reading.value).toBeNull();
    await vi.waitFor(() => expect(popup.reading.value).toEqual(done(DRAFT)));
    expect(popup.tab.value?.title).toBe('The Tide Clock – Review');
  });

  it('saves, counts, and takes it back', async () => {
    const { popup } = world([done(DRAFT)]);
    await vi.waitFor(() => expect(popup.saving.value).toEqual({ is: 'unsaved' }));
    await popup.save();
    expect(popup.saving.value).toMatchObject({ is: 'saved', id: ID, before: false });
    expect(popup.savedCount.value).toBe(1);
    await popup.undo();
    expect(popup.saving.value).toEqual({ is: 'unsaved' });
    expect(popup.savedCount.value).toBe(0);
  });

  it('removes what was saved before, and brings it back', async () => {
    const { popup } = world([done(DRAFT)], {
      'article/saved-as': done({ id: ID, tags: ['clocks'] }),
    });
    await vi.waitFor(() =>
      expect(popup.saving.value).toEqual({ is: 'saved', id: ID, before: true }),
    );
    await popup.undo();
    expect(popup.saving.value).toEqual({ is: 'removed', id: ID });
    await popup.undo();
    expect(popup.saving.value).toEqual({ is: 'saved', id: ID, before: true });
  });

  it('leaves a saved selection for the whole page, which then takes its place', async () => {
    const part: ArticleDraft = { ...DRAFT, part: 'selection' };
    const { popup, replacing } = world([done(part), done(DRAFT)]);
    await vi.waitFor(() => expect(popup.saving.value).toEqual({ is: 'unsaved' }));
    await popup.save();
    await popup.readWholePage();
    expect(popup.reading.value).toEqual(done(DRAFT));
    expect(popup.saving.value).toEqual({ is: 'unsaved' });
    await popup.save();
    expect(replacing).toEqual([false, true]);
  });

  it('puts back what was left out, and saves it in the place of what was saved without', async () => {
    const share = { reason: 'share buttons', text: 'Share', html: '<p>Share</p>', place: 0 };
    const { popup, replacing } = world([done({ ...DRAFT, leftOut: [share] })]);
    await vi.waitFor(() => expect(popup.saving.value).toEqual({ is: 'unsaved' }));
    await popup.save();
    popup.togglePutBack(0);
    expect(popup.reading.value).toMatchObject({ value: { leftOut: [{ putBack: true }] } });
    expect(popup.saving.value).toEqual({ is: 'unsaved' });
    await popup.save();
    expect(replacing).toEqual([false, true]);
    popup.togglePutBack(0);
    expect(popup.reading.value).toMatchObject({ value: { leftOut: [{ putBack: false }] } });
  });

  it('says why there is nothing to pick from, and else leaves the article as it is', async () => {
    const { popup, refusal } = world([done(DRAFT)]);
    await vi.waitFor(() => expect(popup.reading.value).toEqual(done(DRAFT)));
    await popup.pick();
    expect(popup.reading.value).toEqual(done(DRAFT));
    refusal.reason = 'asleep';
    await popup.pick();
    expect(popup.reading.value).toEqual(failed('asleep'));
  });

  it('never says saved when the disk is full', async () => {
    const { popup } = world([done(DRAFT)], { 'article/save': failed('storage-full') });
    await vi.waitFor(() => expect(popup.saving.value).toEqual({ is: 'unsaved' }));
    await popup.save();
    expect(popup.saving.value).toEqual({ is: 'failed', reason: 'storage-full' });
  });

  it('looks again by itself while the page loads', async () => {
    const { popup } = world([failed('still-loading'), failed('still-loading'), done(DRAFT)]);
    await vi.waitFor(() => expect(popup.reading.value).toEqual(failed('still-loading')));
    await vi.waitFor(() => expect(popup.reading.value).toEqual(done(DRAFT)), { timeout: 3000 });
  });

  it('says that a saved page has changed, shows how, and keeps the new one in its place', async () => {
    const old = { html: '<p>A clock with two hands.</p>', textSavedAt: 7 };
    const { popup, opened, replacing } = world([done(DRAFT)], {
      'article/saved-as': done({ id: ID, tags: ['clocks'] }),
      'article/get': done(old),
    });
    await vi.waitFor(() => expect(popup.changed.value).toMatchObject({ savedAt: 7 }));
    await popup.openChanges();
    expect(opened).toEqual(['reader id=abc&with=key-1&tab=1']);
    await popup.keepNew();
    expect(replacing).toEqual([true]);
    expect(popup.changed.value).toBeNull();
    expect(popup.saving.value).toMatchObject({ is: 'saved', replaced: true });
  });

  it('says nothing where a saved page says the same, or is only a part of it', async () => {
    const same = done({ html: DRAFT.html.replace('A clock', '<b>A clock</b>'), textSavedAt: 7 });
    const answers = { 'article/saved-as': done({ id: ID, tags: ['clocks'] }) };
    for (const [draft, saved] of [
      [DRAFT, same],
      [{ ...DRAFT, part: 'selection' as const }, done({ html: '<p>All</p>', textSavedAt: 7 })],
      [DRAFT, done({ html: '<p>Four pages</p>', textSavedAt: 7, pages: 4 })],
    ] as const) {
      const { popup } = world([done(draft)], { ...answers, 'article/get': saved });
      await vi.waitFor(() => expect(popup.saving.value.is).toBe('saved'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(popup.changed.value).toBeNull();
    }
  });

  it('opens an unsaved article from memory and a saved one from the library', async () => {
    const { popup, opened } = world([done(DRAFT)]);
    await vi.waitFor(() => expect(popup.saving.value).toEqual({ is: 'unsaved' }));
    await popup.openReader();
    await popup.save();
    await popup.openReader();
    expect(opened).toEqual(['draft key=key-1&tab=1', 'reader id=abc']);
  });
});
