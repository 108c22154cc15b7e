import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../../src/article/article.ts';
import type { HighlightId } from '../../src/article/highlight.ts';
import {
  type ImportArticle,
  type ImportBatch,
  type ImportId,
  type ImportJob,
  noCounts,
} from '../../src/article/import-job.ts';
import type { SafeHtml } from '../../src/sanitize/safe-html.ts';
import { highlightsOf } from '../../src/store/highlights.ts';
import { undoStep } from '../../src/store/import-undo.ts';
import {
  allImports,
  areThere,
  beginImport,
  endImport,
  faultsOf,
  keepBatch,
} from '../../src/store/imports.ts';
import { Library } from '../../src/store/library.ts';
import { openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from './drafts.ts';

const JOB = 'job' as ImportId;
const DAY = 86_400_000;
let now = Date.UTC(2026, 0, 1);
let library: Library;

const open = (): Library =>
  new Library(
    (onClosed) => openDatabase(onClosed, { name: 'imports' }),
    () => (now += 1),
  );
const job = (part: Partial<ImportJob> = {}): ImportJob => ({
  id: JOB,
  startedAt: now,
  state: 'running',
  files: ['part_000000.csv'],
  formats: ['Pocket'],
  foldersAsTags: true,
  total: 10,
  next: 0,
  counts: noCounts(),
  ...part,
});
const row = (
  url: string,
  part: Partial<ImportArticle<SafeHtml>> = {},
): ImportArticle<SafeHtml> => ({
  is: 'article',
  url,
  title: `Of ${url.slice(8)}`,
  byline: '',
  siteName: '',
  publishedTime: '',
  lang: '',
  excerpt: '',
  leadPicture: '',
  savedAt: null,
  place: 'unread',
  favourite: false,
  tags: [],
  progress: null,
  highlights: [],
  text: null,
  ...part,
});
const text = (words: string): ImportArticle<SafeHtml>['text'] => ({
  html: `<p>${words}</p>` as SafeHtml,
  pictures: ['https://pictures.example/1.png'],
  words: 5,
  minutes: 1,
  dir: 'ltr',
});
const highlight = (exact: string) => ({
  id: exact as HighlightId,
  quote: { exact, prefix: '', suffix: '' },
  position: { start: 0, end: 0 },
  colour: 'green' as const,
  note: '',
  createdAt: 1,
});
const batch = (
  position: number,
  entries: ImportBatch<SafeHtml>['entries'],
): ImportBatch<SafeHtml> => ({
  job: JOB,
  position,
  rows: entries.length,
  entries,
});
const keep = async (position: number, entries: ImportBatch<SafeHtml>['entries']) => {
  const kept = await keepBatch(library, batch(position, entries));
  if (!kept.ok || !kept.value) throw new Error('not kept');
  return kept.value;
};
const undoAll = async (): Promise<void> => {
  for (;;) {
    const step = await undoStep(library, JOB);
    if (!step.ok) throw new Error(step.reason);
    if (step.value.left === 0) return;
  }
};
const found = async (words = '') => {
  const answer = await library.find({ shelf: 'all', sort: 'newest', words });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.first;
};
const one = async (url: string) => {
  const answer = await library.article(await articleId(url));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
};

beforeEach(async () => {
  library = open();
  await beginImport(library, job());
});
afterEach(async () => {
  await library.attempt(async (db) => db.close());
  await deleteDB('imports');
});

describe('a batch of an import', () => {
  it('adds nothing twice where the library has more than it remembers', async () => {
    await library.counts();
    const other = open();
    await other.save(draftAt('https://a.example/2'));
    const rows = [row('https://a.example/1'), row('https://a.example/2', { tags: ['sea'] })];
    expect((await keep(0, rows)).counts).toMatchObject({ added: 1, merged: 1 });
    expect((await found()).map(({ url, tags }) => [url, tags])).toEqual([
      ['https://a.example/2', ['sea']],
      ['https://a.example/1', []],
    ]);
    await other.attempt(async (db) => db.close());
  });

  it('adds its articles as the file has them, in its order where it has no days', async () => {
    const savedAt = Date.UTC(2019, 4, 5);
    const { counts, next } = await keep(0, [
      row('https://a.example/1', { savedAt, tags: ['Clocks', 'clocks', 'sea'], place: 'archive' }),
      row('https://b.example/2', {
        favourite: true,
        progress: 0.4,
        text: text('The tide clock stands'),
      }),
      row('https://c.example/3', { title: '' }),
      { is: 'fault', file: 'part.csv', row: 4, reason: 'no-address', bit: '=1' },
    ]);
    expect(next).toBe(4);
    expect(counts).toEqual({ added: 3, merged: 0, same: 0, failed: 1 });
    expect((await found()).map(({ title }) => title)).toEqual([
      'Of b.example/2',
      'c.example/3',
      'Of a.example/1',
    ]);
    const first = await one('http://www.a.example/1/?utm_source=x');
    expect(first).toMatchObject({
      savedAt,
      tags: ['Clocks', 'sea'],
      place: 'archive',
      waiting: true,
    });
    const second = await one('https://b.example/2');
    expect(second).toMatchObject({
      favourite: true,
      progress: 0.4,
      html: '<p>The tide clock stands</p>',
    });
    expect(second?.waiting).toBeUndefined();
    expect((await found('tide')).map(({ url }) => url)).toEqual(['https://b.example/2']);
    expect(await faultsOf(library, JOB)).toMatchObject({ value: [{ row: 4, bit: '=1' }] });
  });

  it('is found by the words of its titles at once, however large', async () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      row(`https://many.example/${at}`, { title: `Lighthouse ${at}` }),
    );
    await keep(0, rows);
    expect((await found('lighthouse 17')).map(({ title }) => title)).toEqual(['Lighthouse 17']);
    expect((await library.tidy()).ok).toBe(true);
    const ids = await library.ids({ shelf: 'all', sort: 'newest', words: 'lighthouse' });
    expect(ids).toHaveProperty('value.length', 40);
  });

  it('does nothing a second time, nor out of turn', async () => {
    await keep(0, [row('https://a.example/1')]);
    expect(await keep(0, [row('https://a.example/1'), row('https://x.example/')])).toMatchObject({
      next: 1,
    });
    expect(await keep(7, [row('https://y.example/')])).toMatchObject({ next: 1 });
    expect(await found()).toHaveLength(1);
    await endImport(library, { job: JOB, state: 'stopped' });
    expect(await keep(1, [row('https://z.example/')])).toMatchObject({ state: 'stopped', next: 1 });
    expect(await found()).toHaveLength(1);
  });

  it('makes rows of one address one article', async () => {
    const { counts } = await keep(0, [
      row('https://a.example/1', { savedAt: 2 * DAY, tags: ['sea'] }),
      row('http://www.a.example/1?utm_medium=mail', { savedAt: DAY, tags: ['clocks'] }),
      row('https://a.example/1#part'),
    ]);
    expect(counts).toEqual({ added: 1, merged: 1, same: 1, failed: 0 });
    expect(await one('https://a.example/1')).toMatchObject({
      savedAt: DAY,
      tags: ['sea', 'clocks'],
    });
  });

  it('says which are there, and which of them wait', async () => {
    await library.save(draftAt('https://a.example/1'));
    await keep(0, [row('https://b.example/2')]);
    const urls = ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'];
    expect(await areThere(library, await Promise.all(urls.map(articleId)))).toEqual({
      ok: true,
      value: '120',
    });
  });
});

