import type { LibraryFailure } from '../article/library-query.ts';

/** What a failure of IndexedDB means to the person; undefined for a bug of ours. */
export function failureOf(error: unknown): LibraryFailure | undefined {
  if (!(error instanceof DOMException)) return undefined;
  if (error.name === 'QuotaExceededError') return 'storage-full';
  // Chromium reports a full disk so.
  if (error.name === 'DataError' && /write blobs/i.test(error.message)) return 'storage-full';
  if (error.name === 'UnknownError' && /NO_SPACE/.test(error.message)) return 'storage-full';
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

/** Whether work failed because its connection was gone. */
export const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'InvalidStateError';

/** So long the word of what ended a transaction may come after the end of its requests. */
const PATIENCE = 200;

/** Knows what ended transactions: who waits for a request hears of no more than an abort when another failed. */
export class Aborts {
  #cause: DOMException | null = null;
  #heard = (): void => undefined;

  listen(db: Pick<IDBDatabase, 'addEventListener'>): void {
    db.addEventListener('abort', ({ target }) => {
      this.#cause = (target as IDBTransaction).error;
      this.#heard();
    });
  }

  /** The failure behind a failure. */
  async causeOf(error: unknown): Promise<unknown> {
    const isAbort = error instanceof DOMException && error.name === 'AbortError';
    if (isAbort && !this.#cause)
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
        setTimeout(resolve, PATIENCE);
      });
    const cause = isAbort ? (this.#cause ?? error) : error;
    this.#cause = null;
    return cause;
  }
}
