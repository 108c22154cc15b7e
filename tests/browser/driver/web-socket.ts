import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Sends one text message; `onText` gets each message that comes back. */
export interface TextSocket {
  send(text: string): void;
  close(): void;
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const mask = randomBytes(4);
  const head = Buffer.from([0x81, 0x80 | (body.length < 126 ? body.length : 126)]);
  const length = Buffer.alloc(body.length < 126 ? 0 : 2);
  if (length.length) length.writeUInt16BE(body.length);
  const masked = body.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([head, length, mask, masked]);
}

/** Takes the whole frames off the front of the bytes; a frame from a server is not masked. */
function unframe(bytes: Buffer): { texts: string[]; rest: Buffer } {
  const texts: string[] = [];
  for (;;) {
    const short = (bytes[1] ?? 0) & 0x7f;
    const start = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (bytes.length < start) return { texts, rest: bytes };
    const length =
      short === 127
        ? Number(bytes.readBigUInt64BE(2))
        : short === 126
          ? bytes.readUInt16BE(2)
          : short;
    if (bytes.length < start + length) return { texts, rest: bytes };
    if (((bytes[0] ?? 0) & 0x0f) === 1) texts.push(bytes.toString('utf8', start, start + length));
    bytes = bytes.subarray(start + length);
  }
}

/** Connects to a WebSocket on 127.0.0.1 (Node 20 has none of its own); rejects when nobody listens. */
export async function openTextSocket(
  port: number,
  path: string,
  onText: (text: string) => void,
): Promise<TextSocket> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const connecting = connect(port, '127.0.0.1', () => {
      resolve(connecting);
    });
    connecting.once('error', reject);
  });
  socket.on('error', () => {});
  const key = randomBytes(16).toString('base64');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await new Promise<void>((resolve, reject) => {
    let head: Buffer = Buffer.alloc(0);
    let rest: Buffer | undefined;
    socket.on('data', (chunk: Buffer) => {
      if (rest === undefined) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        rest = head.subarray(end + 4);
        if (head.includes(' 101 ')) resolve();
        else reject(new Error(head.toString('latin1', 0, end)));
      } else rest = Buffer.concat([rest, chunk]);
      const read = unframe(rest);
      rest = read.rest;
      for (const text of read.texts) onText(text);
    });
  });
  return {
    send: (text) => {
      socket.write(frame(text));
    },
    close: () => {
      socket.destroy();
    },
  };
}
