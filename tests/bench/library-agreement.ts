import { parseQuery } from '../../src/store/search/query.ts';
import type { Driver } from '../browser/driver/driver.ts';
import { answers } from '../store/search/libraries.ts';
import type { MadeArticle } from './articles.ts';
import { ASK } from './library-filling.ts';
import { KINDS } from './library-times.ts';
import { seeded } from './statistics.ts';

/** A scan in plain JavaScript reads so many articles for each question. */
const MOST = 150;

/** Questions that the library answers otherwise than a scan of the first texts; empty when all agree. */
export async function disagreements(
  driver: Driver,
  articles: MadeArticle[],
  questions: number,
): Promise<string[]> {
  const page = await driver.open(`${driver.origin}src/entrypoints/options/index.html`);
  const scanned = articles.slice(0, MOST);
  const known = new Set(scanned.map(({ url }) => url));
  const random = seeded(3);
  const makers = Object.entries(KINDS).filter(([kind]) => kind !== 'operators');
  const wrong: string[] = [];
  for (let turn = 0; turn < questions; turn += 1) {
    const words = makers[turn % makers.length]![1](random, scanned);
    const { clauses } = parseQuery(words);
    const expected = scanned
      .filter((article) => clauses.every((clause) => answers(article, clause)))
      .map(({ url }) => url);
    const ids = await page.run<string[]>(ASK, {
      ask: 'library/ids',
      about: { shelf: 'all', sort: 'oldest', words },
    });
    const rows = await page.run<{ url: string }[]>(ASK, { ask: 'library/rows', about: ids });
    const found = rows.map(({ url }) => url).filter((url) => known.has(url));
    if (found.sort().join() !== expected.sort().join())
      wrong.push(`${words}: ${found.length} found, ${expected.length} there`);
  }
  await page.close();
  return wrong;
}