describe('what is there already', () => {
  it('gets what it lacks, and keeps its text and what the person did', async () => {
    await library.save(draftAt('https://a.example/1'));
    const id = await articleId('https://a.example/1');
    await library.perform([{ ids: [id], change: { is: 'tags', add: ['mine'], remove: [] } }]);
    const before = await one('https://a.example/1');
    await keep(0, [
      row('https://a.example/1', {
        savedAt: DAY,
        favourite: true,
        tags: ['Mine', 'theirs'],
        text: text('Another text'),
        highlights: [highlight('one hand')],
      }),
    ]);
    const after = await one('https://a.example/1');
    expect(after).toMatchObject({ favourite: true, savedAt: DAY, tags: ['mine', 'theirs'] });
    expect(after?.html).toBe(before?.html);
    expect(await highlightsOf(library, id)).toMatchObject({ value: [{ colour: 'green' }] });
    await endImport(library, { job: JOB, state: 'done' });
    await undoAll();
    expect(await one('https://a.example/1')).toEqual(before);
    expect(await highlightsOf(library, id)).toEqual({ ok: true, value: [] });
  });

  it('gets its text where it waits for one, and waits again when that is undone', async () => {
    await keep(0, [row('https://a.example/1', { tags: ['sea'] })]);
    const before = await one('https://a.example/1');
    await endImport(library, { job: JOB, state: 'done' });
    const second = 'second' as ImportId;
    await beginImport(library, job({ id: second }));
    const filling = batch(0, [row('https://a.example/1', { text: text('Kelp and barnacles') })]);
    await keepBatch(library, { ...filling, job: second });
    expect(await one('https://a.example/1')).toMatchObject({
      html: '<p>Kelp and barnacles</p>',
      tags: ['sea'],
    });
    expect(await found('barnacles')).toHaveLength(1);
    await endImport(library, { job: second, state: 'done' });
    for (;;) {
      const step = await undoStep(library, second);
      if (!step.ok || step.value.left === 0) break;
    }
    expect(await one('https://a.example/1')).toMatchObject({ waiting: true, title: before!.title });
    expect(await found('barnacles')).toHaveLength(0);
  });
});

