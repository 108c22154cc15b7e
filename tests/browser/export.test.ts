import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ATTACKS } from '../attacks/payloads.ts';
import { unpacked } from '../formats/out/unpacked.ts';
import { articleWith, variedArticles } from '../formats/out/varied.ts';
import type { View } from './driver/driver.ts';
import { type Session, startSession, webRequests } from './session.ts';
import {
  fillWith,
  keepPictures,
  mindedIn,
  noBookTools,
  press,
  readByAnother,
  tag,
  takeOut,
} from './taken-out.ts';

/** All of them once; the other browser builds the same book from fewer. */
const VARIED = Number(process.env['VARIED'] ?? (inject('browser') === 'chromium' ? 200 : 20));
const SHOTS = process.env['SHOTS'];

let session: Session;
let list: View;
let folder: string;
let ids: string[];

/** What would run says so in a way that every page can see. */
const hostile = ATTACKS.map(([, markup]) => markup.replaceAll('ran(1)', 'document.title=`ran`'));
const attacks = [
  articleWith({
    url: 'https://attacks.example/one',
    title: '<script>document.title=`ran`</script> Attacks',
    siteName: '"><img src=x onerror=document.title=`ran`>',
    byline: '</script><script>document.title=`ran`</script>',
    html: hostile.join('\n'),
  }),
  articleWith({
    url: 'https://attacks.example/two',
    title: 'Quiet harbour',
    html: '<p>Only the lighthouse keeper knows.</p><p><img data-picture="https://p.example/kept.png" alt="The pier"><img data-picture="https://p.example/whole.png" alt="The whole pier"><img data-picture="https://p.example/gone.png" alt="The gone pier"></p>',
  }),
];

beforeAll(async () => {
  session = await startSession();
  folder = mkdtempSync(join(tmpdir(), 'lectern-out-'));
  const page = await session.ownPage('options/index.html');
  const varied = variedArticles(VARIED);
  ids = await fillWith(page, varied);
  const hostileIds = await fillWith(page, attacks);
  await tag(page, hostileIds, 'attacks');
  await page.close();
  await keepPictures(session.driver, [
    ...ids.flatMap((id, at) =>
      ['a', 'b', `lead${at % 9}`].map((name) => [id, `https://p.example/${name}.png`] as const),
    ),
    [hostileIds[1]!, 'https://p.example/kept.png'],
  ]);
  await keepPictures(session.driver, [[hostileIds[1]!, 'https://p.example/whole.png']], {
    ground: 'white',
  });
  list = await session.ownPage('library/index.html');
  await list.until(`document.querySelector('li h2 a')`);
});
afterAll(async () => {
  await session.end();
  rmSync(folder, { recursive: true, force: true });
});

function kept(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

async function shots(view: View, name: string): Promise<void> {
  if (!SHOTS) return;
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1200, 360]) {
      await view.colourScheme(scheme);
      await view.resize(width, 900);
      await view.screenshot(`${SHOTS}/${name}-${scheme}-${width}-${inject('browser')}.png`);
    }
  await view.colourScheme(null);
  await view.resize(1200, 900);
}

describe(`taking articles out in ${inject('browser')}`, () => {
  it(`writes a book of ${VARIED} varied articles that EPUBCheck and another reader take`, async (context) => {
    const reason = noBookTools();
    if (reason) context.skip(reason);
    await press(list, 'Take out');
    const begun = performance.now();
    const { name, bytes, said } = await takeOut(list, {
      what: 'all',
      format: 'epub',
      options: { 'from top to bottom': true },
    });
    console.log(`written in ${Math.round(performance.now() - begun)} ms, ${bytes.length} bytes`);
    await shots(list, 'export-done');
    await press(list, 'Close');
    expect(said).toContain(`${VARIED + attacks.length} articles are in the file`);
    expect(name).toMatch(/^Saved articles \d{4}-\d\d-\d\d\.epub$/);
    const file = kept('all.epub', bytes);
    if (SHOTS) writeFileSync(`${SHOTS}/all-${inject('browser')}.epub`, bytes);
    const [minded, text] = await Promise.all([mindedIn(file), readByAnother(file)]);
    expect(minded.slice(0, 20)).toEqual([]);
    expect(text).toContain('Only the lighthouse keeper knows');
  }, 600_000);

  it('writes the two that were selected, from the bar', async () => {
    await list.run(`location.hash = '#shelf=all&words=tag%3Aattacks'`);
    await list.until(`document.querySelectorAll('main li h2 a').length === 2`);
    await list.run(
      `document.querySelectorAll('main li input[type=checkbox]').forEach((box) => box.checked || box.click())`,
    );
    await list.until(`document.querySelector('[role=toolbar]')`);
    await list.run(
      `[...document.querySelectorAll('[role=toolbar] button')].find((one) => one.getAttribute('aria-label') === 'Take out').click()`,
    );
    const { bytes } = await takeOut(list, { format: 'epub' });
    await press(list, 'Close');
    const files = await unpacked(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    expect([...files.keys()].filter((path) => path.includes('article-'))).toHaveLength(2);
    // WebP is drawn anew: as PNG where something shows through.
    const kinds = [...files.keys()].flatMap((path) => /pictures\/\d\.(\w+)$/.exec(path)?.[1] ?? []);
    expect(kinds).toEqual(['png', 'jpg']);
  });

  it('writes a library of pages that opens from the disk, searches, and runs nothing of an article', async () => {
    await press(list, 'Take out');
    await list.until(`document.querySelector('dialog[open] input[name=format]')`);
    await shots(list, 'export-dialog');
    const { bytes, said } = await takeOut(list, { what: 'here', format: 'html' });
    expect(said).toMatch(/\d pictures? (?:was|were) missing/);
    await press(list, 'Close');
    const files = await unpacked(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    for (const [path, content] of files) kept(join('pages', path), content);
    const before = session.site.log.length;
    const index = await session.driver.open(pathToFileURL(join(folder, 'pages/index.html')).href);
    await index.until(`!document.querySelector('#search').closest('[hidden]')`);
    await shots(index, 'html-index');
    await index.type('#search', 'líghthouse');
    await index.until(`document.querySelectorAll('#list > li:not([hidden])').length === 1`);
    expect(await index.text('#list')).toContain('Quiet harbour');
    await index.type('#search', ' nowhere');
    await index.until(`!document.querySelector('#nothing').hidden`);
    for (const at of [1, 2]) {
      const page = await session.driver.open(
        pathToFileURL(join(folder, `pages/articles/${at}.html`)).href,
      );
      await page.until(`document.readyState === 'complete'`);
      const found = await page.run<Record<string, unknown>>(`return {
        title: document.title,
        scripts: document.scripts.length,
        handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on')),
        links: [...document.querySelectorAll('[href], [src]')].map((one) => one.href || one.src).filter((to) => !/^(https?|mailto|file):/.test(to)),
        pictures: [...document.images].map((one) => one.naturalWidth > 0),
      }`);
      expect(found).toMatchObject({ scripts: 0, handlers: [], links: [] });
      expect(found['title']).not.toBe('ran');
      if (await page.run<boolean>(`return document.body.innerText.includes('lighthouse')`))
        expect(found['pictures']).toEqual([true, true]);
      await shots(page, `html-article-${at}`);
      await page.close();
    }
    // The detector is not blind: what the policy of the pages does not name does not run either.
    const planted = await index.run<boolean>(`
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.body.append(script);
      return window.planted === true;`);
    expect(planted).toBe(false);
    expect(await index.run(`return document.title`)).not.toBe('ran');
    expect(webRequests(session.site.log.slice(before))).toEqual([]);
    await index.close();
  });
});
