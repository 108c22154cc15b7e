import { expect, it, vi } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import { done, failed } from '../../src/article/result.ts';
import type { Send } from '../../src/messages/protocol.ts';
import { createTagsModel } from '../../src/ui/tags-model.ts';

const ID = 'abc' as ArticleId;

it('shows a change at once and asks for it, and takes back what was not kept', async () => {
  const sent: unknown[] = [];
  let answer: unknown = done([]);
  const model = createTagsModel(((name: string, about: unknown) => {
    if (name === 'tags/all') return Promise.resolve(done([{ tag: 'tides', count: 2 }]));
    sent.push(about);
    return Promise.resolve(answer);
  }) as Send);
  model.add('nobody shown yet');
  expect(sent).toEqual([]);
  model.show(ID, ['clocks']);
  model.add('tides');
  expect(model.tags.value).toEqual(['clocks', 'tides']);
  model.remove('clocks');
  expect(sent).toEqual([
    [{ ids: [ID], change: { is: 'tags', add: ['tides'], remove: [] } }],
    [{ ids: [ID], change: { is: 'tags', add: [], remove: ['clocks'] } }],
  ]);
  answer = failed('storage-full');
  model.add('lost');
  await vi.waitFor(() => expect(model.tags.value).toEqual(['tides']));
  model.askKnown();
  await vi.waitFor(() => expect(model.known.value).toEqual(['tides']));
});
