import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { addressKey, type ArticleId, ID_BYTES } from './article.ts';

/**
 * The same as `articleId` of each, at once: the browser's own SHA-256 takes a turn for each, and a hundred
 * thousand of them wait longer for their turn than all of them take here.
 */
export const articleIds = (urls: readonly string[]): ArticleId[] =>
  urls.map((url) => idOfKeyAtOnce(addressKey(url)));

/** The same as `idOfKey`, at once. */
export const idOfKeyAtOnce = (key: string): ArticleId =>
  bytesToHex(sha256(utf8ToBytes(key)).subarray(0, ID_BYTES)) as ArticleId;
