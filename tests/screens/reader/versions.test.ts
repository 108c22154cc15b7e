import { describe, expect, it } from 'vitest';
import type { ArticleId, SavedArticle } from '../../../src/article/article.ts';
import { haveSameText, putBackAsIn } from '../../../src/article/same-text.ts';
import { done } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { differenceOf } from '../../../src/screens/reader/difference.ts';
import { createVersionsModel } from '../../../src/screens/reader/versions.ts';
import { draftAt } from '../../store/drafts.ts';

const ARTICLE: SavedArticle = {
  ...draftAt('https://review.example/clock', { text: 'Two hands.' }),
  id: 'abc' as ArticleId,
  savedAt: 1,
  textSavedAt: 5,
  place: 'unread',
  favourite: false,
  tags: [],
  progress: 0,
  block: 0,
};

describe('the difference of two texts', () => {
  it('folds what is the same and marks words', () => {
    const before = ['The Tide Clock', 'It has one hand and no glass.', 'The end.'];
    const after = ['The Tide Clock', 'It has two hands and no glass.', 'More.', 'The end.'];
    const [same, changed, rest] = differenceOf(before, after, 'en');
    expect(same).toEqual({ is: 'same', blocks: ['The Tide Clock'] });
    expect(rest).toEqual({ is: 'same', blocks: ['The end.'] });
    if (changed?.is !== 'changed') throw new Error('no change');
    const said = changed.blocks.map((pieces) =>
      pieces.map(({ text, is }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[is]),
    );
    expect(said[0]!.join('')).toBe('It has -one-+two+ -hand-+hands+ and no glass.');
    expect(said[1]).toEqual(['+More.+']);
  });

  it('keeps paragraphs apart that have little in common', () => {
    const [stretch] = differenceOf(['Herons wait.'], ['Ships come and go.'], 'en');
    expect(stretch?.is === 'changed' && stretch.blocks.map(([piece]) => piece?.is)).toEqual([
      'removed',
      'added',
    ]);
  });
});

describe('the same text', () => {
  it('is told from another whatever the form', () => {
    expect(haveSameText('<p>One  hand.</p>', '<div><b>One</b> hand</div>')).toBe(true);
    expect(haveSameText('<p>One hand.</p>', '<p>One hands.</p>')).toBe(false);
  });

  it('has what the person put back', () => {
    const block = (html: string) => ({ reason: 'share', text: '', html, place: 0 });
    const draft = { leftOut: [block('<p>A note.</p>'), block('<p>Share</p>')] };
    expect(putBackAsIn(draft, '<p>A note.</p><p>Text</p>').leftOut).toMatchObject([
      { putBack: true },
      { place: 0 },
    ]);
  });
});

describe('the versions of an article', () => {
  const world = (answers: Record<string, unknown>) => {
    const sent: [string, unknown][] = [];
    const versions = createVersionsModel({
      send: ((name: string, about: unknown) => {
        sent.push([name, about]);
        return Promise.resolve(answers[name]);
      }) as Send,
      clean: () => Promise.resolve(draftAt(ARTICLE.url, { text: 'Three hands.' })),
      differenceOf: (before, after, lang) => Promise.resolve(differenceOf(before, after, lang)),
    });
    return { versions, sent };
  };
  const version = {
    savedAt: 1,
    replacedAt: 5,
    title: 'The Tide Clock',
    words: 2,
    html: '<p>One hand.</p>',
  };

  it('are compared, brought back, and that is undone', async () => {
    const { versions, sent } = world({
      'article/versions': done([version]),
      'article/bring-back': done(5),
    });
    await versions.load(ARTICLE);
    expect(versions.list.value).toEqual([version]);
    await versions.compare(ARTICLE, version);
    expect(versions.comparing.value).toMatchObject({ before: 1, after: 5 });
    await versions.bringBack(ARTICLE, 1);
    expect([versions.said.value, versions.canUndo.value]).toEqual(['brought-back', true]);
    expect(versions.comparing.value).toBeNull();
    await versions.undo(ARTICLE);
    expect(sent.at(-1)).toEqual(['article/bring-back', { id: 'abc', savedAt: 5 }]);
    expect(versions.said.value).toBeNull();
  });

  it('are compared with what the page says now, which can be kept', async () => {
    const { versions, sent } = world({
      'draft/get': draftAt(ARTICLE.url),
      'article/save': done({ id: 'abc', already: true }),
      'article/versions': done([{ ...version, savedAt: 5 }]),
    });
    await versions.compareNew(ARTICLE, 'key-1');
    expect(versions.comparing.value).toMatchObject({ before: 5, after: null });
    await versions.keepNew();
    expect(sent[1]).toMatchObject(['article/save', { replace: true }]);
    expect([versions.said.value, versions.canUndo.value]).toEqual(['kept', true]);
  });

  it('say so when the new one is no longer at hand', async () => {
    const { versions } = world({ 'draft/get': null });
    await versions.compareNew(ARTICLE, 'key-1');
    expect(versions.said.value).toBe('new-gone');
  });
});
