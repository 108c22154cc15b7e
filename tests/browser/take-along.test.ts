import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

/** Keeps what is copied where the test can read it: to read the real clipboard, a page has to ask the person. */
const LISTEN = `
  const write = navigator.clipboard.write.bind(navigator.clipboard);
  navigator.clipboard.write = async ([item]) => {
    const copied = {};
    for (const type of item.types) copied[type] = await (await item.getType(type)).text();
    window.copied = copied;
    await write([item]);
  };`;

let session: Session;
let reader: View;
beforeAll(async () => {
  session = await startSession();
  const { tab, popup } = await session.save(session.serveCase('long-essay'));
  await popup.close();
  await tab.close();
  reader = await session.ownPage('library/index.html');
  await reader.until(`document.querySelector('li h2 a')`);
  await reader.click('li h2 a');
  await reader.until(`document.querySelector('main article .article p')`);
});
afterAll(() => session.end());

async function choose(entry: string): Promise<void> {
  await reader.click('[popovertarget=more-panel]');
  await reader.until(`document.querySelector('#more-panel').matches(':popover-open')`);
  await reader.run(
    `for (const one of document.querySelectorAll('#more-panel button')) one.dataset.named = one.innerText`,
  );
  await reader.click(`#more-panel [data-named="${entry}"]`);
}

describe(`taking an article along in ${inject('browser')}`, () => {
  it('copies it as Markdown, with its form, and as plain text', async () => {
    await reader.run(LISTEN);
    await choose('Copy as Markdown');
    await reader.until(
      `[...document.querySelectorAll('[role=status]')].some((one) => one.innerText === 'Copied')`,
    );
    const title = await reader.run<string>(`return document.querySelector('h1').innerText`);
    const first = await reader.run<string>(
      `return document.querySelector('.article-text p').innerText`,
    );
    const markdown = await reader.run<Record<string, string>>(`return window.copied`);
    expect(markdown['text/plain']).toContain(`# ${title}\n`);
    await choose('Copy formatted');
    await reader.until(`window.copied['text/html']`);
    const formatted = await reader.run<Record<string, string>>(`return window.copied`);
    expect(formatted['text/html']).toMatch(/^<article/);
    expect(formatted['text/html']).not.toContain('data-picture');
    expect(formatted['text/plain']).toContain(first.slice(0, 60));
    await choose('Copy as plain text');
    await reader.until(`!window.copied['text/html']`);
    expect(await reader.run<string>(`return window.copied['text/plain']`)).toContain(title);
  });

  it('closes its menu at Escape, and nothing else', async () => {
    await reader.click('[popovertarget=more-panel]');
    await reader.until(`document.querySelector('#more-panel').matches(':popover-open')`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('#more-panel').matches(':popover-open')`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await reader.url()).toContain('reader/index.html');
  });

  it('lists its keys, and takes another for what the person chooses', async () => {
    await reader.press('?');
    await reader.until(`document.querySelector('dialog[open] dl')`);
    await reader.click('dialog dl > div:first-child dd button');
    await reader.until(`document.activeElement.matches('dialog input[readonly]')`);
    await reader.press('q');
    await reader.until(
      `document.querySelector('dialog dl > div:first-child kbd').innerText === 'q'`,
    );
    await reader.press('Escape');
    await reader.until(`!document.querySelector('dialog')`);
    const archived = `document.querySelector('header [aria-label="Move back to unread"]')`;
    await reader.press('e');
    await reader.press('q');
    await reader.until(archived);
    await reader.run(`window.isOld = true; location.reload()`);
    await reader.until(`!window.isOld && ${archived}`);
    await reader.press('?');
    await reader.until(`document.querySelector('dialog kbd')?.innerText === 'q'`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('dialog')`);
    await reader.press('q');
    await reader.until(`!${archived}`);
  });

  it('does nothing at a single key where the person wants none', async () => {
    await reader.press('?');
    await reader.until(`document.querySelector('dialog[open] [type=checkbox]')`);
    await reader.click('dialog [type=checkbox]');
    await reader.until(`!document.querySelector('dialog [type=checkbox]').checked`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('dialog')`);
    await reader.press('q');
    await reader.press('?');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(
      await reader.run(
        `return document.querySelector('dialog, header [aria-label="Move back to unread"]') === null`,
      ),
    ).toBe(true);
  });
});
