import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Send } from '../../../src/messages/protocol.ts';
import { type Backup, openBackup } from '../../../src/formats/backup/read.ts';
import { BackupWriter, blobSink } from '../../../src/formats/backup/write.ts';
import type { SafeHtml } from '../../../src/sanitize/safe-html.ts';
import { makeBackup } from '../../../src/screens/backup/make.ts';
import { compare, restore } from '../../../src/screens/backup/restore.ts';
import { draftAt } from '../../store/drafts.ts';
import { libraryNamed, live, recordsOf, type Story } from './library-with.ts';

const steps = { signal: new AbortController().signal, onProgress: () => undefined };
const clean = (html: string): SafeHtml =>
  html.replaceAll(/<script[\s\S]*?<\/script>/g, '') as SafeHtml;
let names = 0;
const newName = (): string => `library-${(names += 1)}`;
const clock = (from: number) => {
  let at = from;
  return () => (at += 1000);
};

async function backedUp(send: Send): Promise<Blob> {
  const { sink, blob } = blobSink('application/zip');
  const settings = async () => ({ settings: { theme: 'sepia' } });
  const made = await makeBackup({ send, settings, now: () => 1e12 }, sink, steps);
  if (!made.ok) throw new Error(made.reason);
  return blob();
}

async function opened(file: Blob): Promise<Backup> {
  const backup = await openBackup(file);
  if (!backup.ok) throw new Error(backup.reason);
  return backup.value;
}

const way = (send: Send) => ({ send, clean, now: () => 2e12 });

const story: fc.Arbitrary<Story> = fc.record({
  text: fc.string({ maxLength: 40, unit: 'grapheme' }),
  tags: fc.array(fc.constantFrom('web', 'To Read', 'ünï', 'x y'), { maxLength: 3 }),
  removedTag: fc.boolean(),
  note: fc.string({ maxLength: 20 }),
  colour: fc.constantFrom('yellow', 'green', 'blue'),
  archived: fc.boolean(),
  favourite: fc.boolean(),
  part: fc.constantFrom(0, 0.5, 1),
  pictures: fc.integer({ min: 0, max: 4 }),
  edited: fc.boolean(),
  again: fc.boolean(),
  removed: fc.boolean(),
});
const PLAIN: Story = {
  ...{ text: 'Tide', tags: ['web'], removedTag: false, note: 'so', colour: 'green' },
  ...{
    archived: true,
    favourite: true,
    part: 0.5,
    pictures: 3,
    edited: false,
    again: false,
    removed: false,
  },
};

it('brings any library back into an empty one, record by record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 4 }), async (stories) => {
      const [from, to] = [newName(), newName()];
      const before = libraryNamed(from, clock(1e12));
      await live(before.library, stories);
      const backup = await opened(await backedUp(before.send));
      expect(backup.isCut).toBe(false);
      const after = libraryNamed(to, clock(3e12));
      const result = await restore(backup, 'merge', [], way(after.send), steps);
      expect(result).toMatchObject({
        ok: true,
        value: { added: stories.length, faults: [], lostPictures: 0 },
      });
      const [was, is] = [await recordsOf(from), await recordsOf(to)];
      for (const store of Object.keys(was)) expect(is[store], store).toEqual(was[store]);
      expect(await after.library.counts()).toEqual(await before.library.counts());
      // Once more changes nothing.
      const again = await restore(backup, 'merge', [], way(after.send), steps);
      expect(again).toMatchObject({
        ok: true,
        value: { added: 0, changed: 0, same: stories.length },
      });
      expect(await recordsOf(to)).toEqual(is);
      while (await after.library.tidy().then((more) => more.ok && more.value));
    }),
    { numRuns: 4 },
  );
}, 120_000);

