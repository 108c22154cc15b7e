import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** An archive of these files. */
export async function zipOf(name: string, files: Record<string, string | Blob>): Promise<File> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(files))
    await writer.add(path, new BlobReader(new Blob([content])));
  return new File([await writer.close()], name);
}
