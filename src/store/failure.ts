import type { LibraryFailure } from '../article/library-query.ts';

/** What a failure of IndexedDB means to the person; undefined for a bug of ours. */
export function failureOf(error: unknown): LibraryFailure | undefined {
  if (!(error instanceof DOMException)) return undefined;
  if (error.name === 'QuotaExceededError') return 'storage-full';
  // Chromium reports a full disk so.
  if (error.name === 'DataError' && /write blobs/i.test(error.message)) return 'storage-full';
  // And so a large value whose file is lost.
  if (error.name === 'DataError' && /large IndexedDB value/i.test(error.message))
    return 'storage-broken';
  if (error.name === 'VersionError') return 'newer-library';
  return /^(?:UnknownError|InvalidStateError|AbortError|TimeoutError|NotReadableError|TransactionInactiveError)$/.test(
    error.name,
  )
    ? 'storage-broken'
    : undefined;
}
