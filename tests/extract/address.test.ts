import { describe, expect, it } from 'vitest';
import { articleAddress } from '../../src/extract/metadata/address.ts';
import { openPage } from '../pages/page-case.ts';

const address = (at: string, canonical = ''): string =>
  articleAddress(
    openPage(canonical && `<link rel="canonical" href="${canonical.replace(/&/g, '&amp;')}">`, at),
  );

describe('the address that is kept', () => {
  it.each([
    ['https://lantern.example/rain?utm_source=mail&id=7#top', 'https://lantern.example/rain?id=7'],
    ['https://lantern.example/rain?a=1%20b', 'https://lantern.example/rain?a=1%20b'],
    ['https://lantern.example/app#!/rain', 'https://lantern.example/app#!/rain'],
  ])('has no tracking: %s', (at, kept) => expect(address(at)).toBe(kept));

  it.each([
    ['https://m.lantern.example/rain/amp?ref=home', 'https://www.lantern.example/rain'],
    ['https://lantern.example/rain/?session=4', '/rain'],
  ])('is the canonical one of the same page: %s', (at, canonical) =>
    expect(address(at, canonical)).toBe(new URL(canonical, at).href),
  );

  it.each([
    ['https://lantern.example/rain', 'https://lantern.example/'],
    ['https://lantern.example/snow', 'https://lantern.example/rain'],
    ['https://lantern.example/rain', 'https://elsewhere.example/rain'],
    ['https://lantern.example/rain', 'no address: at all'],
  ])('is where we are when the page names another: %s', (at, canonical) =>
    expect(address(at, canonical)).toBe(at),
  );
});
