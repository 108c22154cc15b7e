import { expect, it, vi } from 'vitest';
import type { Entry } from '../../../src/formats/imported.ts';
import { safePath } from '../../../src/formats/in/archive.ts';
import { entriesIn, sourcesIn } from '../../../src/formats/in/read-files.ts';
import { file, NOW } from './samples/sample.ts';
import { zipOf } from './samples/zip.ts';

vi.setConfig({ testTimeout: 30_000 });

async function told(...files: File[]): Promise<string[]> {
  const all: string[] = [];
  for await (const entry of entriesIn(files, NOW)) all.push(words(entry));
  return all;
}
const words = (entry: Entry): string => (entry.kind === 'fault' ? entry.reason : entry.url);

const LIST = 'url,title\nhttps://e.com/1,a\n';

it('stops unpacking what swells, and keeps what came before', async () => {
  const bomb = await zipOf('bomb.zip', {
    'list.csv': `${LIST}${'x'.repeat(12_000_000)}`,
    'fine.csv': LIST,
  });
  expect(bomb.size).toBeLessThan(100_000);
  expect(await told(bomb)).toEqual(['https://e.com/1', 'swelling-archive', 'https://e.com/1']);
});

it('does not unpack an archive that swells inside of another', async () => {
  const inner = await zipOf('inner.zip', { 'page.html': '\0'.repeat(20_000_000) });
  const outer = await zipOf('outer.zip', {
    'inner.zip': new Blob([inner, new Uint8Array(30_000_000)]),
  });
  expect(await told(outer)).toEqual(['swelling-archive']);
});

it('goes three archives deep and no deeper', async () => {
  let nested = await zipOf('3.zip', { 'list.csv': LIST });
  for (const name of ['2.zip', '1.zip']) nested = await zipOf(name, { 'inner.zip': nested });
  expect(await told(nested)).toEqual(['https://e.com/1']);
  expect(await told(await zipOf('0.zip', { 'inner.zip': nested }))).toEqual([
    'archives-in-archives',
  ]);
});

it('says of a broken, an empty and a strange archive what it is', async () => {
  const good = await zipOf('x.zip', { 'list.csv': LIST });
  expect(await told(new File([good.slice(0, good.size - 30)], 'cut.zip'))).toEqual([
    'broken-archive',
  ]);
  expect(await told(await zipOf('x.zip', {}))).toEqual(['empty']);
  expect(await told(await zipOf('x.zip', { 'a.png': 'png' }))).toEqual(['unknown-format']);
  const book = { 'META-INF/container.xml': '<x/>', 'one.xhtml': '<html>' };
  expect(await told(await zipOf('book.epub', book))).toEqual(['unknown-format']);
});

it('reads several files of several formats, each by what is in it', async () => {
  const sources: string[] = [];
  const files = [
    file('wrong-name.json', 'title,url,time_added,tags,status\n'),
    await zipOf('photos.csv', { 'b.txt': 'https://e.com/1 | One' }),
    file('nothing', ''),
    file('noise.bin', '\u0001\u0002\u0003'),
  ];
  for await (const source of sourcesIn(files))
    sources.push(source.kind === 'source' ? source.format.id : source.reason);
  expect(sources).toEqual(['onetab', 'empty', 'pocket', 'unknown-format']);
});

it('leaves the texts of an export to that export, and looks at others', async () => {
  const metadata = JSON.stringify([
    { slug: 'a', url: 'https://e.com/1', savedAt: '2024-01-01T00:00:00Z' },
  ]);
  const zip = await zipOf('o.zip', {
    'content/a.html': '<p>a',
    'content/b.html': '<p>b',
    'other/page.html': '<!doctype html><link rel=canonical href=https://e.com/2>',
    'metadata_0_to_20.json': metadata,
  });
  expect(await told(zip)).toEqual(['https://e.com/1', 'https://e.com/2']);
});

it('makes of names no places', () => {
  expect(safePath('../../etc/passwd')).toBe('etc/passwd');
  expect(safePath('..\\..\\evil.html')).toBe('evil.html');
  expect(safePath('/abs/./a\u0000b\u202E.html')).toBe('abs/ab.html');
  expect(safePath('a/'.repeat(2_000)).split('/').length).toBeLessThanOrEqual(32);
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  let read = 0;
  for await (const entry of entriesIn(
    [file('x.csv', `url\n${'https://e.com/1\n'.repeat(1_000)}`)],
    NOW,
    stop.signal,
  )) {
    expect(entry.kind).toBe('article');
    if (++read === 10) stop.abort();
  }
  expect(read).toBe(10);
});
