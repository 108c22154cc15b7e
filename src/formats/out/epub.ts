import type { SavedArticle } from '../../article/article.ts';
import { createArchive } from './archive.ts';
import { CONTAINER, navigation, type PackagedPicture, packageFile } from './epub/package.ts';
import { coverDrawing, coverPage } from './epub/cover.ts';
import { articlePage, type BookPage, isVertical } from './epub/page.ts';
import { STYLE } from './epub/style.ts';
import type { Exported, PictureBytes } from './exported.ts';
import { pictureExtension } from './file-name.ts';
import type { HowOut, OutFormat, Writer } from './format.ts';
import { picturesOf } from './pictures.ts';
import { bodyOf } from './tree/body.ts';

const TYPE = 'application/epub+zip';
/** What every reader of EPUB 3 must know; WebP and AVIF came later, and are drawn anew. */
const CORE = ['image/jpeg', 'image/png', 'image/gif'];

/** EPUB 3: a book with a chapter an article. */
export const epub: OutFormat = {
  id: 'epub',
  extension: 'epub',
  hasPictures: true,
  loses: ['tags, state and place', 'where highlights stand: they are listed behind their article'],
  begin: async (how) => begin(how),
};

async function begin(how: HowOut): Promise<Writer> {
  const archive = createArchive(how.now);
  await archive.add('mimetype', TYPE, true);
  await archive.add('META-INF/container.xml', CONTAINER);
  await archive.add('EPUB/style.css', STYLE);
  const pages: BookPage[] = [];
  const pictures: PackagedPicture[] = [];
  const articles: Pick<SavedArticle, 'title' | 'byline' | 'lang' | 'url' | 'dir' | 'siteName'>[] =
    [];

  const taking = (one: Exported) => ({
    prepare: async (src: string) => {
      const kept = await one.picture(src);
      const picture = kept && !CORE.includes(kept.type) ? await how.redraw(kept) : kept;
      return picture && CORE.includes(picture.type) ? picture : null;
    },
    keep: async ({ type, bytes }: PictureBytes) => {
      const path = `pictures/${pictures.length + 1}.${pictureExtension(type)}`;
      pictures.push({ path, type });
      await archive.add(`EPUB/${path}`, bytes, true);
      return path;
    },
  });

  return {
    async add(one) {
      const { article } = one;
      const body = await bodyOf(article.html);
      const found = await picturesOf(one, body, how.pictures, taking(one));
      const page = articlePage(one, body, found.paths, pages.length + 1, how);
      await archive.add(`EPUB/${page.path}`, page.markup);
      const { markup: _written, ...kept } = page;
      pages.push(kept);
      const { title, byline, lang, url, dir, siteName } = article;
      articles.push({ title, byline, lang, url, dir, siteName });
      return found.missing;
    },
    async finish() {
      const turned = articles.filter(
        (one) => one.dir === 'rtl' || isVertical(one.lang, how),
      ).length;
      const book = { ...how, isFromRight: turned * 2 > articles.length };
      await archive.add('EPUB/cover.svg', coverDrawing(articles, how));
      await archive.add('EPUB/cover.xhtml', coverPage(how));
      await archive.add('EPUB/nav.xhtml', navigation(pages, book));
      await archive.add('EPUB/package.opf', packageFile(pages, pictures, articles, book));
      return archive.finish(TYPE);
    },
  };
}