describe('an undo of an import', () => {
  it('removes what came and leaves what was changed since, also when it is killed half way', async () => {
    await library.save(draftAt('https://old.example/'));
    const old = await articleId('https://old.example/');
    await keep(0, [
      row('https://a.example/1'),
      row('https://old.example/', { favourite: true, tags: ['new'] }),
    ]);
    await keep(2, [row('https://b.example/2')]);
    await endImport(library, { job: JOB, state: 'done' });
    await library.perform([{ ids: [old], change: { is: 'favourite', favourite: false } }]);
    await library.perform([{ ids: [old], change: { is: 'favourite', favourite: true } }]);
    await undoStep(library, JOB);
    library = open();
    await undoAll();
    expect((await found()).map(({ url }) => url)).toEqual(['https://old.example/']);
    expect(await one('https://old.example/')).toMatchObject({ favourite: true, tags: [] });
    expect(await allImports(library)).toMatchObject({ value: [{ state: 'undone' }] });
  });

  it('is forgotten with the import after 30 days', async () => {
    await keep(0, [row('https://a.example/1')]);
    now += 31 * DAY;
    await library.purge();
    expect(await allImports(library)).toEqual({ ok: true, value: [] });
    expect(await found()).toHaveLength(1);
  });
});

it('comes to the same however it is cut, killed and asked again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(9), fc.nat(5), fc.boolean()), { minLength: 1, maxLength: 24 }),
      fc.array(
        fc.record({
          size: fc.integer({ min: 1, max: 6 }),
          twice: fc.boolean(),
          kill: fc.boolean(),
        }),
        {
          minLength: 1,
        },
      ),
      async (spec, cuts) => {
        await library.attempt(async (db) => db.close());
        await deleteDB('imports');
        library = open();
        await beginImport(library, job({ total: spec.length }));
        const rows = spec.map(([place, tag, favourite]) =>
          row(`https://any.example/${place}`, { tags: [`tag ${tag}`], favourite }),
        );
        for (let at = 0, turn = 0; at < rows.length; turn += 1) {
          const { size, twice, kill } = cuts[turn % cuts.length]!;
          const part = rows.slice(at, at + size);
          const { next } = await keep(at, part);
          if (kill) library = open();
          // The answer was lost: it is asked again, cut elsewhere.
          if (twice) await keep(at, rows.slice(at, at + size + 2));
          expect(next).toBe(at + part.length);
          at = next;
        }
        const places = new Map<number, Set<string>>();
        for (const [place, tag] of spec)
          places.set(place, (places.get(place) ?? new Set()).add(`tag ${tag}`));
        const there = await found();
        expect(there).toHaveLength(places.size);
        for (const { url, tags } of there)
          expect(new Set(tags)).toEqual(places.get(Number(url.split('/').at(-1))));
        const all = await allImports(library);
        const counts = all.ok ? all.value[0]!.counts : noCounts();
        expect(counts.added + counts.merged + counts.same).toBe(spec.length);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
