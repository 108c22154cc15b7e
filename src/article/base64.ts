const PIECE = 0x6000;

/** Bytes as they pass through a message. */
export function toBase64(bytes: Uint8Array): string {
  // A multiple of three, so that the pieces can be put together.
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}

/** The bytes again; null for what is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const codes = atob(text);
    const bytes = new Uint8Array(codes.length);
    for (let at = 0; at < codes.length; at += 1) bytes[at] = codes.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
