import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cutShort } from '../../src/extract/cut-short.ts';
import { type ReadArticle, readPage } from '../../src/extract/read-page.ts';
import { complaints } from './complaints.ts';
import { makeSource } from './long-essay/make-source.ts';
import {
  bodyOf,
  caseFile,
  caseNames,
  type ExpectedArticle,
  expectedOf,
  type ExpectedReading,
  normalised,
  notYet,
  openCase,
  openPage,
} from './page-case.ts';

const wholePage = (page: Document): string => page.documentElement.outerHTML;

function articleOf(page: Document): ReadArticle {
  const read = readPage(page);
  if (!read.ok) throw new Error(`No article: ${read.reason}`);
  return read.value;
}

const textOf = (html: string): string =>
  (bodyOf(html).textContent ?? '').replace(/\s+/g, ' ').trim();

/** jsdom walks a long page far slower than a browser does. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

function describeArticle(name: string, expected: ExpectedArticle): void {
  let page: Document;
  let before: string;
  let draft: ReadArticle['draft'];
  beforeAll(() => {
    page = openCase(name);
    before = wholePage(page);
    draft = articleOf(page).draft;
  });
  // A hundred open pages would fill the memory.
  afterAll(() => void (page = before = draft = undefined!));

  it('says what the page says of itself', () => {
    const { url, address, words: _words, without: _without, leadPicture, ...facts } = expected;
    expect(draft).toMatchObject(facts);
    expect(cutShort(page, draft.words) ?? undefined).toBe(expected.cutShort);
    expect(draft.leadPicture?.src ?? null).toBe(leadPicture);
    expect(draft.url).toBe(address ?? url);
    expect(draft.excerpt).not.toBe('');
  });

  it('has the body of the article and nothing else', () => {
    expect(normalised(draft.html)).toBe(
      readFileSync(caseFile(name, 'expected.html'), 'utf8').trim(),
    );
    const text = textOf(draft.html);
    expect(expected.without.filter((words) => text.includes(words))).toEqual([]);
    const [fewest, most] = expected.words;
    expect(draft.words).toBeGreaterThanOrEqual(fewest);
    expect(draft.words).toBeLessThanOrEqual(most);
  });

  it('is markup that a parser reads back unchanged', () => {
    expect(normalised(bodyOf(draft.html).innerHTML)).toBe(normalised(draft.html));
  });

  it('leaves the page as it was and gives the same when it is read again', () => {
    expect(wholePage(page)).toBe(before);
    expect(articleOf(page).draft).toEqual(draft);
    expect(wholePage(page)).toBe(before);
  });
}

function describeReading(name: string, expected: ExpectedReading): void {
  const wrong = notYet[name];
  let page: Document;
  let before: string;
  let first: ReturnType<typeof readPage>;
  beforeAll(() => {
    page = openCase(name);
    before = wholePage(page);
    first = readPage(page);
  });
  afterAll(() => void (page = before = first = undefined!));

  // One that is listed as wrong and is not any more fails, so that it is taken off the list.
  (wrong ? it.fails : it)(wrong ? `is not read yet: ${wrong}` : expected.fault, () => {
    if (!first.ok) throw new Error(`No article: ${first.reason}`);
    expect(complaints(first.value.draft, expected)).toEqual([]);
  });

  it('leaves the page as it was and gives the same when it is read again', () => {
    expect(wholePage(page)).toBe(before);
    expect(readPage(page)).toEqual(first);
    expect(wholePage(page)).toBe(before);
  });
}

for (const name of caseNames()) {
  const expected = expectedOf(name);
  describe(name, () => {
    if ('fault' in expected) return describeReading(name, expected);
    if (!('failure' in expected)) return describeArticle(name, expected);
    it(`is no article: ${expected.failure}`, () => {
      const page = openCase(name);
      const before = wholePage(page);
      expect(readPage(page)).toEqual({ ok: false, reason: expected.failure });
      expect(wholePage(page)).toBe(before);
    });
  });
}

it('lists as not yet read none but cases', () => {
  expect(caseNames()).toEqual(expect.arrayContaining(Object.keys(notYet)));
});

it('keeps the long essay as its grammar writes it', () => {
  expect(readFileSync(caseFile('long-essay', 'source.html'), 'utf8')).toBe(makeSource());
});

const SEED = new URL('../../../shared/seed/nato-messes-with-pakistan.html', import.meta.url);

describe('the page that the project was started from', () => {
  it.skipIf(!existsSync(SEED))('is read whole and alone (skipped where it is not at hand)', () => {
    const url = 'https://magazine.example/international/archive/nato-messes-with-pakistan/';
    const { draft } = articleOf(openPage(readFileSync(SEED, 'utf8'), url));
    expect(draft).toMatchObject({
      title: 'NATO Messes With Pakistan',
      byline: 'Steve Clemons',
      siteName: 'The Atlantic',
      leadCaption: 'Source: Reuters',
    });
    expect(draft.leadPicture?.src).toBe('https://magazine.example/assets_c/pakistan-soldiers.jpg');
    const { body } = openPage(draft.html, url);
    const paragraphs = [...body.querySelectorAll('p')].map((block) => block.textContent ?? '');
    expect(paragraphs).toHaveLength(7);
    expect(paragraphs[0]).toMatch(/^As my Atlantic colleague/);
    expect(paragraphs[6]).toMatch(/directions that can't be controlled\.$/);
    const whole = (body.textContent ?? '').replace(/\s+/g, '');
    expect(paragraphs.join('').replace(/\s+/g, '')).toBe(whole);
    expect(body.querySelectorAll('img')).toHaveLength(0);
  });
});
