import { type IDBPObjectStore, unwrap } from 'idb';

/** What a transaction may be asked for one record. */
interface Source<T> {
  get(key: never): Promise<T | undefined>;
}

/**
 * A record, or undefined where there is none or the disk does not give it back: large values lie in files
 * of their own, which can be lost alone. An error would otherwise end the whole transaction.
 */
export function readable<T>(store: Source<T>, key: IDBValidKey): Promise<T | undefined> {
  const plain = unwrap(store as unknown as IDBPObjectStore);
  const request = plain.get(key);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T | undefined);
    request.onerror = (event) => {
      const { error } = request;
      // The transaction itself ended: that is another fault.
      if (error?.name === 'AbortError') return reject(error);
      event.preventDefault();
      event.stopPropagation();
      resolve(undefined);
    };
  });
}
