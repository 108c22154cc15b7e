import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-writer.js';
import { GrowingFile } from './growing-file.ts';
import { streamOf } from '../stream-of.ts';

/** An archive that is written as it comes, and never held whole. */
export interface Archive {
  /** `stored`: for what is packed already. */
  add: (
    path: string,
    content: string | Uint8Array<ArrayBuffer> | Blob,
    stored?: boolean,
  ) => Promise<void>;
  finish: (type: string) => Promise<Blob>;
}

/** An empty archive. */
export function createArchive(now: number): Archive {
  const file = new GrowingFile();
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    // A copy: who wrote may use the memory again.
    write: (bytes) => file.write(bytes.slice()),
  });
  const writer = new ZipWriter(writable, {
    useWebWorkers: false,
    // EPUB wants its first entry bare.
    extendedTimestamp: false,
    dataDescriptor: false,
    lastModDate: new Date(now),
  });
  return {
    async add(path, content, stored = false) {
      const whole = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const [size, stream] =
        whole instanceof Blob ? [whole.size, whole.stream()] : [whole.length, streamOf(whole)];
      await writer.add(path, stream, {
        level: stored ? 0 : 6,
        // Else room would be left for sizes of more than 4 GB, which EPUB does not want.
        uncompressedSize: size,
      });
    },
    async finish(type) {
      await writer.close();
      return file.finish(type);
    },
  };
}
