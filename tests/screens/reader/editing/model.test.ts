import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ArticleId } from '../../../../src/article/article.ts';
import type { ArticleEdit, EditableArticle } from '../../../../src/article/edit.ts';
import { done, failed } from '../../../../src/article/result.ts';
import type { Send } from '../../../../src/messages/protocol.ts';
import type { SafeHtml } from '../../../../src/sanitize/safe-html.ts';
import type { EditedText } from '../../../../src/screens/reader/editing/blocks.ts';
import { createEditModel, type EditModel } from '../../../../src/screens/reader/editing/model.ts';

const ID = 'abc' as ArticleId;
const ORIGINAL = {
  ...{ title: 'The Tide Clock', byline: 'Ines Holloway', publishedTime: '2024-03-06' },
  ...{ html: 'a b c', textSavedAt: 7 },
};
/** A text whose blocks are words. */
const words: EditedText = {
  without: (removed) =>
    ORIGINAL.html
      .split(' ')
      .filter((_word, at) => !removed.includes(at))
      .join(' '),
  missingFrom: (other) => (other as unknown as { missing: number[] | null }).missing,
};
const parseAs = (missing: number[] | null) => () =>
  Promise.resolve({ missing } as unknown as Element);

let sent: (ArticleEdit | null)[];
let answer: unknown;
let stored: EditableArticle['edit'];
let model: EditModel;
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(600);
const open = async (missing: number[] | null = []): Promise<void> => {
  await model.load(ID);
  await model.textShown(words, parseAs(missing));
};
const removed = (): readonly number[] => model.copy.value!.removed;

beforeEach(() => {
  vi.useFakeTimers();
  [sent, answer, stored] = [[], done(true), {}];
  const send = (name: string, about: unknown): Promise<unknown> => {
    if (name === 'article/editable')
      return Promise.resolve(done({ original: ORIGINAL, edit: stored }));
    sent.push((about as { edit: ArticleEdit | null }).edit);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  model = createEditModel({ send: send as Send, clean: (html) => html as SafeHtml });
});
afterEach(() => vi.useRealTimers());

it('keeps what is taken out, and takes that back', async () => {
  await open();
  model.remove(1);
  await settle();
  model.remove(0);
  await settle();
  expect(sent.map((edit) => edit?.html)).toEqual(['a c', 'c']);
  model.undo();
  expect(removed()).toEqual([1]);
  model.putBack(1);
  await settle();
  expect(sent.at(-1)).toBeNull();
  expect(model.isOriginal.value).toBe(true);
  model.undo();
  expect(removed()).toEqual([1]);
});

it('asks once for changes that follow each other, and undoes typing in one', async () => {
  await open();
  for (const title of ['P', 'Pe', 'Pendulum']) model.correct('title', title);
  model.remove(2);
  await settle();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ title: 'Pendulum', html: 'a b' });
  model.undo();
  model.undo();
  expect(model.copy.value!.title).toBe('The Tide Clock');
  expect(model.canUndo.value).toBe(false);
});

it('goes back to the original and from there to what was', async () => {
  stored = { html: 'a c', title: 'Pendulum' };
  await open([1]);
  expect(removed()).toEqual([1]);
  await settle();
  expect(sent).toEqual([]);
  model.backToOriginal();
  await settle();
  expect(sent).toEqual([null]);
  model.undo();
  await settle();
  expect(sent[1]).toMatchObject({ html: 'a c', title: 'Pendulum' });
});

it('loses nothing of a copy whose text is not the original with parts taken out', async () => {
  stored = { html: 'x y' };
  await open(null);
  expect(model.copy.value!.base).toBe('x y');
  await model.textShown({ ...words, without: () => 'x' }, parseAs([]));
  model.correct('byline', '');
  await settle();
  expect(sent[0]).toMatchObject({ html: 'x y', byline: '' });
  model.remove(1);
  await settle();
  expect(sent[1]).toMatchObject({ html: 'x' });
});

it('says what went wrong, keeps the change, and tries again', async () => {
  await open();
  answer = failed('storage-full');
  model.remove(1);
  await settle();
  expect(model.trouble.value).toBe('storage-full');
  expect(removed()).toEqual([1]);
  answer = new Error('gone');
  expect(await model.keep()).toBe(false);
  expect(model.trouble.value).toBe('no-answer');
  answer = done(true);
  expect(await model.keep()).toBe(true);
  expect(model.trouble.value).toBeNull();
  expect(sent.at(-1)).toMatchObject({ html: 'a c' });
});

it('says so when the article got another text meanwhile', async () => {
  await open();
  answer = done(false);
  model.correct('title', 'Pendulum');
  expect(await model.keep()).toBe(false);
  expect(model.trouble.value).toBe('changed-elsewhere');
});

it('can undo after a look at the article, but not what another page changed since', async () => {
  await open();
  model.remove(1);
  await settle();
  stored = { html: 'a c' };
  await open([1]);
  expect([removed(), model.canUndo.value]).toEqual([[1], true]);
  stored = { html: 'a' };
  await open([1, 2]);
  expect([removed(), model.canUndo.value]).toEqual([[1, 2], false]);
});
