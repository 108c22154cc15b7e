import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that a browser made, as it made it. */
export interface Seen {
  /** Milliseconds since 1970. */
  time: number;
  method: string;
  /** The absolute address; a CONNECT, of which no more can be seen, as `https://host:port`. */
  url: string;
  headers: IncomingHttpHeaders;
}

/** A small web that answers as the browsers' proxy, so every request of theirs is seen. */
export interface Site {
  port: number;
  /** Every request so far, oldest first, also those that got a 404. */
  log: Seen[];
  /** Puts an HTML page at an absolute http: address. */
  page(url: string, html: string, headers?: Record<string, string>): void;
  /** Puts anything at an absolute http: address. */
  file(url: string, content: Buffer | string, type: string, headers?: Record<string, string>): void;
  /** Answers requests to an absolute http: address by hand: slowly, without end, with lies. */
  raw(url: string, answer: (response: ServerResponse, request: IncomingMessage) => void): void;
  /** Leaves requests to that address without an answer until the returned function is called. */
  hold(url: string): () => void;
  close(): Promise<void>;
}

interface Answer {
  content: Buffer | string;
  headers: Record<string, string>;
}

/** Starts the web on a free port of 127.0.0.1; every address is a 404 until something is put there. */
export async function startSite(): Promise<Site> {
  const answers = new Map<string, Answer>();
  const byHand = new Map<string, Parameters<Site['raw']>[1]>();
  const held = new Map<string, ServerResponse[]>();
  const log: Seen[] = [];

  const answer = (url: string, response: ServerResponse) => {
    // A page answers at its address with any query, as most do.
    const found = answers.get(url) ?? answers.get(url.replace(/\?.*/, ''));
    response.writeHead(found ? 200 : 404, {
      'content-type': 'text/plain',
      'cache-control': 'no-store',
      ...found?.headers,
    });
    response.end(found?.content ?? `Nothing at ${url}`);
  };

  const server = createServer((request, response) => {
    // A proxy is asked with the absolute address, a server with the path.
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`).href;
    log.push({ time: Date.now(), method: request.method ?? '', url, headers: request.headers });
    const waiting = held.get(url);
    const hand = byHand.get(url);
    if (hand) hand(response, request);
    else if (waiting) waiting.push(response);
    else answer(url, response);
  });
  server.on('connect', (request, socket) => {
    const url = `https://${request.url ?? ''}`;
    log.push({ time: Date.now(), method: 'CONNECT', url, headers: request.headers });
    // Firefox keeps asking after an abrupt end; a plain refusal is final.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const put = (url: string, content: Buffer | string, headers: Record<string, string>) => {
    answers.set(new URL(url).href.replace(/#.*/, ''), { content, headers });
  };
  return {
    port: (server.address() as AddressInfo).port,
    log,
    page: (url, html, headers = {}) => {
      put(url, html, { 'content-type': 'text/html; charset=utf-8', ...headers });
    },
    file: (url, content, type, headers = {}) => {
      put(url, content, { 'content-type': type, ...headers });
    },
    raw: (url, hand) => {
      byHand.set(new URL(url).href, hand);
    },
    hold: (url) => {
      const { href } = new URL(url);
      const waiting: ServerResponse[] = [];
      held.set(href, waiting);
      return () => {
        if (held.get(href) === waiting) held.delete(href);
        for (const response of waiting.splice(0)) answer(href, response);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
