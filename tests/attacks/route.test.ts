import { describe, expect, test, vi } from 'vitest';
import type { Sender } from '../../src/messages/protocol.ts';
import { isOwnPage, isPageOfTab, route } from '../../src/messages/route.ts';

const OWN = { id: 'ours', origin: 'chrome-extension://ours/' };
const PAGE: Sender = {
  id: 'ours',
  url: 'chrome-extension://ours/src/entrypoints/popup/index.html',
};

function background() {
  const remove = vi.fn((ids: string[]) => ids.length);
  const handlers = { 'article/remove': remove };
  return { remove, hear: route<Handled>(handlers, (sender) => isOwnPage(sender, OWN)) };
}

// An interface has no index signature of its own, a type has.
type Handled = { 'article/remove': (ids: string[]) => number };
const ASKED = { ask: 'article/remove', about: ['a'] };

describe('the background answers our own pages alone', () => {
  const STRANGERS: [who: string, sender: Sender][] = [
    ['nobody', {}],
    ['our id without an address', { id: 'ours' }],
    ['our address without an id', { url: PAGE.url }],
    ['our id with an empty address', { id: 'ours', url: '' }],
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/page.html' }],
    ['another extension at our address', { id: 'theirs', url: PAGE.url }],
    ['a web page', { url: 'http://a.test/' }],
    ['our content script in a page', { id: 'ours', url: 'https://a.test/story' }],
    [
      'one in a page that has our address in its own',
      { id: 'ours', url: `https://a.test/?${PAGE.url}` },
    ],
    ['one at a host that looks like ours', { id: 'ours', url: 'https://chrome-extension//ours/' }],
    ['one in a page of a longer id', { id: 'ours', url: 'chrome-extension://oursnot/page.html' }],
    ['one in another browser', { id: 'ours', url: 'moz-extension://ours/page.html' }],
    ['one in a blob of a page', { id: 'ours', url: 'blob:https://a.test/1' }],
    ['one in an empty frame', { id: 'ours', url: 'about:blank' }],
    ['one in a file', { id: 'ours', url: 'file:///ours/page.html' }],
  ];
  test.each(STRANGERS)('not %s', (_who, sender) => {
    const { remove, hear } = background();
    expect(hear(ASKED, sender)).toBeUndefined();
    expect(remove).not.toHaveBeenCalled();
  });

  test('a page of ours is answered', async () => {
    const { hear } = background();
    expect(await hear(ASKED, PAGE)).toBe(1);
  });
});

describe('only what is in the table is answered', () => {
  const FORGED: [what: string, message: unknown][] = [
    ['__proto__', { ask: '__proto__', about: [] }],
    ['constructor', { ask: 'constructor', about: [] }],
    ['toString', { ask: 'toString', about: [] }],
    ['hasOwnProperty', { ask: 'hasOwnProperty', about: 'ask' }],
    ['an unknown one', { ask: 'article/burn', about: [] }],
    ['the empty one', { ask: '', about: [] }],
    ['a list as a name', { ask: ['article/remove'], about: [] }],
    ['a thing that becomes a name', { ask: { toString: () => 'article/remove' }, about: [] }],
    ['nothing', null],
    ['undefined', undefined],
    ['a word', 'article/remove'],
    ['a list', ['article/remove']],
    ['an announcement', { announcement: 'library/changed' }],
  ];
  test.each(FORGED)('not %s', (_what, message) => {
    const { remove, hear } = background();
    expect(hear(message, PAGE)).toBeUndefined();
    expect(remove).not.toHaveBeenCalled();
  });
});

describe('what a content script may ask is asked by our script in the page of a tab alone', () => {
  const SCRIPT: Sender = { id: 'ours', url: 'https://a.test/story', frameId: 0, tab: { id: 4 } };
  const hear = route<{ 'page/picked': (about: unknown, sender: Sender) => number | undefined }>(
    { 'page/picked': (_about, { tab }) => tab?.id },
    (sender) => isPageOfTab(sender, OWN),
  );
  const PICKED = { ask: 'page/picked', about: { remember: '' } };

  test('and is told with its tab', async () => {
    expect(await hear(PICKED, SCRIPT)).toBe(4);
    expect(hear({ ...PICKED, ask: 'article/remove' }, SCRIPT)).toBeUndefined();
  });

  test.each<[who: string, sender: Sender]>([
    ['nobody', {}],
    ['another extension', { ...SCRIPT, id: 'theirs' }],
    ['a frame', { ...SCRIPT, frameId: 3 }],
    ['a frame that is not said', { ...SCRIPT, frameId: undefined }],
    ['no tab', { ...SCRIPT, tab: undefined }],
    ['a tab without a number', { ...SCRIPT, tab: {} }],
    ['a page of ours', { ...PAGE, frameId: 0, tab: { id: 4 } }],
    ['no address', { ...SCRIPT, url: undefined }],
    ['an empty page', { ...SCRIPT, url: 'about:blank' }],
    ['data', { ...SCRIPT, url: 'data:text/html,x' }],
  ])('not by %s', (_who, sender) => {
    expect(hear(PICKED, sender)).toBeUndefined();
  });
});
