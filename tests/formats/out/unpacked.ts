import { ZipReader, Uint8ArrayReader, Uint8ArrayWriter } from '@zip.js/zip.js';

/** The files in an archive, in its order. */
export async function unpacked(archive: Blob): Promise<Map<string, Uint8Array>> {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const files = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  return files;
}

export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
