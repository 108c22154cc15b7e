import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from './driver/driver.ts';
import { FAKE_SPEECH } from './fake-speech.ts';
import { type Session, startSession } from './session.ts';

const BAR = `section[aria-label="Listen"]`;
const marked = (name: string): string =>
  `[...(CSS.highlights.get('${name}') ?? [])].map(String).join()`;
const SENTENCE = marked('said-sentence');
const WORD = marked('said-word');

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

async function openSaved(name: string): Promise<View> {
  const list = await session.ownPage('library/index.html');
  const link = `[...document.querySelectorAll('li h2 a')].find((a) => a.innerText.includes(${JSON.stringify(name)}))`;
  await list.until(link);
  await list.run(`${link}.click()`);
  await list.until(`document.querySelector('main article .article-text p')`);
  return list;
}

async function save(url: string): Promise<void> {
  const { tab, popup } = await session.save(url);
  await popup.close();
  await tab.close();
}

const page = (title: string, paragraphs: number): string => `<!doctype html><html lang="en">
  <title>${title}</title><main><article><h1>${title}</h1>${Array.from(
    { length: paragraphs },
    (_, at) =>
      `<p>Boat ${at} left the harbour at dawn. <a href="/log">Nobody saw it</a> come back. ${'The keeper wrote the hour into his book again. '.repeat(5)}</p>`,
  ).join('')}</article></main></html>`;

describe(`reading aloud in ${inject('browser')}`, () => {
  it('says what to do where there is no voice', async () => {
    session.site.page('http://quay.example/short', page('The short quay', 12));
    await save('http://quay.example/short');
    const reader = await openSaved('The short quay');
    await reader.run(FAKE_SPEECH, []);
    await reader.press('l');
    await reader.until(`document.querySelector('${BAR}')?.innerText.includes('no voice')`);
    await reader.close();
  });

  it('marks what is said, follows keys and clicks, and begins again where it stopped', async () => {
    const reader = await openSaved('The short quay');
    await reader.run(FAKE_SPEECH, ['en-GB']);
    await reader.press('l');
    await reader.until(`${SENTENCE} === 'Boat 0 left the harbour at dawn.' && ${WORD} === 'left'`);
    expect(await reader.run(`return window.saidHere.slice(0, 2)`)).toEqual([
      'The short quay',
      'Boat 0 left the harbour at dawn.',
    ]);
    await reader.press('Shift+ArrowRight');
    await reader.until(`${SENTENCE} === 'Boat 1 left the harbour at dawn.'`);
    await reader.press('ArrowRight');
    await reader.until(`${SENTENCE} === 'Nobody saw it come back.'`);
    await reader.press('k');
    await reader.until(`document.querySelector('${BAR} [aria-label=Play]')`);
    // A click on words begins there; one on a link does not.
    await reader.run(`
      const p = document.querySelectorAll('.article-text p')[3];
      p.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(p.firstChild, 3);
      range.setEnd(p.firstChild, 6);
      const { x, y } = range.getBoundingClientRect();
      p.querySelector('a').addEventListener('click', (event) => event.preventDefault());
      p.querySelector('a').click();
      p.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x + 2, clientY: y + 4 }));`);
    await reader.until(`${SENTENCE} === 'Boat 3 left the harbour at dawn.'`);
    await reader.until(`${WORD} === 'harbour'`);
    // Whoever scrolls away is left alone, and has a way back.
    await reader.run(
      `await new Promise((done) => setTimeout(done, 1300)); document.querySelector('.article-text').lastElementChild.scrollIntoView({ block: 'end', behavior: 'instant' })`,
    );
    await reader.until(`document.querySelector('${BAR}').innerText.includes('Back to')`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('${BAR}') && CSS.highlights.size === 0`);
    await reader.close();

    const again = await openSaved('The short quay');
    await again.run(FAKE_SPEECH, ['en-GB']);
    await again.press('l');
    await again.until(`window.saidHere.length > 0`);
    expect(await again.run<string>(`return window.saidHere[0]`)).not.toContain('quay');
    await again.until(
      `document.querySelectorAll('.article-text p')[3].textContent.includes(${SENTENCE})`,
    );
    await again.close();
  });

  it('lists its keys under the question mark, where each can be changed', async () => {
    const reader = await openSaved('The short quay');
    await reader.run(FAKE_SPEECH, ['en-GB']);
    await reader.press('?');
    await reader.until(
      `document.querySelector('dialog[open]').innerText.includes('While listening')`,
    );
    await reader.run(`document.getElementById('change-aloudToggle').click()`);
    await reader.until(`document.activeElement.matches('dialog input[readonly]')`);
    await reader.press('p');
    await reader.until(`document.getElementById('change-aloudToggle')?.innerText.includes('p')`);
    await reader.press('Escape');
    await reader.until(`!document.querySelector('dialog')`);
    await reader.press('l');
    await reader.until(`${SENTENCE} !== ''`);
    await reader.press('p');
    await reader.until(`document.querySelector('${BAR} [aria-label=Play]')`);
    await reader.close();
  });

  it('starts an article of 50,000 words as soon as a short one', async () => {
    session.site.page('http://quay.example/long', page('The long quay', 900));
    await save('http://quay.example/long');
    const took: number[] = [];
    for (const name of ['The short quay', 'The long quay']) {
      const reader = await openSaved(name);
      await reader.run(FAKE_SPEECH, ['en-GB']);
      // Once for the part itself to be loaded.
      await reader.press('l');
      await reader.until(`window.saidHere.length > 0`);
      await reader.press('Escape');
      await reader.run(`window.saidAt = window.pressedAt = undefined`);
      await reader.press('l');
      await reader.until(`window.saidAt`);
      took.push(await reader.run<number>(`return window.saidAt - window.pressedAt`));
      await reader.close();
    }
    const [short = 0, long = 0] = took;
    console.log(`first word: ${short.toFixed(0)} ms short, ${long.toFixed(0)} ms long`);
    expect(long - short).toBeLessThan(500);
  });

  it('speaks for real where the machine has a voice', async (context) => {
    const reader = await openSaved('The short quay');
    const voices = await reader.run<string[]>(`
      for (let waited = 0; waited < 40 && speechSynthesis.getVoices().length === 0; waited += 1)
        await new Promise((done) => setTimeout(done, 100));
      return speechSynthesis.getVoices().filter(({ localService }) => localService).map(({ lang }) => lang)`);
    if (!voices.some((lang) => lang.startsWith('en'))) {
      await reader.close();
      context.skip(`no English voice on this machine (${voices.length} in all)`);
    }
    await reader.click('[aria-label=Listen]');
    await reader.until(SENTENCE);
    const first = await reader.run<string>(`return ${SENTENCE}`);
    await reader.until(`${SENTENCE} && ${SENTENCE} !== ${JSON.stringify(first)}`);
    await reader.press('Escape');
    await reader.close();
  });
});
