import { createArchive } from './archive.ts';
import type { Exported, PictureBytes } from './exported.ts';
import { pictureExtension } from './file-name.ts';
import type { HowOut, OutFormat, Writer } from './format.ts';
import { GrowingFile } from './growing-file.ts';
import { articlePage, indexEnd, indexHead, indexRow } from './html/pages.ts';
import { searchScript } from './html/search-script.ts';
import { wordsOf } from './html/words.ts';
import { STYLE } from './html/style.ts';
import { keepablePicture, picturesOf } from './pictures.ts';
import { bodyOf } from './tree/body.ts';

/** Pages that any browser opens from the disk: a list with a search, a page an article, the pictures beside. */
export const html: OutFormat = {
  id: 'html',
  extension: 'zip',
  hasPictures: true,
  loses: ['where highlights stand: they are listed behind their article'],
  begin,
};

async function begin(how: HowOut): Promise<Writer> {
  const archive = createArchive(how.now);
  const index = new GrowingFile();
  const words = new GrowingFile();
  const [style, script] = await Promise.all([hashOf(STYLE), hashOf(searchScript)]);
  let count = 0;
  let pictures = 0;
  const taking = (one: Exported) => ({
    prepare: (src: string) => keepablePicture(one, src),
    keep: async ({ type, bytes }: PictureBytes) => {
      const path = `pictures/${++pictures}.${pictureExtension(type)}`;
      await archive.add(path, bytes, true);
      return `../${path}`;
    },
  });
  return {
    async add(one) {
      const body = await bodyOf(one.article.html);
      const found = await picturesOf(one, body, how.pictures, taking(one));
      const path = `articles/${++count}.html`;
      await archive.add(path, articlePage(one, body, found.paths, style, how));
      index.write(indexRow(one.article, path, how));
      const text = wordsOf(one, body.textContent ?? '');
      words.write(`${count > 1 ? ',\n' : ''}${asData(text)}`);
      return found.missing;
    },
    async finish() {
      const { before, after } = indexHead(count, { style, script }, how);
      const whole = new Blob([
        before,
        index.finish('text/html'),
        after,
        '<script type="application/json" id="words">[',
        words.finish('text/plain'),
        ']</script>\n',
        indexEnd(searchScript),
      ]);
      await archive.add('index.html', whole);
      return archive.finish('application/zip');
    },
  };
}

/** A text as JSON that ends no script. */
const asData = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** As a policy names what may run, or be laid out by. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
