import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressKey, articleId, idOfKey } from '../../src/article/article.ts';
import { articleIds, idOfKeyAtOnce } from '../../src/article/many-ids.ts';

it('names many articles as it names one', async () => {
  const urls = ['https://lantern.example/rain?utm_source=x', 'http://www.tide.example/a?b=2&a=1'];
  expect(articleIds(urls)).toEqual(await Promise.all(urls.map(articleId)));
});

it('comes to the same as the browser for any key, at every length', async () => {
  for (let length = 0; length < 200; length += 1) {
    const key = 'é'.repeat(length % 7) + 'x'.repeat(length);
    expect(idOfKeyAtOnce(key)).toBe(await idOfKey(key));
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (key) => {
      expect(idOfKeyAtOnce(key)).toBe(await idOfKey(key));
    }),
  );
});

it('writes a lone parameter as it writes many', () => {
  const query = fc.string({ unit: fc.constantFrom(...'aZ0_.*-=&%+~!utm') });
  fc.assert(
    fc.property(query, (text) => {
      const url = new URL(`https://lantern.example/?${text}`);
      const kept = [...url.searchParams].filter(([name]) => !/^utm_\w+$/i.test(name));
      const sorted = kept.sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
      const search = new URLSearchParams(sorted).toString();
      expect(addressKey(url.href)).toBe(`lantern.example${search && `?${search}`}`);
    }),
  );
});
