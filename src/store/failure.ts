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

/** So long the word of what ended a transaction may come after the end of its requests, or before. */
const PATIENCE = 200;

/** Knows what ended transactions: who waits for a request hears of no more than an abort when another failed. */
export class Aborts {
  #cause: DOMException | null = null;
  readonly #waiting = new Set<() => void>();

  listen(db: Pick<IDBDatabase, 'addEventListener'>): void {
    db.addEventListener('abort', ({ target }) => {
      const { error } = target as IDBTransaction;
      if (!error) return;
      this.#cause = error;
      for (const hear of this.#waiting) hear();
      // One failure may end the work of several: it is kept for all of them.
      setTimeout(() => {
        if (this.#cause === error) this.#cause = null;
      }, PATIENCE);
    });
  }

  /** The failure behind a failure. */
  async causeOf(error: unknown): Promise<unknown> {
    if (!(error instanceof DOMException) || error.name !== 'AbortError') return error;
    if (!this.#cause) await this.#nextCause();
    return this.#cause ?? error;
  }

  /** Ends with the next word of a failure, or when patience ends. */
  #nextCause(): Promise<void> {
    return new Promise((resolve) => {
      const hear = (): void => {
        this.#waiting.delete(hear);
        resolve();
      };
      this.#waiting.add(hear);
      setTimeout(hear, PATIENCE);
    });
  }
}
