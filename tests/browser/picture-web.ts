import { png } from './driver/png.ts';
import type { Site } from './driver/site.ts';

export const PAGE = 'http://quay.example/harbour-log';
export const CDN = 'http://pictures.example';
/** What the site knows its visitor by; none of it may come back with a picture. */
const COOKIE = { 'set-cookie': 'visitor=7; Max-Age=3600' };
const GOOD = png(320, 200, [96, 128, 150]);

const prose = (name: string): string =>
  `<p>${name}. ${'The keeper of the harbour log writes down every ship that comes in with the tide. '.repeat(6)}</p>`;

/** An article with pictures that its page never loads by itself, nor a popup that is not opened. */
export const articleWith = (pictures: string[], title = 'The Harbour Log'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1>
  ${prose('First')}${pictures
    .map(
      (src, at) =>
        `<p><img data-src="${src}" alt="View ${at}" width="320" height="200"></p>${prose(`View ${at}`)}`,
    )
    .join('')}</article></main></body></html>`;

/** Servers of pictures as bad as they come, by the name of the picture. */
export const HOSTILE: Record<string, (site: Site, url: string) => void> = {
  'endless.png': (site, url) =>
    site.raw(url, (response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.write(GOOD.subarray(0, 60));
      const drip = setInterval(() => response.write('\0'), 100);
      response.on('close', () => clearInterval(drip));
    }),
  'flood.png': (site, url) =>
    site.raw(url, (response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      const part = Buffer.alloc(500_000);
      const pour = setInterval(() => response.write(part), 20);
      response.on('close', () => clearInterval(pour));
    }),
  'silent.png': (site, url) => void site.hold(url),
  'longer-than-said.png': (site, url) =>
    site.raw(url, (response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '999999' });
      response.end(GOOD);
      response.socket?.end();
    }),
  'page.png': (site, url) => site.file(url, '<script>alert(1)</script>', 'image/png'),
  'loop.png': (site, url) =>
    site.raw(url, (response) => {
      response.writeHead(302, { location: url, ...COOKIE });
      response.end();
    }),
  'to-file.png': (site, url) =>
    site.raw(url, (response) => {
      response.writeHead(302, { location: 'file:///etc/hostname' });
      response.end();
    }),
  'bomb.png': (site, url) => {
    const bomb = Buffer.from(GOOD);
    bomb.writeUInt32BE(40_000, 16);
    bomb.writeUInt32BE(40_000, 20);
    site.file(url, bomb, 'image/png');
  },
  'gone.png': () => undefined,
};

/** Those that are pictures all the same, whatever is said of them. */
export const HONEST: Record<string, (site: Site, url: string) => void> = {
  'plain.png': (site, url) => site.file(url, GOOD, 'image/png', COOKIE),
  'called-text.png': (site, url) => site.file(url, GOOD, 'text/plain', COOKIE),
  'moved.png': (site, url) =>
    site.raw(url, (response) => {
      response.writeHead(302, { location: new URL('/there.png', url).href, ...COOKIE });
      response.end();
    }),
  'drawing.svg': (site, url) =>
    site.file(
      url,
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><script>fetch('${PAGE}?ran')</script><image href="${PAGE}?asked"/><rect width="120" height="60" fill="teal"/></svg>`,
      'image/svg+xml',
      COOKIE,
    ),
  'there.png': (site, url) => site.file(url, GOOD, 'image/png', COOKIE),
};

/** Puts them all on a site and gives their addresses. */
export function serve(site: Site, host: string, pictures: typeof HONEST): string[] {
  return Object.entries(pictures).map(([name, put]) => {
    const url = `${host}/${name}`;
    put(site, url);
    return url;
  });
}
