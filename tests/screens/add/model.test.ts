import { describe, expect, it } from 'vitest';
import { type AddJob, withWishes } from '../../../src/article/adding.ts';
import type { Send } from '../../../src/messages/protocol.ts';
import { createAddModel } from '../../../src/screens/add/model.ts';

function world(allowed: boolean) {
  const sent: unknown[] = [];
  const asked: unknown[] = [];
  let tell = (_job: AddJob): void => undefined;
  const add = createAddModel({
    send: ((name: string, about: unknown) => {
      sent.push([name, about]);
      return Promise.resolve(true);
    }) as Send,
    job: {
      load: () => Promise.resolve({ items: [] }),
      onChange: (listener) => (tell = listener),
    },
    allow: (urls) => {
      asked.push(urls);
      return Promise.resolve(allowed);
    },
    tabs: () => Promise.resolve([{ url: 'https://a.example/', title: 'A', tabId: 3 }]),
  });
  return { add, sent, asked, tell: (job: AddJob) => tell(job) };
}
const WISHES = [{ url: 'https://a.example/1', title: '' }];

describe('the page for adding', () => {
  it('asks for the sites of the list, and then reads them', async () => {
    const { add, sent, asked } = world(true);
    add.text.value = 'https://a.example/1';
    await add.read();
    expect(asked).toEqual([['https://a.example/1']]);
    expect(sent).toEqual([['add/start', { wishes: WISHES, read: true }]]);
    expect(add.text.value).toBe('');
  });

  it('reads nothing without being allowed to, and keeps the addresses when asked', async () => {
    const { add, sent } = world(false);
    add.text.value = 'https://a.example/1';
    await add.read();
    expect(add.trouble.value).toBe('refused');
    expect(sent).toEqual([]);
    await add.keep();
    expect(sent).toEqual([['add/start', { wishes: WISHES, read: false }]]);
    await add.saveTabs();
    expect(add.trouble.value).toBe('tabs-refused');
  });

  it('saves the tabs, and counts what has come', async () => {
    const { add, sent, asked, tell } = world(true);
    await add.saveTabs();
    expect(asked).toEqual(['all']);
    expect(sent).toMatchObject([['add/start', { wishes: [{ tabId: 3 }], read: true }]]);
    const job = withWishes({ items: [] }, WISHES, true);
    tell(job);
    expect(add.settled.value).toBe(0);
    tell({ items: job.items.map((item) => ({ ...item, is: 'saved' })) });
    expect(add.settled.value).toBe(1);
  });
});
