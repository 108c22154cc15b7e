import { describe, expect, it } from 'vitest';
import { parseAddJob, withWishes } from '../../src/article/adding.ts';
import { addressesIn, sitePattern } from '../../src/article/found-addresses.ts';

const urls = (text: string): string[] => addressesIn(text).map(({ url }) => url);

describe('addresses in a text', () => {
  it('are found one a line, in sentences and in Markdown, each once, in their order', () => {
    const text = `weir.example/keeper
      See https://tide.example/a(b). Also (https://tide.example/c), and http://tide.example/c?utm_source=x!
      - [The Lock](https://lock.example/1)
      www.mühle.example
      not.an address, nor e.g. this`;
    expect(addressesIn(text)).toEqual([
      { url: 'https://weir.example/keeper', title: '' },
      { url: 'https://tide.example/a(b)', title: '' },
      { url: 'https://tide.example/c', title: '' },
      { url: 'https://lock.example/1', title: 'The Lock' },
      { url: 'https://www.xn--mhle-0ra.example/', title: '' },
    ]);
  });

  it('are of the web alone', () => {
    expect(urls('javascript:alert(1)\nfile:///etc/passwd\nftp://a.example/\nabout:blank')).toEqual(
      [],
    );
  });
});

it('allows a site with what is below it, and a number alone', () => {
  expect(sitePattern('https://www.weir.example:8080/keeper')).toBe('*://*.weir.example/*');
  expect(sitePattern('http://127.0.0.1:3000/')).toBe('*://127.0.0.1/*');
});

describe('a job', () => {
  it('takes no wish twice while it waits, and begins anew when all is done', () => {
    const first = withWishes({ items: [] }, [{ url: 'https://a.example/', title: '' }], true);
    const same = withWishes(first, [{ url: 'https://a.example/?utm_source=x', title: '' }], true);
    expect(same.items).toHaveLength(1);
    const finished = { items: first.items.map((item) => ({ ...item, is: 'saved' as const })) };
    const next = withWishes(finished, [{ url: 'https://b.example/', title: '' }], false);
    expect(next.items.map(({ url }) => url)).toEqual(['https://b.example/']);
  });

  it('is read back without what is broken', () => {
    const item = { url: 'https://a.example/', title: 'A', read: true, is: 'kept' };
    expect(
      parseAddJob({ items: [item, null, { url: 'x', is: 'kept' }, { ...item, is: 'lost' }] }),
    ).toEqual({
      items: [item],
    });
    expect(parseAddJob('nothing')).toEqual({ items: [] });
  });
});
