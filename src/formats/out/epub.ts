import type { SavedArticle } from '../../article/article.ts';
import { createArchive } from './archive.ts';
import { CONTAINER, navigation, type PackagedPicture, packageFile } from './epub/package.ts';
import { coverDrawing, coverPage } from './epub/cover.ts';
import { articlePage, type BookPage, isVertical } from './epub/page.ts';
import { STYLE } from './epub/style.ts';
import type { Exported, PictureBytes } from './exported.ts';
import { pictureExtension } from './file-name.ts';
import type { HowOut, OutFormat, Writer } from './format.ts';
import { preparePictures } from './pictures.ts';
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

  const prepare = async (one: Exported, src: string): Promise<PictureBytes | null> => {
    const kept = await one.picture(src);
    const picture = kept && !CORE.includes(kept.type) ? await how.redraw(kept) : kept;
    return picture && CORE.includes(picture.type) ? picture : null;
  };
  const keep = async ({ type, bytes }: PictureBytes): Promise<string> => {
    const path = `pictures/${pictures.length + 1}.${pictureExtension(type)}`;
    pictures.push({ path, type });
    await archive.add(`EPUB/${path}`, bytes, true);
    return path;
  };
  const start = async (one: Exported) => {
    const body = await bodyOf(one.article.html);
    return { body, coming: preparePictures(one, body, how.pictures, (src) => prepare(one, src)) };
  };
  const started = new Map<Exported, ReturnType<typeof start>>();

  return {
    expect: (one) => void started.set(one, start(one)),
    async add(one) {
      const { article } = one;
      const { body, coming } = await (started.get(one) ?? start(one));
      started.delete(one);
      const found = await coming.keepAll(keep);
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
