import { expect, it } from 'vitest';
import type { AddJob } from '../../../src/article/adding.ts';
import type { ArticleId } from '../../../src/article/article.ts';
import { done } from '../../../src/article/result.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { addressWords, createLinksModel } from '../../../src/screens/reader/links/model.ts';

const URL = 'https://review.example/clock';

function links({ saved = '', allowed = true } = {}) {
  const sent: string[] = [];
  const opened: string[] = [];
  let tell: (job: AddJob) => void = () => undefined;
  const model = createLinksModel({
    send: ((name: string) => {
      sent.push(name);
      return Promise.resolve(
        name === 'article/saved-as' ? done(saved ? { id: saved } : null) : true,
      );
    }) as unknown as Send,
    job: { onChange: (listener) => (tell = listener) },
    allow: () => Promise.resolve(allowed),
    readerAddress: (id) => `reader?id=${id}`,
    openReader: (id) => opened.push(id),
  });
  return { model, sent, opened, tell: (job: AddJob) => tell(job) };
}

it('leads to what is saved already, and asks for no grant', async () => {
  const { model, sent, opened } = links({ saved: 'abc' });
  await model.look(URL);
  expect(model.ahead.value).toEqual({ url: URL, saved: 'reader?id=abc', state: 'idle' });
  await model.read();
  expect(opened).toEqual(['abc']);
  expect(sent).toEqual(['article/saved-as']);
});

it('reads the page behind a link where it is allowed, and goes there', async () => {
  const { model, sent, opened, tell } = links();
  await model.look(URL);
  await model.read();
  expect(sent).toContain('add/start');
  expect(model.ahead.value?.state).toBe('queued');
  const item = { url: URL, title: '', read: true };
  tell({ items: [{ ...item, is: 'reading' }] });
  expect(opened).toEqual([]);
  tell({ items: [{ ...item, is: 'saved', id: 'new' as ArticleId }] });
  tell({ items: [{ ...item, is: 'saved', id: 'new' as ArticleId }] });
  expect(opened).toEqual(['new']);
});

it('says when it was refused, and starts nothing', async () => {
  const { model, sent } = links({ allowed: false });
  await model.look(URL);
  await model.read();
  expect(model.ahead.value?.state).toBe('refused');
  expect(sent).not.toContain('add/start');
});

it('names the site apart, and hides no address behind marks of direction', () => {
  expect(addressWords('https://review.example/')).toEqual({ site: 'review.example', rest: '' });
  expect(addressWords('https://review.example/%C3%BC?a=1').rest).toBe('/ü?a=1');
  expect(addressWords('https://review.example/%E2%80%AEgpj.exe').rest).toBe('/%E2%80%AEgpj.exe');
  expect(addressWords('mailto:ines@review.example').site).toBe('ines@review.example');
});
