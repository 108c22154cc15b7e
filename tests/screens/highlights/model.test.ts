import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../src/article/article.ts';
import type { Highlight, HighlightDeed } from '../../../src/article/highlight.ts';
import { done, failed } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { createHighlightsModel } from '../../../src/screens/highlights/model.ts';

const TEXT = 'A clock with one hand is never wrong for long. The keeper winds it on Sunday.';
const ID = 'a' as ArticleId;

/** A background of a few lines. */
function world({ saved = true, fails = false } = {}) {
  const kept = new Map<string, Highlight>();
  const deeds: HighlightDeed[] = [];
  let article: ArticleId | null = saved ? ID : null;
  const first: string[] = [];
  const send = (async (name: string, about: unknown) => {
    await Promise.resolve();
    if (name === 'highlights/of') return done([...kept.values()]);
    if (fails) return failed('storage-full');
    for (const deed of about as HighlightDeed[]) {
      deeds.push(deed);
      const { change } = deed;
      if (change.is === 'added') {
        const { is: _is, ...said } = change;
        kept.set(deed.id, { ...said, ...deed, createdAt: 1, changedAt: 1 });
      }
    }
    return done(true);
  }) as unknown as Send;
  let nth = 0;
  const model = createHighlightsModel({
    send,
    article: () => article,
    save: async () => (article = ID),
    onFirst: (_article, id) => first.push(id),
    onChange: () => undefined,
    randomId: () => `id${(nth += 1)}`,
  });
  model.read(TEXT);
  return { model, deeds, first, kept };
}
const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const later = () => new Promise((resolve) => setTimeout(resolve));

describe('the highlights of an article', () => {
  it('stand before the person at once, in the order of the text', async () => {
    const { model, deeds } = world();
    await model.add(at('The keeper'), 'blue');
    await model.add(at('one hand'), 'green');
    expect(model.all.value.map(({ quote }) => quote.exact)).toEqual(['one hand', 'The keeper']);
    await later();
    expect(deeds.map(({ change }) => change.is)).toEqual(['added', 'added']);
  });

  it('are taken back when they could not be kept, with the reason', async () => {
    const { model } = world({ fails: true });
    await model.add(at('one hand'), 'green');
    await later();
    expect(model.all.value).toEqual([]);
    expect(model.trouble.value).toBe('storage-full');
  });

  it('save an unsaved article in the same step, and say so', async () => {
    const { model, first } = world({ saved: false });
    const id = await model.add(at('one hand'), 'green');
    expect(first).toEqual([id]);
    expect(model.all.value).toHaveLength(1);
  });

  it('are lost where their words are gone, and found again with them', async () => {
    const { model } = world();
    await model.add(at('one hand'), 'green');
    model.read('Another text altogether, about the weather in the north.');
    expect(model.all.value[0]!.place).toBe(null);
    model.read(`News. ${TEXT}`);
    expect(model.all.value[0]!.place).toEqual({ start: 19, end: 27, score: 1 });
  });

  it('change, are removed and come back', async () => {
    const { model, deeds } = world();
    const id = (await model.add(at('one hand'), 'green'))!;
    model.recolour(id, 'pink');
    model.annotate(id, ' Why? ');
    model.annotate(id, 'Why?');
    expect(model.all.value).toMatchObject([{ colour: 'pink', note: 'Why?' }]);
    model.remove(id);
    expect(model.all.value).toEqual([]);
    model.undo();
    expect(model.all.value).toMatchObject([{ colour: 'pink', note: 'Why?' }]);
    await later();
    expect(deeds.map(({ change }) => change.is)).toEqual([
      'added',
      'colour',
      'note',
      'removed',
      'removed',
    ]);
  });
});
