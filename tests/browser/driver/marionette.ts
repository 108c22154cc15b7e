import { connect, type Socket } from 'node:net';

type Reply = [
  type: 1,
  id: number,
  error: { error: string; message: string } | null,
  value: unknown,
];

/** Firefox's remote protocol over TCP, as geckodriver speaks it: no driver binary, and the browser's own windows too. */
export class Marionette {
  #socket: Socket;
  #lastId = 0;
  #bytes = Buffer.alloc(0);
  #waiting = new Map<number, { ok(value: unknown): void; fail(error: Error): void }>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      this.#read();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Firefox is gone'));
      this.#waiting.clear();
    });
  }

  /** Opens a session that runs scripts in the browser's own window; rejects while Firefox does not listen yet. */
  static async connect(port: number): Promise<Marionette> {
    const socket = await new Promise<Socket>((resolve, reject) => {
      const connecting = connect(port, '127.0.0.1', () => {
        resolve(connecting);
      });
      connecting.once('error', reject);
    });
    const marionette = new Marionette(socket);
    await marionette.send('WebDriver:NewSession');
    await marionette.send('WebDriver:SetTimeouts', { script: 60_000 });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return marionette;
  }

  /** Sends one command and gives its result. */
  send<T = unknown>(name: string, params: object = {}): Promise<T> {
    const id = ++this.#lastId;
    const body = JSON.stringify([0, id, name, params]);
    return new Promise<T>((resolve, reject) => {
      const ok = (value: unknown) => {
        resolve(value as T);
      };
      this.#waiting.set(id, { ok, fail: reject });
      this.#socket.write(`${String(Buffer.byteLength(body))}:${body}`);
    });
  }

  /** Runs the body of an async function with the browser's own rights in its window; `args` is in scope. */
  async run<T>(body: string, args: unknown[] = []): Promise<T> {
    const script = `const done = arguments[1];
      (async (args) => { ${body}\n})(arguments[0]).then(
        (value) => done({ value }), (error) => done({ error: String(error) }));`;
    const params = { script, args: [args], newSandbox: true };
    const { value } = await this.send<{ value: { value?: T; error?: string } }>(
      'WebDriver:ExecuteAsyncScript',
      params,
    );
    if (value.error !== undefined) throw new Error(value.error);
    return value.value as T;
  }

  close(): void {
    this.#socket.destroy();
  }

  // A message is its length in bytes, a colon, and JSON; the first one is a greeting.
  #read(): void {
    for (;;) {
      const colon = this.#bytes.indexOf(':');
      const end = colon + 1 + Number(this.#bytes.toString('latin1', 0, Math.max(colon, 0)));
      if (colon < 0 || this.#bytes.length < end) return;
      const message = JSON.parse(this.#bytes.toString('utf8', colon + 1, end)) as Reply | object;
      this.#bytes = this.#bytes.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, id, error, value] = message as Reply;
      const call = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) call?.fail(new Error(`${error.error}: ${error.message}`));
      else call?.ok(value);
    }
  }
}
