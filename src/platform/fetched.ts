import type { PictureFailure } from '../article/album.ts';
import type { Result } from '../article/result.ts';

export interface FetchLimits {
  bytes: number;
  milliseconds: number;
}

/** A file as it came, or why not. `refused`: not from here, but perhaps another way. */
export type Fetched = Result<ArrayBuffer, PictureFailure | 'refused'>;
