import type { PictureRecord } from '../../store/schema.ts';

/** Bytes as an address that an `<img>` of ours may show. */
export function dataAddress({ type, bytes }: Pick<PictureRecord, 'type' | 'bytes'>): string {
  const step = 0x8000;
  const view = new Uint8Array(bytes);
  let binary = '';
  for (let at = 0; at < view.length; at += step)
    binary += String.fromCharCode(...view.subarray(at, at + step));
  return `data:${type};base64,${btoa(binary)}`;
}
