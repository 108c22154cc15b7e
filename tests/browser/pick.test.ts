import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const PROSE = 'The keeper of the weir opens its gates by hand at the turn of every tide. '.repeat(
  9,
);
/** What the page marks as its article is none; what it tells stands in a box of its own. */
const pageOf = (
  name: string,
): string => `<!doctype html><html lang="en"><head><title>${name}</title>
<style>* { border: 0 !important } div { display: block; z-index: 9 }</style></head>
<body><article><h1>${name}</h1><p>Appeal. ${PROSE}</p><p>More. ${PROSE}</p></article>
<div class="told"><p id="first">First. ${PROSE}</p><p id="second">Second. ${PROSE}</p></div>
<script>
  window.heard = [];
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'keydown', 'keyup',
    'keypress', 'focusin', 'focusout'])
    document.addEventListener(type, () => heard.push(type), true);
</script></body></html>`;
const URL = 'http://weir.example/keeper';
const STRICT = 'http://strict.example/keeper';

/** The first word of each paragraph of the article. */
const WORDS = `[...document.querySelectorAll('main .article p')].map((p) => p.innerText.split(/\\W/)[0]).join(' ')`;
const PICK = '[aria-label="Pick the article by hand"]';
const MARKUP = 'document.documentElement.outerHTML';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  for (const at of [URL, `${URL}?page=2`, 'http://second.example/keeper'])
    session.site.page(at, pageOf('The Keeper of the Weir'));
  session.site.page(
    STRICT,
    `<!doctype html><title>Strict</title><meta http-equiv="content-security-policy" content="default-src 'none'"><p>Strict. ${PROSE}</p>`,
  );
});
afterAll(() => session.end());

/** Clicks the toolbar button and then Pick in the popup; resolves when the bar stands over the page. */
async function startPicking(url: string): Promise<{ tab: View; before: string }> {
  const tab = await session.driver.open(url);
  const before = await tab.run<string>(`return ${MARKUP}`);
  const popup = await session.driver.clickToolbar(tab);
  await popup.until(`document.querySelector('main article .article')`);
  await popup.click(PICK);
  await tab.until(`${MARKUP} !== ${JSON.stringify(before)} && document.hasFocus()`);
  await tab.run('window.heard = []');
  return { tab, before };
}

/** The reader tab that the pick opens, with these words; closed again. */
async function expectReader(words: string, look?: (reader: View) => Promise<void>): Promise<void> {
  const reader = await session.driver.waitForTab('reader/draft.html');
  try {
    await reader.until(`${WORDS} === '${words}'`);
    await look?.(reader);
  } finally {
    await reader.close();
  }
}

async function expectUntouched(tab: View, before: string): Promise<void> {
  expect(await tab.run(`return ${MARKUP}`)).toBe(before);
  expect(await tab.run('return window.heard')).toEqual([]);
}

