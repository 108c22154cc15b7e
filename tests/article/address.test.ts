import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, articleId } from '../../src/article/article.ts';

const STORY = 'https://lantern.example/rain';

describe('one article', () => {
  it.each([
    'https://www.lantern.example/rain',
    'http://lantern.example/rain',
    'https://lantern.example/rain/',
    'https://lantern.example/rain#comments',
    'https://lantern.example/rain?utm_source=front&utm_medium=mail',
    'https://lantern.example/rain?fbclid=Iw1&gclid=2&mc_cid=3',
    'https://LANTERN.example:443/rain',
  ])('%s', async (address) => {
    expect(addressKey(address)).toBe(addressKey(STORY));
    expect(await articleId(address)).toBe(await articleId(STORY));
  });

  it('is the same whatever the order of its parameters', () => {
    expect(addressKey(`${STORY}?b=2&a=1`)).toBe(addressKey(`${STORY}?a=1&b=2`));
    expect(addressKey(`${STORY}?a=1%26b%3D2`)).not.toBe(addressKey(`${STORY}?a=1&b=2`));
  });
});

describe('another article', () => {
  it.each([
    'https://lantern.example/Rain',
    'https://lantern.example/rain/tax',
    'https://lantern.example/rain?id=7',
    'https://blog.lantern.example/rain',
    'https://lantern.example:8443/rain',
    'https://lantern.example/rain#!/2',
    'https://lantern.example/rain#/2',
  ])('%s', async (address) => {
    expect(addressKey(address)).not.toBe(addressKey(STORY));
    expect(await articleId(address)).not.toBe(await articleId(STORY));
  });
});

it('names an article by 32 hexadecimal digits, for good', async () => {
  expect(await articleId(STORY)).toMatch(/^[0-9a-f]{32}$/);
  expect(await articleId('https://www.example.com/a?utm_source=x')).toBe(
    await articleId('http://example.com/a/'),
  );
});

describe('for any address', () => {
  const address = fc.webUrl({ withQueryParameters: true, withFragments: false });

  it('does not hang on trackers, "www." or fragment', () => {
    fc.assert(
      fc.property(address, fc.webFragments(), (url, fragment) => {
        const plain = addressKey(url);
        const tracked = new URL(url);
        tracked.searchParams.append('utm_campaign', 'spring');
        expect(addressKey(tracked.href)).toBe(plain);
        if (!/^[!/]/.test(fragment)) expect(addressKey(`${url}#${fragment}`)).toBe(plain);
        const { host } = new URL(url);
        if (!host.startsWith('www.')) expect(addressKey(url.replace('://', '://www.'))).toBe(plain);
      }),
    );
  });
});
