import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FaultReason, Imported } from '../../../src/formats/imported.ts';
import { entriesIn } from '../../../src/formats/in/read-files.ts';
import { markupOfMarkdown } from '../../../src/formats/in/markdown-text.ts';

const GENERATOR = ['../shared/attacks/evil.mjs', '../../shared/attacks/evil.mjs'].find((path) =>
  existsSync(path),
);

if (!GENERATOR) it.skip('reads hostile files (skipped: data not here)', () => undefined);
else {
  const folder = mkdtempSync(join(tmpdir(), 'evil-'));
  execFileSync(process.execPath, [GENERATOR, folder, 'big']);
  afterAll(() => rmSync(folder, { recursive: true }));

  describe('a hostile file', () => {
    it.each(readdirSync(folder))(
      '%s is read or refused, and harms nothing',
      async (name) => {
        const file = new File([readFileSync(join(folder, name))], name);
        const articles: Imported[] = [];
        const faults: FaultReason[] = [];
        const before = process.cpuUsage();
        for await (const entry of entriesIn([file], Date.now()))
          if (entry.kind === 'fault') faults.push(entry.reason);
          else {
            articles.push(entry);
            const text = await entry.text?.read();
            if (text?.ok && entry.text?.kind === 'markdown') markupOfMarkdown(text.value);
          }
        const { user, system } = process.cpuUsage(before);
        expect((user + system) / 1e6).toBeLessThan(5);
        expect(articles.length + faults.length).toBeGreaterThan(
          name.includes('header-only') ? -1 : 0,
        );
        expect(articles.flatMap(harmOf).slice(0, 5)).toEqual([]);
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
        const expected = EXPECTED[name];
        if (expected) expect([articles.length, faults]).toEqual(expected);
      },
      60_000,
    );
  });
}

const SIGNS = /(?!\n)\p{Cc}|\p{Surrogate}|[\u202a-\u202e]/u;

/** What an article carries that none may. */
function harmOf(article: Imported): string[] {
  const { url, savedAt, text: _, highlights: __, ...rest } = article;
  const harm = Object.values(rest).filter(
    (value): value is string => typeof value === 'string' && SIGNS.test(value),
  );
  if (!/^https?:\/\/[^@]*$/.test(url) || url.length > 8_000) harm.push(url);
  if (savedAt !== null && new Date(savedAt).getUTCFullYear() < 1990) harm.push(String(savedAt));
  return harm;
}

/** How many articles arrive, and what is said of the rest. */
const EXPECTED: Record<string, [number, FaultReason[]]> = {
  'bookmarks-js.html': [0, ['not-a-web-address', 'not-a-web-address', 'no-address']],
  'bookmarks-nested-10k.html': [1, []],
  'csv-100k.csv': [100_000, []],
  'csv-cr-only.csv': [2, []],
  'csv-empty.csv': [0, ['empty']],
  'csv-latin1.csv': [1, []],
  'csv-utf16be.csv': [1, []],
  'csv-utf16le.csv': [1, []],
  'csv-semicolon.csv': [1, []],
  'csv-unclosed-quote.csv': [1, ['open-quote']],
  'csv-timestamps.csv': [6, []],
  'json-dup-keys.json': [0, ['not-a-web-address']],
  'json-proto.json': [1, []],
  'json-truncated.json': [1, ['cut-short']],
  'pocket-ril_export.html': [1, ['not-a-web-address']],
  'zip-65k-entries.zip': [0, ['too-many-files']],
  'zip-bad-crc.zip': [0, ['broken-archive']],
  'zip-truncated.zip': [0, ['broken-archive']],
};