it('restores what is whole of a file that was cut or altered, and says what is not', async () => {
  const from = libraryNamed(newName(), clock(1e12));
  await live(from.library, [PLAIN, { ...PLAIN, text: 'Clock' }]);
  await from.library.add(
    Array.from({ length: 43 }, (_, at) =>
      draftAt(`https://b.example/${at}`, { text: `Story ${at}` }),
    ),
  );
  const file = new Uint8Array(await (await backedUp(from.send)).arrayBuffer());
  const whole = await opened(new Blob([file]));
  let partly = 0;
  for (let turn = 0; turn < 10; turn += 1) {
    const at = Math.floor((file.length * (turn + 0.5)) / 10);
    const isCut = turn % 2 === 0;
    const bytes = isCut ? file.slice(0, at) : file.slice();
    if (!isCut) bytes.fill(0x5a, at, at + 40);
    const found = await openBackup(new Blob([bytes]));
    if (!found.ok) continue;
    const to = libraryNamed(newName(), clock(3e12));
    const result = await restore(found.value, 'merge', [], way(to.send), steps);
    if (!result.ok) throw new Error(result.reason.why);
    const { added, faults, lostPictures } = result.value;
    if (added > 0 && added < 45) partly += 1;
    // What is not there is said.
    if (added < 45 || lostPictures > 0) expect(found.value.isCut || faults.length > 0).toBe(true);
    for (const { part } of faults) expect(whole.parts).toContain(part);
    const counts = await to.library.counts();
    expect(counts.ok && counts.value.all).toBe(added);
  }
  expect(partly).toBeGreaterThan(1);
}, 120_000);

it('keeps the later of two records, and the tags and highlights of both sides', async () => {
  const [one, other] = [libraryNamed(newName(), clock(1e12)), libraryNamed(newName(), clock(2e12))];
  await live(one.library, [{ ...PLAIN, tags: ['web'], archived: true }]);
  await live(other.library, [{ ...PLAIN, tags: ['sea'], archived: false, note: '' }]);
  const backup = await opened(await backedUp(one.send));
  const compared = await compare(backup, other, steps);
  expect(compared).toMatchObject({
    ok: true,
    value: {
      articles: 1,
      highlights: 1,
      pictures: 2,
      fresh: 0,
      laterHere: 1,
      here: 1,
      onlyHere: [],
    },
  });
  await restore(backup, 'merge', [], way(other.send), steps);
  const found = await other.library.find({ shelf: 'all', sort: 'newest', words: '' });
  expect(found.ok && found.value.first[0]).toMatchObject({
    tags: ['sea', 'web'].toSorted(),
    place: 'unread',
  });
  expect(
    await other.library.find({ shelf: 'all', sort: 'newest', words: 'has:highlight' }),
  ).toMatchObject({ value: { total: 1 } });
});

it('replaces a library, moving what is not in the file to the removed', async () => {
  const [one, other] = [libraryNamed(newName(), clock(1e12)), libraryNamed(newName(), clock(2e12))];
  await live(one.library, [PLAIN]);
  await live(other.library, [
    { ...PLAIN, tags: ['sea'], archived: false },
    { ...PLAIN, text: 'Another' },
  ]);
  const backup = await opened(await backedUp(one.send));
  const compared = await compare(backup, other, steps);
  if (!compared.ok) throw new Error(compared.reason);
  expect(compared.value.onlyHere).toHaveLength(1);
  const result = await restore(backup, 'replace', compared.value.onlyHere, way(other.send), steps);
  expect(result).toMatchObject({ ok: true, value: { changed: 1, removed: 1 } });
  const found = await other.library.find({ shelf: 'all', sort: 'newest', words: '' });
  expect(found).toMatchObject({
    value: { total: 1, first: [{ tags: ['web'], place: 'archive', favourite: true }] },
  });
});

