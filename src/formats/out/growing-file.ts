const PORTION = 2_000_000;

/** A file as it grows: portions are given to the browser, which may keep them on disk. */
export class GrowingFile {
  readonly #parts: Blob[] = [];
  #pending: BlobPart[] = [];
  #size = 0;

  write(piece: string | Uint8Array<ArrayBuffer>): void {
    this.#pending.push(piece);
    this.#size += piece.length;
    if (this.#size > PORTION) this.#settle();
  }

  /** All of it so far. */
  finish(type: string): Blob {
    this.#settle();
    return new Blob(this.#parts, { type });
  }

  #settle(): void {
    if (this.#pending.length > 0) this.#parts.push(new Blob(this.#pending));
    this.#pending = [];
    this.#size = 0;
  }
}
