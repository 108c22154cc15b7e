/** Deeper than anybody sorts. */
const LEVELS = 32;
const MOST = 50_000;

/** Whether files are being dragged, rather than text or a picture of the page. */
export const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** All files that were dropped, those in folders too, with their paths; to be called in the drop's own turn. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  // The list is emptied when the turn is over.
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, '', 0, found);
  return found;
}

async function collect(
  entry: FileSystemEntry,
  folder: string,
  level: number,
  found: File[],
): Promise<void> {
  if (found.length >= MOST || level > LEVELS) return;
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (!file) return;
    if (folder) Object.defineProperty(file, 'webkitRelativePath', { value: path });
    found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return;
    for (const one of some) await collect(one, `${path}/`, level + 1, found);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => {
    entry.file(resolve, () => resolve(null));
  });
