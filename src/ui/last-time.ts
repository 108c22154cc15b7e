/**
 * What a page of ours keeps to open with, before storage could answer: a copy, and never the truth.
 * Null for none, and where storage is denied, as to pages in private windows.
 */
export function recall(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a copy for `recall`, where that is allowed. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The page opens without it.
  }
}
