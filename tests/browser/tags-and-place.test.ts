import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { type Session, startSession } from './session.ts';

const TAGS = `[...document.querySelectorAll('[aria-label=Tags] bdi')].map((tag) => tag.innerText).join()`;
const ADD = '[aria-label=Tags] > button';
const FIELD = '[aria-label=Tags] input';
const BLOCK = `[...document.querySelectorAll('.article-text > *')].findIndex((one) => one.getBoundingClientRect().bottom > 70)`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

async function openSaved(): Promise<View> {
  const list = await session.ownPage('library/index.html');
  await list.until(`document.querySelector('li h2 a')`);
  await list.click('li h2 a');
  await list.until(`document.querySelector('main article .article p')`);
  return list;
}

describe(`tags and place in ${inject('browser')}`, () => {
  it('gives tags in the popup, and takes one away in the reader', async () => {
    const { tab, popup } = await session.save(session.serveCase('long-essay'));
    await popup.until(`document.querySelector('${ADD}')`);
    await popup.click(ADD);
    await popup.type(FIELD, 'tides, To Read,');
    await popup.until(`${TAGS} === 'tides,To Read'`);
    await popup.close();
    await tab.close();
    const reader = await openSaved();
    await reader.until(`${TAGS} === 'tides,To Read'`);
    await reader.click('[aria-label="Remove the tag tides"]');
    await reader.until(`${TAGS} === 'To Read'`);
    await reader.click(ADD);
    await reader.until(`document.querySelector('${FIELD}')`);
    await reader.type(FIELD, 'harbours');
    await reader.press('Enter');
    await reader.until(`${TAGS} === 'To Read,harbours'`);
    await reader.run(`location.reload()`);
    await reader.until(`${TAGS} === 'To Read,harbours'`);
    await reader.close();
  });

  it('opens an article where it was left, and says how much is left', async () => {
    const reader = await openSaved();
    await reader.run(
      `document.querySelectorAll('.article-text > *')[9].scrollIntoView({ block: 'start' })`,
    );
    await reader.until(`/\\d+ min left/.test(document.querySelector('header').innerText)`);
    const before = await reader.run<number>(`return ${BLOCK}`);
    expect(before).toBeGreaterThan(5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await reader.close();
    const again = await openSaved();
    await again.until(`scrollY > 0 && Math.abs(${BLOCK} - ${before}) <= 1`);
    await again.close();
  });
});
