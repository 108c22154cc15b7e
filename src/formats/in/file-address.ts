const FILE_HOST = 'file.invalid';
const BYTES = 16;

/**
 * The address of a text that has none: on a host that nobody can have (RFC 2606), made from the text
 * itself, so that the same text is the same article. `name` is only for people to read.
 */
export async function fileAddress(name: string, text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hash = [...new Uint8Array(digest, 0, BYTES)].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  // A half of a pair cannot be written in an address.
  const readable = name
    .replace(/\p{Surrogate}/gu, '')
    .slice(0, 100)
    .replace(/\p{Surrogate}/gu, '');
  return `https://${FILE_HOST}/${hash.join('')}/${encodeURIComponent(readable)}`;
}
