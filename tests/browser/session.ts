import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { caseFile, expectedOf } from '../pages/page-case.ts';
import { type Driver, launch, type LaunchOptions, type View } from './driver/driver.ts';
import { png } from './driver/png.ts';
import { type Seen, type Site, startSite } from './driver/site.ts';

/** A browser with Lectern and the small web it sees; every request that any part of it makes is in `site.log`. */
export interface Session {
  driver: Driver;
  site: Site;
  /** Puts a case of tests/pages on the web, with a picture at every address it asks for; gives its address. */
  serveCase(name: string): string;
  /** Opens the page and clicks the toolbar button; resolves when the popup shows an article or says why not. */
  read(url: string): Promise<{ tab: View; popup: View }>;
  /** Reads and saves; resolves when the popup says so. */
  save(url: string): Promise<{ tab: View; popup: View }>;
  /** Opens one of our pages in a tab. */
  ownPage(path: string): Promise<View>;
  end(): Promise<void>;
}

const EXTENSION = { chromium: 'dist/chrome', firefox: 'dist/firefox' } as const;

const ANSWERED = `document.querySelector('main article .article, main section[role=status]')`;
export const SAVE_BUTTON = '[role=toolbar] button';
export const SAVED = `document.querySelector('[role=toolbar] [role=status]')`;

/** Starts the browser of the running test project. */
export async function startSession(options: Partial<LaunchOptions> = {}): Promise<Session> {
  const name = inject('browser');
  const site = await startSite();
  const driver = await launch(name, {
    extension: EXTENSION[name],
    proxyPort: site.port,
    ...options,
  });
  const session: Session = {
    driver,
    site,
    serveCase(caseName) {
      const url = expectedOf(caseName).url.replace(/^https:/, 'http:');
      const html = readFileSync(caseFile(caseName, 'source.html'), 'utf8').replaceAll(
        'https://',
        'http://',
      );
      site.page(url, html);
      for (const [, address = ''] of html.matchAll(
        /(?:src|href|content)="([^"]+\.(?:jpe?g|png|webp))[^"]*"/g,
      )) {
        site.file(new URL(address, url).href, png(640, 400, [96, 128, 150]), 'image/png');
      }
      return url;
    },
    async read(url) {
      const tab = await driver.open(url, 'dom');
      const popup = await driver.clickToolbar(tab);
      await popup.until(ANSWERED);
      return { tab, popup };
    },
    async save(url) {
      const views = await session.read(url);
      await views.popup.until(`!document.querySelector('${SAVE_BUTTON}').disabled`);
      await views.popup.click(SAVE_BUTTON);
      await views.popup.until(SAVED);
      return views;
    },
    ownPage: (path) => driver.open(`${driver.origin}src/entrypoints/${path}`),
    async end() {
      await driver.quit();
      await site.close();
    },
  };
  return session;
}

/** The requests of a part of the log that went to the small web's own hosts, browser chatter left out. */
export const webRequests = (log: Seen[]): string[] =>
  log
    .map(({ url }) => url)
    .filter(
      (url) => /^https?:\/\/[^/]*\.(?:example|test)\b/.test(url) && !url.endsWith('/favicon.ico'),
    );