it('takes nothing of a hostile file but harmless records', async () => {
  const { sink, blob } = blobSink('application/zip');
  const writer = new BackupWriter(sink, 3, new Date(0));
  await writer.begin({});
  const article = {
    ...{
      id: 'f'.repeat(32),
      url: 'https://evil.example/a',
      title: 'T',
      byline: '',
      siteName: '',
      excerpt: '',
    },
    ...{
      lang: '"><',
      dir: 'up',
      words: 1e99,
      minutes: -1,
      savedAt: 1e300,
      changedAt: 5,
      publishedTime: 7,
    },
    ...{ leadPicture: { src: 'javascript:alert(1)', alt: '' }, leadCaption: null, extra: 'x' },
  };
  await writer.part([
    { store: 'articles', record: article },
    { store: 'articles', record: { ...article, id: 'x', url: 'javascript:alert(1)' } },
    { store: 'articles', record: { ...article, id: 'y', url: 'https://b.example/', title: {} } },
    {
      store: 'bodies',
      record: { id: article.id, html: '<p>a</p><script>alert(1)</script>', changedAt: 5 },
    },
    { store: 'bodies', record: { id: 'nobody', html: '', changedAt: 5 } },
    {
      store: 'tags',
      record: JSON.parse(
        '{"id":"ffffffffffffffffffffffffffffffff","key":"__proto__","tag":"__proto__","changedAt":1,"__proto__":{"polluted":1}}',
      ),
    },
    { store: 'highlights', record: { id: article.id, highlight: '../x', quote: { exact: 'a' } } },
    {
      store: 'albums',
      record: {
        id: article.id,
        waiting: ['file:///etc/passwd'],
        missing: [],
        kept: [{ src: 'https://e.example/p.png', bytes: 3 }],
      },
    },
    { store: 'ledger', record: { chunk: 0 } },
  ]);
  const picture = await writer.picture({
    id: article.id as never,
    src: 'https://e.example/p.png',
    type: 'image/png',
    changedAt: 1,
    base64: btoa('<svg onload=alert(1)>'),
  });
  await writer.part([{ store: 'articles', record: article }, picture!]);
  await writer.finish(0);
  const to = newName();
  const { library, send } = libraryNamed(to, clock(3e12));
  const result = await restore(await opened(blob()), 'merge', [], way(send), steps);
  expect(result).toMatchObject({ ok: true, value: { added: 1, pictures: 0, lostPictures: 1 } });
  expect(result.ok && result.value.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '2 not-a-record',
    '3 not-a-record',
    '5 no-article',
    '7 not-a-record',
  ]);
  const { articles, bodies, pictures, tags, albums } = await recordsOf(to);
  expect(articles).toMatchObject([
    { lang: '', dir: 'ltr', leadPicture: null, publishedTime: '', minutes: 1 },
  ]);
  expect((articles![0] as { id: string }).id).not.toBe(article.id);
  expect(articles![0]).not.toHaveProperty('extra');
  expect(bodies).toMatchObject([{ html: '<p>a</p>' }]);
  expect(pictures).toEqual([]);
  expect(albums).toMatchObject([
    { waiting: [], kept: [], missing: [{ src: 'https://e.example/p.png' }] },
  ]);
  expect(tags).toHaveLength(1);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((await library.counts()).ok).toBe(true);
});

it('refuses what is no backup, or was made by a newer program', async () => {
  expect(await openBackup(new Blob(['nothing of the kind']))).toEqual({
    ok: false,
    reason: 'not-a-backup',
  });
  const { sink, blob } = blobSink('application/zip');
  const writer = new BackupWriter(sink, 99, new Date(0));
  await writer.begin({});
  await writer.finish(0);
  expect(await openBackup(blob())).toEqual({ ok: false, reason: 'newer-backup' });
});

it('tells no more faults of a file of nothing else than anybody can read', async () => {
  const { sink, blob } = blobSink('application/zip');
  const writer = new BackupWriter(sink, 4, new Date(1e12));
  await writer.begin({});
  const nobody = { store: 'articles', record: { id: 7 } };
  await writer.part(Array.from({ length: 200_000 }, () => nobody));
  await writer.finish(0);
  const backup = await opened(blob());
  const { send } = libraryNamed(newName(), clock(1e12));
  const compared = await compare(backup, { send }, steps);
  expect(compared.ok && compared.value.faults).toHaveLength(5000);
  const restored = await restore(backup, 'merge', [], way(send), steps);
  expect(restored).toMatchObject({ ok: true, value: { added: 0 } });
}, 60_000);
