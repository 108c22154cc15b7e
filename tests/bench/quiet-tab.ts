import type { Cdp } from '../browser/driver/cdp.ts';
import { poll } from '../browser/driver/wait.ts';

/** A tab that shows stored pages at their own addresses, with their scripts and all other requests blocked. */
export interface QuietTab {
  show(url: string, html: string): Promise<void>;
  /** Runs an expression as a content script would: in an isolated world of the page. */
  runIsolated<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** A policy, not a switch: the parser still sees a browser that runs scripts. */
export const NO_SCRIPTS = "script-src 'none'; frame-src 'none'; object-src 'none'";

/** Opens such a tab. */
export async function openQuietTab(cdp: Cdp): Promise<QuietTab> {
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const send = <T = object>(method: string, params: object = {}): Promise<T> =>
    cdp.send<T>(method, params, sessionId);
  let current = { url: '', html: '' };
  cdp.on<{ requestId: string; resourceType: string; request: { url: string } }>(
    'Fetch.requestPaused',
    (paused) => {
      const { requestId, resourceType, request } = paused;
      const isPage = resourceType === 'Document' && samePage(request.url, current.url);
      const answer = send(isPage ? 'Fetch.fulfillRequest' : 'Fetch.failRequest', {
        requestId,
        ...(isPage
          ? {
              responseCode: 200,
              responseHeaders: [
                { name: 'content-type', value: 'text/html; charset=utf-8' },
                {
                  name: 'content-security-policy',
                  value: NO_SCRIPTS,
                },
              ],
              body: Buffer.from(current.html).toString('base64'),
            }
          : { errorReason: 'BlockedByClient' }),
      });
      // A page that is left takes its requests along.
      answer.catch(() => {});
    },
  );
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await send('Page.enable');
  return {
    async show(url, html) {
      current = { url: new URL(url).href, html };
      // Leaving a page that still waits for blocked requests can hold up the next one's events.
      await send('Page.navigate', { url: 'about:blank' });
      await send('Page.navigate', { url: current.url });
      await poll(`The page at ${url}`, async () => {
        const expression = `document.readyState !== 'loading' && document.URL !== 'about:blank'`;
        return (await send<{ result: { value: boolean } }>('Runtime.evaluate', { expression }))
          .result.value;
      });
    },
    async runIsolated(expression) {
      const { frameTree } = await send<{ frameTree: { frame: { id: string } } }>(
        'Page.getFrameTree',
      );
      const { executionContextId } = await send<{ executionContextId: number }>(
        'Page.createIsolatedWorld',
        {
          frameId: frameTree.frame.id,
          worldName: 'lectern',
        },
      );
      const { result, exceptionDetails } = await send<{
        result: { value: never };
        exceptionDetails?: { exception?: { description?: string } };
      }>('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? 'the page failed');
      return result.value;
    },
    async close() {
      await cdp.send('Target.closeTarget', { targetId });
    },
  };
}

/** Chromium may ask for the https: address of an http: one. */
const samePage = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (url: string): string => url.replace(/^https?:|#.*$/g, '');
