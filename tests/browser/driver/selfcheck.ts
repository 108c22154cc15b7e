// Tries every method of the drivers: node --import tsx tests/browser/driver/selfcheck.ts [chromium|firefox]
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type BrowserName, type Driver } from './driver.ts';
import { png } from './png.ts';
import { writeCheckExtension } from './selfcheck-extension.ts';
import { startSite } from './site.ts';
import { poll } from './wait.ts';

const extension = writeCheckExtension();
const page = 'http://gazette.test/story';
const site = await startSite();
site.page(
  page,
  `<!doctype html><title>The story</title><h1>Hello</h1><p style="margin-top:2000px">
  <button onclick="this.textContent = 'clicked ' + event.isTrusted">Far down</button>
  <a href="/other">link</a><img src="http://pictures.test/a.png"><script>addEventListener('keydown',
  (e) => { document.title += ' ' + e.key })</script>`,
);
site.file('http://pictures.test/a.png', png(40, 30, [200, 40, 40]), 'image/png');

async function check(name: BrowserName): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'lectern-check-'));
  let last = Date.now();
  const passed = (what: string) => {
    console.log(`${name}: ${what} (${String(Date.now() - last)} ms)`);
    last = Date.now();
  };
  const start = () => launch(name, { extension, proxyPort: site.port, profile });
  const kept = (driver: Driver, key: string, value: string) =>
    poll(`${key} is ${value}`, async () => {
      const found = await driver.background(`return get(args[0])`, key);
      if (found !== null && found !== value) throw new Error(`${key} is ${String(found)}`);
      return found === value;
    });
  let driver = await start();
  passed('launch');
  try {
    const tab = await driver.open(page);
    assert.equal(await tab.url(), page);
    assert.deepEqual(await tab.run('return [location.href, await args[0]]', 7), [page, 7]);
    assert.equal(await tab.run(`return document.images[0].naturalWidth`), 40);
    await assert.rejects(tab.run(`throw new Error('told')`), /told/);
    passed('open, url, run');

    const popup = await driver.clickToolbar(tab);
    passed('toolbar click');
    await popup.until(`document.querySelector('#title').textContent`);
    assert.equal(await popup.text('#title'), 'The story');
    passed('popup has activeTab');
    await popup.click('#save');
    await popup.until(`document.querySelector('#out').textContent`);
    assert.equal(await popup.text('#out'), 'saved, trusted: true, active: true');
    passed('trusted click in the popup');
    await popup.type('#note', 'Añb 1?');
    assert.equal(await popup.run(`return document.querySelector('#note').value`), 'Añb 1?');
    await popup.press('Shift+Tab');
    assert.equal(await popup.run(`return document.activeElement.id`), 'save');
    await popup.press('?');
    const pressed = await popup.run<string[]>(`return pressed.slice(-2)`);
    assert.ok(pressed.includes('Shift+?true'), pressed.join());
    passed('type and press in the popup');
    await popup.colourScheme('dark');
    await popup.until(`matchMedia('(prefers-color-scheme: dark)').matches`);
    const picture = join(profile, 'popup.png');
    await popup.screenshot(picture);
    assert.ok(readFileSync(picture).readUInt32BE(16) >= 300);
    passed('popup colour scheme, screenshot');
    await assert.rejects(popup.resize(100, 100));
    await popup.close();

    await tab.click('button');
    assert.match(await tab.text('button'), /clicked true/);
    await tab.press('j');
    await tab.press('ArrowDown');
    await tab.until(`document.title === 'The story j ArrowDown'`);
    await tab.run(`document.title = 'The story'`);
    await tab.resize(360, 640);
    await tab.until(`innerWidth === 360 && innerHeight === 640`);
    await tab.colourScheme('dark');
    await tab.until(`matchMedia('(prefers-color-scheme: dark)').matches`);
    await tab.screenshot(picture);
    assert.equal(readFileSync(picture).readUInt32BE(16), 360);
    passed('tab click, press, resize, colour scheme, screenshot');

    await driver.command('save', tab);
    await kept(driver, 'key', 'The story');
    assert.match(await driver.badge(tab), /^key /);
    passed('command grants activeTab; badge');
    const second = await driver.open(page + '?2');
    await second.close();
    const third = await driver.open(page);
    await driver.contextMenu('menu', third);
    await kept(driver, 'menu', 'The story');
    await driver.contextMenu('menu', third, { at: 'a' });
    passed('context menu grants activeTab');

    await driver.killBackground();
    const ours = await driver.open(driver.origin + 'src/entrypoints/popup/index.html');
    assert.equal(await ours.run(`return chrome.runtime.sendMessage({ get: 'save' })`), 'saved');
    await ours.until(`document.querySelector('#title').textContent.startsWith('Refused')`);
    await driver.killBackground();
    assert.equal(await driver.background(`return get('save')`), 'saved');
    passed('killed twice, woken by a message and by background()');

    await driver.grantHost('http://gazette.test/*');
    const origins = ['http://gazette.test/*'];
    const asked = await ours.run(
      `return chrome.permissions.contains({ origins: args[0] })`,
      origins,
    );
    assert.equal(asked, true);
    passed('host granted');

    const fetches = `return fetch('http://gazette.test/story').then((r) => r.status, () => 0)`;
    assert.equal(await driver.background(fetches), 200);
    await driver.offline(true);
    assert.deepEqual([await driver.background(fetches), await ours.run(fetches)], [0, 0]);
    assert.equal(await ours.run('return navigator.onLine'), false);
    await driver.offline(false);
    assert.deepEqual([await driver.background(fetches), await ours.run(fetches)], [200, 200]);
    passed('offline and back');

    await ours.run(`chrome.tabs.create({ url: args[0] })`, `${page}?opened`);
    const opened = await driver.waitForTab('?opened');
    await opened.until(`document.readyState === 'complete'`);
    assert.ok((await driver.tabs()).includes(`${page}?opened`));
    for (const odd of ['about:blank', 'data:text/html,odd', `view-source:${page}`]) {
      assert.equal(await (await driver.open(odd)).url(), odd);
    }
    await driver.open('http://nowhere.test/');
    assert.ok(site.log.some(({ url }) => url === 'http://nowhere.test/'));
    passed('tabs, odd addresses');

    const release = site.hold('http://pictures.test/a.png');
    const held = await driver.open(page, 'dom');
    assert.equal(await held.run(`return document.images[0].complete`), false);
    release();
    await held.until(`document.images[0].naturalWidth === 40`);
    passed('open without waiting for a held picture');

    await driver.open('http://elsewhere.test/');
    await driver.background(`await chrome.action.openPopup()`);
    const bare = await driver.waitForPopup();
    await bare.until(`document.querySelector('#title').textContent.startsWith('Refused')`);
    passed('openPopup() grants no activeTab');

    await driver.kill();
    passed('kill');
    driver = await start();
    assert.equal(await driver.background(`return get('save')`), 'saved');
    passed('started again with its data');
  } finally {
    await driver.quit();
    passed('quit');
    rmSync(profile, { recursive: true, force: true });
  }
}

try {
  for (const name of ['chromium', 'firefox'] as const) {
    if (!process.argv[2] || process.argv[2] === name) await check(name);
  }
} finally {
  await site.close();
  rmSync(extension, { recursive: true });
}
