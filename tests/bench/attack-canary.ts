import assert from 'node:assert/strict';
import type { ChromiumView } from '../browser/driver/chromium-view.ts';
import type { View } from '../browser/driver/driver.ts';
import type { Site } from '../browser/driver/site.ts';
import { poll } from '../browser/driver/wait.ts';
import { HOOKS, LISTS, LOOK, type Looked, PLACES } from './attack-checks.ts';
import type { Heard } from './attack-ears.ts';
import { requestsOf, Tally } from './attack-tally.ts';
import { readerAt, throughPopup } from './attack-way.ts';

const INDEX = 0;
const ADDRESS = 'http://canary.test/x';
const DRAFT = 'src/entrypoints/reader/draft.html?key=none';
const POPUP_PAGE = 'src/entrypoints/popup/index.html';

/** What a hole would leave behind: a link that runs, and a picture with a handler. */
const PLANT = `const body = document.querySelector('main .article');
const link = document.createElement('a');
link.setAttribute('href', 'javascript:__xss(1)');
const handled = document.createElement('b');
let set = handled.setAttribute.bind(handled);
try { set('onclick', '__xss(1)'); }
catch { set('onclick', trustedTypes.createPolicy('dompurify', { createScript: (text) => text }).createScript('__xss(1)')); }
body.append(link, handled, document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
alert('canary');`;

/**
 * Proves that the run can fail: on a harmless article nothing is found; with a hole planted by hand every
 * detector reports. Throws when one is blind.
 */
export async function canary(heard: Heard, site: Site): Promise<void> {
  const { driver, ears } = heard;
  const clean = new Tally();
  assert.ok(await throughPopup(heard, site, clean, INDEX, 'harmless words'), 'no article');
  const own = await driver.open(driver.origin + POPUP_PAGE);
  const { id } = await own.run<{ id: string }>(
    `return (await chrome.runtime.sendMessage({ ask: 'article/saved-as', about: args[0] })).value`,
    `http://attack-${INDEX}.test/story`,
  );
  await own.close();
  const reader = await driver.open(`${driver.origin}src/entrypoints/reader/index.html`);
  await ears.attach(reader);
  await readerAt(reader, driver, id);
  await clean.look(reader, ears, INDEX, 'reader');
  assert.deepEqual(
    [...clean.failures, ...clean.stopped],
    [],
    'something was found in a harmless article',
  );

  await reader.run(HOOKS);
  // The reader's own code opens the original: a call from the page's world, not from ours.
  await reader.press('o');
  const calls = await poll('the page heard', () =>
    reader.run<string[] | false>(
      `return window.heardCalls.length > 0 && window.heardCalls.splice(0)`,
    ),
  );
  assert.match(calls.join(), /^open\(/, 'the hooks do not hear the page');
  await reader.run(PLANT);
  if (driver.name === 'chromium') {
    const view = reader as ChromiumView;
    const stranger = { expression: 'alert(2)', sourceURL: '', persistScript: true };
    await view.send('Runtime.enable');
    await view.send('Runtime.compileScript', stranger);
    await view.send('Runtime.disable');
  }
  await expectAll(reader, heard);
  await reader.close();
  await expectRequest(heard, site);
}

async function expectAll(reader: View, { driver, ears }: Heard): Promise<void> {
  const found = await reader.run<Looked>(LOOK, { place: PLACES.reader, lists: LISTS });
  const [scripts, console] = [await ears.scripts(), await ears.blocked()];
  const told = JSON.stringify({ found, scripts, console });
  assert.match(found.heard.join(), /alert\(canary\)/, `no call heard: ${told}`);
  for (const part of ['onclick', 'href=javascript:', '<svg>'])
    assert.ok(
      found.markup.some((what) => what.includes(part)),
      `no markup seen: ${told}`,
    );
  assert.ok([...found.blocked, ...console].length >= 2, `nothing blocked was told: ${told}`);
  if (driver.name === 'chromium') assert.ok(scripts.length > 0, `no script seen: ${told}`);
}

async function expectRequest({ driver }: Heard, site: Site): Promise<void> {
  const draft = await driver.open(driver.origin + DRAFT);
  const requests = requestsOf(site);
  await draft.run(`new Image().src = args[0]`, ADDRESS);
  await poll('the request', () => site.log.some(({ url }) => url === ADDRESS));
  const tally = new Tally();
  tally.addRequests(requests.take(), INDEX, 'canary');
  assert.equal(tally.requests, 1, `not one request: ${JSON.stringify(tally.failures)}`);
  await draft.close();
}
