import { describe, expect, it } from 'vitest';
import { failureOfInjection, refusalOf } from '../../src/platform/refusals.ts';

describe('tabs that are not worth a try', () => {
  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:config', 'browser-page'],
    ['edge://flags', 'browser-page'],
    ['view-source:https://a.example/', 'view-source'],
    ['chrome-error://chromewebdata/', 'error-page'],
    ['about:neterror?e=dnsNotFound', 'error-page'],
    ['moz-extension://1234/page.html', 'extension-page'],
    ['https://chromewebstore.google.com/detail/x', 'add-on-store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'add-on-store'],
    ['data:text/html,hello', 'not-a-page'],
  ])('%s', (url, reason) => expect(refusalOf({ url })).toBe(reason));

  it('a discarded and a frozen one', () => {
    expect(refusalOf({ url: 'https://a.example/', discarded: true })).toBe('asleep');
    expect(refusalOf({ url: 'https://a.example/', frozen: true })).toBe('asleep');
  });

  it('but every page of the web is', () => {
    for (const url of [
      'https://a.example/',
      'http://localhost:8000/x',
      'https://addons.example/mozilla.org',
    ]) {
      expect(refusalOf({ url })).toBeNull();
    }
  });
});

describe('refused injections', () => {
  const url = 'https://a.example/story';
  it.each([
    ['Cannot access a chrome:// URL', undefined, 'browser-page'],
    [
      'Cannot access contents of the page. Extension manifest must request permission',
      undefined,
      'no-access',
    ],
    ['Cannot access a chrome-extension:// URL of different extension', undefined, 'extension-page'],
    ['The extensions gallery cannot be scripted.', 'https://store.example/', 'add-on-store'],
    ['Error: no answer in time', url, 'no-answer'],
    ['Missing host permission for the tab', url, 'error-page'],
    ['Missing host permission for the tab', 'https://a.example/report.pdf?x=1', 'pdf'],
    ['Missing host permission for the tab', 'https://support.mozilla.org/kb', 'browser-page'],
    ['Frame with ID 0 is showing error page', url, 'error-page'],
    ['No tab with id: 12', url, 'asleep'],
    ['Cannot access contents of url "file:///x.html"', 'file:///x.html', 'local-file'],
  ])('%s (%s)', (message, address, reason) =>
    expect(failureOfInjection(message, { url: address })).toBe(reason),
  );
});
