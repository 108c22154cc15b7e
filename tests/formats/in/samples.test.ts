import { describe, expect, it, vi } from 'vitest';
import type { Entry, Imported } from '../../../src/formats/imported.ts';
import { FORMATS } from '../../../src/formats/in/formats.ts';
import { entriesIn, sourcesIn } from '../../../src/formats/in/read-files.ts';
import { lists } from './samples/lists.ts';
import { own } from './samples/own.ts';
import { pages } from './samples/pages.ts';
import { type Expected, NOW, type Sample } from './samples/sample.ts';
import { tables } from './samples/tables.ts';
import { texts } from './samples/texts.ts';

vi.setConfig({ testTimeout: 30_000 });

const samples: Sample[] = [...tables, ...lists, ...own, ...pages, ...texts];

const EMPTY: Omit<Imported, 'from' | 'text' | 'url'> & { text: undefined } = {
  kind: 'article',
  title: '',
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
  folders: [],
  progress: null,
  note: '',
  highlights: [],
  text: undefined,
};

async function allOf(files: readonly File[]): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entry of entriesIn(files, NOW)) all.push(entry);
  return all;
}

const plain = (entry: Imported): Record<string, unknown> => {
  const { from: _, text, ...rest } = entry;
  return { ...rest, text: text?.kind };
};

describe.each(samples)(
  '$format: $about',
  ({ format, files, entries, texts: whole = {}, faults = [] }) => {
    it('is recognised by its content', async () => {
      const ids: string[] = [];
      for await (const source of sourcesIn(await files()))
        ids.push(source.kind === 'source' ? source.format.id : source.reason);
      expect(new Set(ids)).toEqual(new Set([format]));
    });

    it('brings every field', async () => {
      const all = await allOf(await files());
      const read = all.filter((entry) => entry.kind === 'article');
      expect(read.map(plain)).toEqual(entries.map((entry: Expected) => ({ ...EMPTY, ...entry })));
      expect(all.flatMap((entry) => (entry.kind === 'fault' ? [entry.reason] : []))).toEqual(
        faults,
      );
      for (const [at, text] of Object.entries(whole))
        expect(await read[Number(at)]!.text!.read()).toEqual({ ok: true, value: text });
    });

    it('says where each stood, the same at every reading', async () => {
      const given = await files();
      const [one, other] = [await allOf(given), await allOf(given)];
      expect(one.map(({ from }) => from)).toEqual(other.map(({ from }) => from));
      const places = one
        .filter(({ kind }) => kind === 'article')
        .map(({ from }) => `${from.file} ${from.row}`);
      expect(new Set(places).size).toBe(places.length);
    });
  },
);

it('has a sample of every format, each of which says what it loses', () => {
  expect(new Set(samples.map(({ format }) => format))).toEqual(
    new Set(FORMATS.map(({ id }) => id)),
  );
  for (const { id, loses } of FORMATS) expect(loses.length, id).toBeGreaterThan(0);
});
