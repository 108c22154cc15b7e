import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-writer.js';
import type { BackupLine, PackedPicture } from '../../article/backup.ts';
import { fromBase64 } from '../../article/base64.ts';
import { streamOf } from '../stream-of.ts';
import { fileSum, lineSum } from './checksum.ts';
import {
  type BackupCounts,
  type BackupHead,
  type BackupManifest,
  FORMAT_VERSION,
  HEAD,
  lineOf,
  MANIFEST,
  partName,
  SETTINGS,
} from './layout.ts';

/**
 * Writes a backup piece by piece into a stream; holds a portion and the names of the pictures, no more. Sizes
 * stand before the bytes of each file, so that what is whole of a cut one can be found again.
 */
export class BackupWriter {
  readonly counts: BackupCounts = { articles: 0, highlights: 0, pictures: 0, pictureBytes: 0 };
  readonly #zip: ZipWriter<unknown>;
  readonly #head: BackupHead;
  readonly #records: Record<string, number> = {};
  readonly #parts: BackupManifest['parts'] = [];
  readonly #pictures = new Set<string>();

  constructor(sink: WritableStream<Uint8Array>, schema: number, made: Date) {
    this.#zip = new ZipWriter(sink, {
      useWebWorkers: false,
      bufferedWrite: true,
      dataDescriptor: false,
      extendedTimestamp: false,
    });
    this.#head = {
      ...{ format: 'lectern-backup', version: FORMAT_VERSION, schema, made: made.toISOString() },
    };
  }

  begin = (settings: Record<string, unknown>): Promise<void> =>
    this.#json(HEAD, this.#head).then(() => this.#json(SETTINGS, settings));

  /** Adds the bytes, once for all articles that show them, and gives the line that names them. */
  async picture({ base64, ...about }: PackedPicture): Promise<BackupLine | null> {
    const bytes = fromBase64(base64);
    if (!bytes) return null;
    const sha256 = await fileSum(bytes);
    if (!this.#pictures.has(sha256)) {
      this.#pictures.add(sha256);
      const ending = /^image\/([a-z]{3,4})$/.exec(about.type)?.[1] ?? 'bin';
      await this.#add(`pictures/${sha256}.${ending}`, bytes, 0);
    }
    this.counts.pictures += 1;
    this.counts.pictureBytes += bytes.length;
    return { store: 'pictures', record: { ...about, sha256, bytes: bytes.length } };
  }

  /** Adds records as one part. */
  async part(lines: readonly BackupLine[]): Promise<void> {
    if (lines.length === 0) return;
    const text = lines.map(({ store, record }) => {
      this.#records[store] = (this.#records[store] ?? 0) + 1;
      const isThere = (record as { deletedAt?: unknown }).deletedAt === undefined;
      if (isThere && (store === 'articles' || store === 'highlights')) this.counts[store] += 1;
      const json = JSON.stringify(record);
      return `${lineOf(store, json, lineSum(json))}\n`;
    });
    const bytes = new TextEncoder().encode(text.join(''));
    const name = partName(this.#parts.length + 1);
    this.#parts.push({ name, lines: lines.length, sha256: await fileSum(bytes) });
    await this.#add(name, bytes, 6);
  }

  async finish(unreadable: number): Promise<BackupManifest> {
    const manifest: BackupManifest = {
      ...this.#head,
      ...{ counts: this.counts, records: this.#records, parts: this.#parts, unreadable },
    };
    await this.#json(MANIFEST, manifest);
    await this.#zip.close();
    return manifest;
  }

  #json(name: string, value: unknown): Promise<void> {
    return this.#add(name, new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`), 6);
  }

  async #add(name: string, bytes: Uint8Array<ArrayBuffer>, level: number): Promise<void> {
    await this.#zip.add(name, streamOf(bytes), { level });
  }
}

const PIECE = 8_000_000;

/** Gathers a file in pieces that the browser holds, which puts them on disk where they are many. */
export function blobSink(type: string): { sink: WritableStream<Uint8Array>; blob: () => Blob } {
  const pieces: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const close = (): void => {
    if (open.length > 0) pieces.push(new Blob(open));
    [open, size] = [[], 0];
  };
  return {
    sink: new WritableStream({
      write(bytes) {
        open.push(bytes.slice());
        size += bytes.length;
        if (size > PIECE) close();
      },
    }),
    blob() {
      close();
      return new Blob(pieces, { type });
    },
  };
}
