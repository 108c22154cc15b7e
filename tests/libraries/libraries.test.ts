import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/open-library.ts';

type Dump = Record<string, Record<string, unknown>[]>;

const HERE = new URL('./', import.meta.url);
const VERSIONS = readdirSync(HERE)
  .flatMap((file) => /^v(\d+)\.json$/.exec(file)?.[1] ?? [])
  .map(Number);
const dumpOf = (version: number): Dump =>
  JSON.parse(readFileSync(new URL(`v${version}.json`, HERE), 'utf8')) as Dump;

const NAME = 'past';
afterEach(() => deleteDB(NAME));

/** Puts a stored library on disk as the program of that version left it. */
async function writePast(version: number): Promise<void> {
  const past = await openDatabase(() => undefined, {
    name: NAME,
    migrations: MIGRATIONS.slice(0, version),
  });
  past.close();
  const db = await openDB(NAME, version);
  for (const [store, records] of Object.entries(dumpOf(version))) {
    for (const record of records) await db.put(store, asStored(record));
  }
  db.close();
}

async function readAll(): Promise<Dump> {
  const db = await openDatabase(() => undefined, { name: NAME });
  const stores = await Promise.all(
    [...db.objectStoreNames].map(
      async (store) =>
        [store, ((await db.getAll(store)) as unknown as Dump[string]).map(asDumped)] as const,
    ),
  );
  db.close();
  return Object.fromEntries(stores);
}

const LINES = 512;
const COLUMNS = {
  savedAt: Float64Array,
  words: Uint32Array,
  minutes: Uint16Array,
  flags: Uint16Array,
};

/** The columns of the ledger are typed arrays, in the dumps as short as they are used. */
function asStored(record: Record<string, unknown>): Record<string, unknown> {
  if (!('chunk' in record)) return record;
  const columns = Object.entries(COLUMNS).map(([name, Column]) => {
    const column = new Column(LINES);
    column.set(record[name] as number[]);
    return [name, column];
  });
  return { ...record, ...(Object.fromEntries(columns) as object) };
}

function asDumped(record: Record<string, unknown>): Record<string, unknown> {
  if (!('chunk' in record)) return record;
  const used = (name: string): number[] =>
    [...(record[name] as Uint8Array)].slice(0, record['count'] as number);
  const columns = Object.keys(COLUMNS).map((name) => [name, used(name)]);
  return { ...record, ...(Object.fromEntries(columns) as object) };
}

const byKey = (records: Record<string, unknown>[]): Record<string, unknown>[] =>
  [...records].sort((a, b) => String(a['id']).localeCompare(String(b['id'])));

describe('a library of the past', () => {
  it('is kept for every version', () => {
    expect(VERSIONS.sort((a, b) => a - b)).toEqual(MIGRATIONS.map((_migration, at) => at + 1));
  });

  it.each(VERSIONS)('of version %i opens, with every record whole', async (version) => {
    await writePast(version);
    const now = await readAll();
    // A migration that changes records adds the newest dump; until then they stay as they were.
    for (const [store, records] of Object.entries(dumpOf(MIGRATIONS.length))) {
      expect(byKey(now[store] ?? []), store).toEqual(byKey(records));
    }
  });
});
