// @vitest-environment jsdom
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { epub } from '../../../src/formats/out/epub.ts';
import { howOut } from './how.ts';
import './node-blob.ts';
import { textOf, unpacked } from './unpacked.ts';
import { articleWith, exportedOf, highlightOf, variedArticles } from './varied.ts';

it('begins with its media type, bare, as readers look for it', async () => {
  const writer = await epub.begin(howOut());
  await writer.add(exportedOf(articleWith()));
  const bytes = new Uint8Array(await (await writer.finish()).arrayBuffer());
  expect(textOf(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
});

it('writes varied articles as well-formed pages that nothing runs in', async () => {
  const writer = await epub.begin(howOut({ vertical: true }));
  for (const article of variedArticles(process.env['EPUB_OUT'] ? 200 : 16))
    await writer.add(exportedOf(article, [highlightOf(article, 'tide & <moon>', 'a note')]));
  const book = await writer.finish();
  if (process.env['EPUB_OUT'])
    writeFileSync(process.env['EPUB_OUT'], new Uint8Array(await book.arrayBuffer()));
  const files = await unpacked(book);
  for (const [name, bytes] of files) {
    if (!/\.(?:xhtml|opf|svg|xml)$/.test(name)) continue;
    const parsed = new DOMParser().parseFromString(textOf(bytes), 'application/xml');
    expect(parsed.querySelector('parsererror'), name).toBeNull();
    expect(parsed.querySelector('script, style, iframe, [onclick], [src^=http]'), name).toBeNull();
  }
}, 240_000);
