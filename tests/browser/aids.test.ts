import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PANEL = '[popover][aria-label=Aids]';
/** Chrome's interfaces, with a model that has to be fetched for summaries. */
const MACHINE = `
  window.Translator = {
    availability: async () => 'available',
    create: async () => ({ translate: async (text) => text.split(' ').reverse().join(' '), destroy() {} }),
  };
  window.Summarizer = {
    availability: async () => 'downloadable',
    create: async () => ({ summarize: async () => '* One point\\n* Another point', destroy() {} }),
  };
`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

async function expectNothing(view: View): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await view.colourScheme(scheme);
    const found = await view.run<string[]>(
      `${axe.source};
      const { violations } = await (window.axe ?? globalThis.axe).run(document, { runOnly: args[0] });
      return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) => html.slice(0, 160) + (any[0]?.message ?? '')).join(' | '));`,
      RULES,
    );
    expect(found, scheme).toEqual([]);
  }
  await view.colourScheme(null);
}

async function openSaved(): Promise<View> {
  const list = await session.ownPage('library/index.html');
  await list.until(`document.querySelector('li h2 a')`);
  await list.click('li h2 a');
  await list.until(`document.querySelector('main article .article-text p')`);
  return list;
}

/** Switches an aid of the panel by its place. */
const flip = (reader: View, at: number): Promise<void> =>
  reader.run(`document.querySelectorAll('${PANEL} [role=switch]')[${at}].click()`);

describe(`aids in ${inject('browser')}`, () => {
  it('keep to lines and paragraphs, are remembered, and leave the text as it was', async () => {
    const { tab, popup } = await session.save(session.serveCase('magazine-2011'));
    await popup.close();
    await tab.close();
    const reader = await openSaved();
    const text = await reader.run<string>(
      `return document.querySelector('.article-text').textContent`,
    );
    await reader.press('a');
    await reader.until(`document.querySelector('${PANEL}')`);
    await expectNothing(reader);
    for (const at of [0, 1, 2]) await flip(reader, at);
    await reader.run(
      `const lines = document.querySelector('${PANEL} select'); lines.value = '3'; lines.dispatchEvent(new Event('change', { bubbles: true }))`,
    );
    await reader.until(`document.querySelectorAll('[data-beginning]').length > 20`);
    await reader.until(`document.querySelectorAll('[class*=shade]').length === 2`);
    await reader.until(
      `document.querySelector('[class*=ruler]') && document.querySelector('[data-current]')`,
    );
    await reader.press('Escape');
    await reader.until(`!document.querySelector('${PANEL}')`);
    await expectNothing(reader);
    const rulerAt = `document.querySelector('[class*=ruler]').getBoundingClientRect().top`;
    const before = await reader.run<number>(`return ${rulerAt}`);
    await reader.press('ArrowDown');
    await reader.until(`${rulerAt} > ${before} + 5`);
    expect(
      await reader.run<string>(`return document.querySelector('.article-text').textContent`),
    ).toBe(text);
    await reader.close();

    const again = await openSaved();
    await again.until(`document.querySelectorAll('[data-beginning]').length > 20`);
    await again.until(`document.querySelectorAll('[class*=shade]').length === 2`);
    await again.press('a');
    await again.until(`document.querySelector('${PANEL}')`);
    for (const at of [0, 1, 2]) await flip(again, at);
    await again.run(
      `const lines = document.querySelector('${PANEL} select'); lines.value = '0'; lines.dispatchEvent(new Event('change', { bubbles: true }))`,
    );
    await again.until(`!document.querySelector('[class*=shade]')`);
    await again.until(
      `!document.querySelector('[data-beginning], [data-paragraphs], [class*=ruler]')`,
    );
    await again.close();
  });

  it('translate and sum up with what the browser has, asking before it fetches', async () => {
    const reader = await openSaved();
    await reader.run(MACHINE);
    await reader.press('a');
    await reader.until(`document.querySelectorAll('${PANEL} [role=switch]').length === 4`);
    await reader.run(
      `const into = document.querySelectorAll('${PANEL} select')[1]; into.value = 'de'; into.dispatchEvent(new Event('change', { bubbles: true }))`,
    );
    await reader.until(
      `document.querySelectorAll('.article-text [data-beside][lang=de]').length > 2`,
    );
    await flip(reader, 3);
    await reader.until(
      `document.querySelector('${PANEL}').innerText.includes('fetch a language model')`,
    );
    await expectNothing(reader);
    await reader.run(
      `[...document.querySelectorAll('${PANEL} button')].find((b) => b.innerText === 'Fetch it').click()`,
    );
    await reader.until(`document.querySelector('main aside li')?.innerText === 'One point'`);
    await reader.press('Escape');
    await expectNothing(reader);
    await reader.run(`document.querySelector('[aria-label="Close the summary"]').click()`);
    await reader.until(`!document.querySelector('main aside')`);
    await reader.close();
  });
});
