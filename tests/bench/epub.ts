import { launch } from '../browser/driver/driver.ts';
import { fillWith, keepPictures, press, takeOut } from '../browser/taken-out.ts';
import { articleWith } from '../formats/out/varied.ts';
import { madeArticles } from './articles.ts';
import { draftOf } from './library-filling.ts';

export const about =
  'an EPUB of articles with three pictures each, from the click to the file: --articles 100 --browser chromium';

const PICTURES = ['one', 'two', 'three'];

/** Fills a library, takes all of it out as a book, and says how long that took. */
export async function measure(args: string[]): Promise<unknown> {
  const told = (name: string, usual: string): string =>
    args[args.indexOf(`--${name}`) + 1 || -1] ?? usual;
  const count = args.includes('--articles') ? Number(told('articles', '100')) : 100;
  const browser = args.includes('firefox') ? 'firefox' : 'chromium';
  const driver = await launch(browser, {
    extension: browser === 'firefox' ? 'dist/firefox' : 'dist/chrome',
  });
  try {
    const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
    const made = [...madeArticles(count)].map((one) => {
      const draft = draftOf(one);
      const pictures = PICTURES.map(
        (name) => `<img data-picture="https://p.example/${name}" alt="">`,
      );
      return articleWith({ ...draft, html: draft.html + pictures.join('') });
    });
    const ids = await fillWith(page, made);
    const wanted = (some: readonly string[]) =>
      ids.flatMap((id) => some.map((name) => [id, `https://p.example/${name}`] as const));
    const size = { width: 1200, height: 800 };
    // Two as pages have them, one as the library draws large ones.
    await keepPictures(driver, wanted(PICTURES.slice(0, 2)), { ...size, type: 'image/jpeg' });
    await keepPictures(driver, wanted(PICTURES.slice(2)), { ...size, type: 'image/webp' });
    await page.close();
    const list = await driver.open(`${driver.origin}src/entrypoints/library/index.html`);
    await list.until(`document.querySelector('li h2 a')`);
    await press(list, 'Take out');
    const { bytes, seconds } = await takeOut(list, { what: 'all', format: 'epub' });
    console.log(
      `${browser}: ${count} articles, ${seconds.toFixed(2)} s, ${(bytes.length / 1e6).toFixed(1)} MB`,
    );
    return { browser, articles: count, seconds, bytes: bytes.length };
  } finally {
    await driver.quit();
  }
}