describe(`the article picked by hand in ${inject('browser')}`, () => {
  it('is what the person clicks, and the page notices nothing', async () => {
    const { tab, before } = await startPicking(URL);
    await tab.click('#second');
    await tab.press('Enter');
    await expectReader('Second');
    await expectUntouched(tab, before);
    // The next click on the toolbar button reads the same, and goes back to the whole.
    const popup = await session.driver.clickToolbar(tab);
    await popup.until(`${WORDS} === 'Second'`);
    expect(await popup.text()).toContain('Read from the part you picked');
    await popup.click('[role=status] button');
    await popup.until(`${WORDS}.startsWith('Appeal More')`);
    await popup.close();
    const again = await session.driver.clickToolbar(tab);
    await again.until(`${WORDS}.startsWith('Appeal More')`);
    await again.close();
    await tab.close();
  });

  it('is chosen, made wider and read by mouse alone', async () => {
    const { tab, before } = await startPicking(URL);
    await tab.click('#first');
    const width = await tab.run<number>('return document.documentElement.clientWidth');
    const height = await tab.run<number>('return innerHeight');
    const [start, row] = [Math.max(12, (width - 640) / 2), height - 45];
    // "Wider" stands after the two buttons that read, "Read this" first.
    await tab.clickAt(start + 370, row);
    await tab.clickAt(start + 45, row);
    await expectReader('First Second');
    await expectUntouched(tab, before);
    await tab.close();
  });

  it('is chosen and read by keyboard alone', async () => {
    const { tab, before } = await startPicking(URL);
    // From the article that the page marks to the box beside it, and into it.
    await tab.press('ArrowRight');
    await tab.press('ArrowDown');
    await tab.press('ArrowLeft');
    await tab.press('ArrowUp');
    await tab.press('-');
    await tab.press('Enter');
    await expectReader('First');
    await expectUntouched(tab, before);
    await tab.close();
  });

  it('is left with Escape, and with Cancel; the page is as it was', async () => {
    const { tab, before } = await startPicking(URL);
    await tab.press('ArrowUp');
    await tab.press('Escape');
    await expectUntouched(tab, before);
    await tab.press('a');
    expect(await tab.run('return window.heard')).toContain('keydown');
    await tab.close();
    const other = await startPicking(URL);
    await other.tab.press('Shift+Tab');
    await other.tab.press('Enter');
    await expectUntouched(other.tab, other.before);
    await other.tab.close();
    expect((await session.driver.tabs()).filter((url) => url.includes('reader'))).toEqual([]);
  });

  it('is remembered for the site, until the person takes it back', async () => {
    const { tab } = await startPicking(URL);
    await tab.press('ArrowRight');
    await tab.press('Tab');
    await tab.press('Tab');
    await tab.run(`await new Promise((resolve) => setTimeout(resolve, 300))`);
    await tab.press('Enter');
    await expectReader('First Second', async (reader) => {
      await reader.until(`document.body.innerText.includes('Remembered for weir.example')`);
      const next = await session.read(`${URL}?page=2`);
      expect(await next.popup.run(`return ${WORDS}`)).toBe('First Second');
      expect(await next.popup.text()).not.toContain('you picked');
      await next.popup.close();
      await next.tab.close();
      await reader.click('[role=status] button');
      await reader.until(`document.body.innerText.includes('No longer remembered')`);
    });
    await tab.close();
    const after = await session.read(`${URL}?page=2`);
    expect(await after.popup.run(`return ${WORDS}`)).toMatch(/^Appeal More/);
    await after.popup.close();
    await after.tab.close();
  });

  it('is believed only where the person began to pick', async () => {
    const { tab, popup } = await session.read(URL);
    const answers = await session.driver.background<unknown[]>(
      `const api = globalThis.browser ?? chrome;
      const [{ id }] = await api.tabs.query({ active: true, currentWindow: true });
      const ask = async (message) => {
        const [{ result }] = await api.scripting.executeScript({
          target: { tabId: id }, args: [message],
          func: async (asked) => {
            const { runtime } = globalThis.browser ?? chrome;
            const late = new Promise((resolve) => setTimeout(resolve, 4000, 'no answer'));
            return (await Promise.race([runtime.sendMessage(asked).catch(() => 'no answer'), late])) ?? 'no answer';
          },
        });
        return result;
      };
      const picked = { ask: 'page/picked', about: { remember: '' } };
      const begin = () => api.storage.session.set({ ['picking:' + id]: 'weir.example' });
      const answers = [await ask(picked)];
      await begin();
      answers.push(await ask({ ...picked, about: { remember: 'main, body' } }), await ask({ ask: 'library/counts' }));
      answers.push(await ask(picked), await ask(picked));
      return answers;`,
    );
    expect(answers).toEqual([false, false, 'no answer', true, false]);
    await (await session.driver.waitForTab('reader/draft.html')).close();
    await popup.close();
    await tab.close();
  });

  it('is picked in a modal box, and in a frame of the page', async () => {
    const at = 'http://modal.example/keeper';
    session.site.page(
      at,
      `${pageOf('Modal')}<dialog style="position: fixed"><p id="boxed">Boxed. ${PROSE}</p></dialog><script>document.querySelector('dialog').showModal()</script>`,
    );
    const modal = await startPicking(at);
    await modal.tab.click('#boxed');
    await modal.tab.press('Enter');
    await expectReader('Boxed');
    expect(await modal.tab.run(`return ${MARKUP}`)).toBe(modal.before);
    await modal.tab.close();
    const framing = 'http://frame.example/keeper';
    session.site.page(new globalThis.URL('part', framing).href, `<p>Framed. ${PROSE}</p>`);
    session.site.page(
      framing,
      `${pageOf('Frame')}<iframe id="frame" src="part" width="600" height="120"></iframe>`,
    );
    const frame = await startPicking(framing);
    await frame.tab.click('#frame');
    await frame.tab.press('Enter');
    await expectReader('Framed');
    expect(await frame.tab.run(`return ${MARKUP}`)).toBe(frame.before);
    await frame.tab.close();
  });

  it('is picked with a bar that axe finds nothing in', async () => {
    // Nothing looks into a closed shadow tree, so here is the same script in a page that opens it.
    const at = 'http://open.example/keeper';
    const words = readFileSync('public/_locales/en/messages.json', 'utf8');
    session.site.file(
      new globalThis.URL('pick.js', at).href,
      readFileSync(`dist/${inject('browser') === 'firefox' ? 'firefox' : 'chrome'}/pick.js`),
      'text/javascript',
    );
    session.site.page(
      at,
      `${pageOf('Open')}<script>
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function () { return attachShadow.call(this, { mode: 'open' }); };
      const words = ${words};
      const getMessage = (key, values) => (words[key]?.message ?? '').replace(/\\$(\\d)/g, (all, at) => values[at - 1]);
      globalThis.browser = { i18n: { getMessage } };
      </script><script src="pick.js"></script>`,
    );
    const tab = await session.driver.open(at);
    for (const scheme of ['light', 'dark'] as const) {
      await tab.colourScheme(scheme);
      const found = await tab.run(
        `${axe.source};
        // It sees no colours beside the body.
        const host = document.querySelector('html > [popover], body > [popover]');
        document.body.append(host);
        const bar = host.shadowRoot.querySelector('[role=dialog]');
        const { violations, passes } = await (window.axe ?? globalThis.axe).run(bar);
        return { violations: violations.map(({ id, nodes }) => id + ': ' + nodes[0].html), contrast: passes.some(({ id }) => id === 'color-contrast') };`,
      );
      expect(found, scheme).toEqual({ violations: [], contrast: true });
    }
    await tab.close();
  });

  it('is picked on a page that allows nothing, and where no article was found', async () => {
    const list = session.serveCase('section-front');
    const tab = await session.driver.open(list);
    const before = await tab.run<string>(`return ${MARKUP}`);
    const popup = await session.driver.clickToolbar(tab);
    await popup.until(`document.querySelector('main section[role=status]')`);
    await popup.click('main section[role=status] button:nth-of-type(2)');
    await tab.until(`${MARKUP} !== ${JSON.stringify(before)}`);
    await tab.press('Escape');
    await tab.close();
    const strict = await startPicking(STRICT);
    // Only what has its styles lies over all of the page.
    expect(
      await strict.tab.run(
        `return document.elementFromPoint(innerWidth / 2, 300) === document.documentElement.lastElementChild`,
      ),
    ).toBe(true);
    await strict.tab.press('Enter');
    await expectReader('Strict');
    await strict.tab.close();
  });
});
