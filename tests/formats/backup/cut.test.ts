import { expect, it } from 'vitest';
import { type Backup, openBackup } from '../../../src/formats/backup/read.ts';
import { BackupWriter, blobSink } from '../../../src/formats/backup/write.ts';

const PARTS = 12;
const ARTICLES = 20;

async function written(): Promise<Blob> {
  const { sink, blob } = blobSink('application/zip');
  const writer = new BackupWriter(sink, 1, new Date(0));
  await writer.begin({});
  for (let part = 0; part < PARTS; part += 1)
    await writer.part(
      Array.from({ length: ARTICLES }, (_, at) => {
        const words = Array.from({ length: 600 }, (_one, word) => `${(word * 7919 + at) % 9973}`);
        return { store: 'articles', record: { id: `${part}-${at}`, text: words.join(' ') } };
      }),
    );
  await writer.finish(0);
  return blob();
}

async function opened(file: Blob): Promise<Backup> {
  const found = await openBackup(file);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

it.each([0.3, 0.55, 0.9])(
  'reads what stands before the cut of a file, to the last whole record (%f)',
  async (part) => {
    const whole = await written();
    const backup = await opened(whole.slice(0, Math.floor(whole.size * part)));
    expect(backup.isCut).toBe(true);
    const read = await Promise.all(backup.parts.map((one) => backup.read(one)));
    const ids = read.flatMap(({ records }) =>
      records.map(({ record }) => record as { id: string }),
    );
    // The directory at the end is a small part of the file.
    expect(ids.length).toBeGreaterThan(part * PARTS * ARTICLES - ARTICLES / 2);
    expect(read.slice(0, -1).flatMap(({ faults }) => faults)).toEqual([]);
    expect(read.at(-1)!.faults.some(({ reason }) => reason === 'cut')).toBe(true);
  },
);
