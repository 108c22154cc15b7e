import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../../src/article/article.ts';
import { type LaterPage, withPage } from '../../../src/article/pages.ts';
import { fetchPage } from '../../../src/extract/pages/fetch-page.ts';
import { blocksOfArticle, readLaterPage } from '../../../src/extract/pages/read-later.ts';
import { readPage } from '../../../src/extract/read-page.ts';
import { openPage } from '../../pages/page-case.ts';

const HERE = new URL('https://weir.example/keeper');
const prose = (name: string): string =>
  `<p>${name}. ${`The ${name.toLowerCase()} gate of the weir is opened by hand at the turn of every tide. `.repeat(6)}</p>`;
const NOTE =
  '<p>The keeper of the weir has written to this paper every week since he was a boy.</p>';
const page = (body: string, title = 'The Keeper of the Weir'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article>
<h1>${title}</h1>${body}</article></main></body></html>`;
const FIRST = page(
  `<figure><img src="/lead.jpg" width="800" height="500"><figcaption>The weir at dusk</figcaption></figure>
${prose('First')}<p>Yes.</p>${prose('Second')}${NOTE}`,
);

interface Served {
  body: string | Uint8Array<ArrayBuffer>;
  type?: string;
  status?: number;
  url?: string;
}

/** A site that answers at each address with what is put there; `asked` is what it was asked for, and how. */
function serving(pages: Record<string, Served | string>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetcher = (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    const found = pages[url];
    if (found === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    const {
      body,
      type = 'text/html',
      status = 200,
      url: end,
    } = typeof found === 'string' ? { body: found } : found;
    const response = new Response(body, { status, headers: { 'content-type': type } });
    Object.defineProperty(response, 'url', { value: end ?? url });
    return Promise.resolve(response);
  };
  return { fetcher: fetcher as typeof fetch, asked };
}

let first: ArticleDraft;
beforeEach(() => {
  const read = readPage(openPage(FIRST, HERE.href));
  if (!read.ok) throw new Error(read.reason);
  first = read.value.draft;
});

async function later(html: string, at = 1): Promise<LaterPage | null> {
  const address = `${HERE.href}/${at + 1}`;
  const { fetcher } = serving({ [address]: html });
  const ask = { address, known: blocksOfArticle(first), title: first.title, at };
  const read = await readLaterPage(ask, readPage, fetcher, HERE);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

/** The first words of each block, a picture by its name. */
const outline = (html: string): string =>
  [...openPage(html, HERE.href).querySelectorAll('h2, p, img, figcaption')]
    .map((block) => block.getAttribute('src')?.split('/').pop() ?? block.textContent.split('.')[0])
    .join(' | ');

describe('a later page', () => {
  it('comes without the headline, the picture and the boxes that the first page had', async () => {
    const lead =
      '<figure><img src="/lead.jpg?w=400" width="400" height="250"><figcaption>The weir at dusk</figcaption></figure>';
    const read = await later(page(`${lead}${prose('Third')}<p>Yes.</p>${prose('Fourth')}${NOTE}`));
    expect(outline(read!.draft.html)).toBe('Third | Yes | Fourth');
    expect(read!.draft.words).toBeGreaterThan(150);
    const whole = withPage(first, read!);
    expect(whole.words).toBe(first.words + read!.draft.words);
    expect(whole).toMatchObject({
      pages: 2,
      url: HERE.href,
      minutes: Math.round(whole.words / 220),
    });
    expect(outline(whole.html)).toMatch(/^First \| Yes \| Second \| .* \| Third \| Yes \| Fourth$/);
  });

  it('keeps a picture of its own, and a headline of its own', async () => {
    const own = '<figure><img src="/sluice-gate-two.jpg" width="800" height="500"></figure>';
    const read = await later(page(`${own}${prose('Third')}${prose('Fourth')}`, 'The Way Down'));
    expect(outline(read!.draft.html)).toBe('The Way Down | sluice-gate-two.jpg | Third | Fourth');
    const numbered = await later(page(prose('Third'), 'The Keeper of the Weir – Page 2'));
    expect(outline(numbered!.draft.html)).toBe('Third');
  });

  it('of an article that was given before is no page', async () => {
    expect(await later(FIRST)).toBeNull();
    const print = page(`${prose('First')}<p>Yes.</p>${prose('Second')}${NOTE}${prose('Third')}`);
    expect(outline((await later(print))!.draft.html)).toBe('Third');
  });

  it('says where it goes on, with addresses as they are there', async () => {
    const pager = '<a href="/keeper">1</a> 2 <a href="3">3</a>';
    const address = `${HERE.href}/2`;
    const image = '<img src="gate.jpg" width="600" height="400">';
    const { fetcher } = serving({
      [address]: page(`${prose('Third')}<p>${image}</p>${prose('Fourth')}${pager}`),
    });
    const ask = { address, known: blocksOfArticle(first), title: first.title, at: 1 };
    const read = await readLaterPage(ask, readPage, fetcher, HERE);
    const draft = read.ok && read.value?.draft;
    expect(draft).toMatchObject({ ahead: { next: 'https://weir.example/keeper/3', count: 1 } });
    expect(draft && draft.html).toContain('https://weir.example/keeper/gate.jpg');
  });

  it('finds again where its own blocks were left out, and lists those of every page once', async () => {
    const share = '<p class="tool-line">Share this story</p>';
    const reading = readPage(
      openPage(page(`${prose('First')}${share}${prose('Second')}`), HERE.href),
    );
    if (!reading.ok) throw new Error(reading.reason);
    first = reading.value.draft;
    const letter = '<p class="tool-line">Leave a comment</p>';
    const read = await later(
      page(`${prose('First')}${share}${prose('Third')}${letter}${prose('Fourth')}`),
    );
    const whole = withPage(first, read!);
    expect(whole.leftOut?.map(({ text }) => text)).toEqual(['Share this story', 'Leave a comment']);
    const { place } = whole.leftOut![1]!;
    expect(outline(whole.html.slice(0, place))).toBe('First | Second | Third');
    expect(outline(whole.html.slice(place))).toBe('Fourth');
  });

  it('numbers its notes on, so that none leads to a note of another page', async () => {
    const noted = `<p>Opened<sup id="fnref1"><a href="#fn1">1</a></sup> by hand. ${prose('Third')}</p>
<ol class="footnotes"><li id="fn1">In winter by two hands, for the ice is heavy then. <a href="#fnref1">↩</a></li></ol>`;
    const read = await later(page(`${prose('Fourth')}${noted}`));
    const ids = [...read!.draft.html.matchAll(/id="(fn[^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(id).toMatch(/^fn(?:ref)?-30\d/);
  });
});

describe('a page is fetched', () => {
  const ask = async (found: Served, address = `${HERE.href}/2`) => {
    const { fetcher, asked } = serving({ [address]: found });
    return { answer: await fetchPage(address, HERE, fetcher), asked };
  };

  it('without cookies and without a referrer, within a time', async () => {
    const { asked } = await ask({ body: FIRST });
    expect(asked).toHaveLength(1);
    expect(asked[0]!.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(asked[0]!.init.signal).toBeInstanceOf(AbortSignal);
  });

  it.each([
    ['another site', 'https://elsewhere.example/keeper/2', 'refused', 0],
    ['another port', 'https://weir.example:8443/keeper/2', 'refused', 0],
    ['a file', 'file:///etc/passwd', 'refused', 0],
    ['no address', 'keeper', 'refused', 0],
  ])('never from %s', async (_what, address, reason, requests) => {
    const { answer, asked } = await ask({ body: FIRST }, address);
    expect(answer).toEqual({ ok: false, reason });
    expect(asked).toHaveLength(requests);
  });

  it.each([
    ['led elsewhere', { body: FIRST, url: 'https://elsewhere.example/' }, 'refused'],
    ['that is not there', { body: FIRST, status: 404 }, 'refused'],
    ['that is a picture', { body: 'x', type: 'image/png' }, 'no-article'],
    ['of 6 MB', { body: 'x'.repeat(6_000_000) }, 'too-large'],
  ])('but not one %s', async (_what, found, reason) => {
    expect((await ask(found)).answer).toEqual({ ok: false, reason });
  });

  it('in the charset that the server or the page names', async () => {
    const bytes = (text: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const html = async (found: Served) => {
      const { answer } = await ask(found);
      return answer.ok && answer.value.html;
    };
    const latin = bytes('<p>Gr\xfc\xdfe</p>');
    expect(await html({ body: latin, type: 'text/html; charset=ISO-8859-1' })).toContain('Grüße');
    const told = bytes('<meta charset="windows-1252"><p>Gr\xfc\xdfe</p>');
    expect(await html({ body: told })).toContain('Grüße');
    expect(await html({ body: '<p>Grüße</p>', type: 'text/html; charset=klingon' })).toContain(
      'Grüße',
    );
  });
});
