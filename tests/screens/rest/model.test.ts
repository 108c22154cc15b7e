import { describe, expect, it, vi } from 'vitest';
import type { ArticleDraft } from '../../../src/article/article.ts';
import { MOST_PAGES, type PagesAhead } from '../../../src/article/pages.ts';
import { done, failed } from '../../../src/article/result.ts';
import { createRestModel, NO_PAGES, type PagesWorld } from '../../../src/screens/rest/model.ts';
import { draftAt } from '../../store/drafts.ts';

const URL = 'https://weir.example/keeper';
const pageAt = (page: number): string => `${URL}/${page}`;
const ahead = (page: number, part: Partial<PagesAhead> = {}): PagesAhead => ({
  next: pageAt(page),
  whole: '',
  count: 0,
  ...part,
});
const draft = (text: string, part: Partial<ArticleDraft> = {}): ArticleDraft => ({
  ...draftAt(URL, { words: 100, minutes: 1 }),
  html: `<p>${text}</p>`,
  ...part,
});
const pageOf = (text: string, part: Partial<ArticleDraft> = {}) =>
  done({ draft: draft(text, part), blocks: [text] });

type Answer = Awaited<ReturnType<PagesWorld['read']>>;

/** A site whose pages answer as they are told, and a screen that shows an article. */
function reading(article: ArticleDraft, pages: Record<string, Answer | (() => Promise<Answer>)>) {
  let shown = article;
  const asked: Parameters<PagesWorld['read']>[0][] = [];
  const said: string[] = [];
  const longer = vi.fn();
  const world: PagesWorld = {
    rest: () =>
      Promise.resolve({ ahead: ahead(2, { count: 1 }), unusedRule: '', cutShort: 'paywall' }),
    blocks: ({ html }) => Promise.resolve(done([html.replace(/<.*?>/g, '')])),
    read: (ask) => {
      asked.push({ ...ask, known: [...ask.known] });
      const answer = pages[ask.address] ?? failed('refused');
      return typeof answer === 'function' ? answer() : Promise.resolve(answer);
    },
  };
  const rest = createRestModel(world, {
    draft: () => shown,
    show: (next) => (shown = next),
    onLonger: longer,
  });
  rest.readingOn.subscribe((on) => {
    if (on.is === 'idle') return;
    const now = `${on.is} ${on.page}${'of' in on && on.of ? ` of ${on.of}` : ''}`;
    if (said.at(-1) !== now) said.push(now);
  });
  const text = (): string => shown.html.replace(/<.*?>/g, ' ').trim().replace(/\s+/g, ' ');
  return { rest, asked, said, longer, text, shown: () => shown };
}

describe('an article over pages', () => {
  it('is read to its end, with what is known of the pages before', async () => {
    const site = reading(draft('one', { ahead: ahead(2, { count: 2 }) }), {
      [pageAt(2)]: pageOf('two', { ahead: ahead(3, { count: 1 }) }),
      [pageAt(3)]: pageOf('three'),
    });
    await site.rest.readAll();
    expect(site.text()).toBe('one two three');
    expect(site.shown()).toMatchObject({ pages: 3, words: 300, url: URL });
    expect(site.shown().ahead).toBeUndefined();
    expect(site.said).toEqual(['reading 2 of 3', 'reading 3 of 3']);
    expect(site.asked.map(({ known }) => known)).toEqual([['one'], ['one', 'two']]);
    expect(site.longer).toHaveBeenCalledOnce();
  });

  it('keeps what was read when a page fails, says which, and goes on there', async () => {
    const pages: Record<string, Answer> = {
      [pageAt(2)]: pageOf('two', { ahead: ahead(3) }),
      [pageAt(3)]: failed('no-answer'),
    };
    const site = reading(draft('one', { ahead: ahead(2, { count: 2 }) }), pages);
    await site.rest.readAll();
    expect(site.rest.readingOn.value).toEqual({ is: 'stopped', page: 3, reason: 'no-answer' });
    expect(site.text()).toBe('one two');
    expect(site.shown()).toMatchObject({ pages: 2, ahead: { next: pageAt(3), count: 1 } });
    pages[pageAt(3)] = pageOf('three');
    await site.rest.readAll();
    expect(site.rest.readingOn.value).toEqual({ is: 'idle' });
    expect(site.text()).toBe('one two three');
    expect(site.asked.at(-1)).toMatchObject({ at: 2, known: ['onetwo'] });
  });

  it('says so when the first of them fails, and loses nothing', async () => {
    const article = draft('one', { ahead: ahead(2) });
    const site = reading(article, { [pageAt(2)]: failed('tab-gone') });
    await site.rest.readAll();
    expect(site.rest.readingOn.value).toEqual({ is: 'stopped', page: 2, reason: 'tab-gone' });
    expect(site.shown()).toEqual(article);
  });

  it.each([
    ['that leads back', { [pageAt(2)]: pageOf('two', { ahead: { ...ahead(1), next: URL } }) }],
    ['that leads to itself', { [pageAt(2)]: pageOf('two', { ahead: ahead(2) }) }],
    [
      'after which nothing new comes',
      { [pageAt(2)]: pageOf('two', { ahead: ahead(3) }), [pageAt(3)]: done(null) },
    ],
  ])('ends at a page %s', async (_what, pages) => {
    const site = reading(draft('one', { ahead: ahead(2) }), pages);
    await site.rest.readAll();
    expect(site.text()).toBe('one two');
    expect(site.shown().ahead).toBeUndefined();
    expect(site.rest.readingOn.value).toEqual({ is: 'idle' });
  });

  it('fetches so many pages and no more at once', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 50 }, (_none, at) => [
        pageAt(at),
        pageOf('x', { ahead: ahead(at + 1) }),
      ]),
    );
    const site = reading(draft('one', { ahead: ahead(2) }), pages);
    await site.rest.readAll();
    expect(site.asked).toHaveLength(MOST_PAGES);
    expect(site.shown().ahead?.next).toBe(pageAt(2 + MOST_PAGES));
  });

  it('stops when the person says so, at once, with what was read', async () => {
    const site = reading(draft('one', { ahead: ahead(2) }), {
      [pageAt(2)]: pageOf('two', { ahead: ahead(3) }),
      [pageAt(3)]: () => new Promise(() => undefined),
    });
    const all = site.rest.readAll();
    await vi.waitFor(() => expect(site.said).toContain('reading 3'));
    site.rest.cancel();
    await all;
    expect(site.text()).toBe('one two');
    expect(site.shown().ahead?.next).toBe(pageAt(3));
    expect(site.rest.readingOn.value).toEqual({ is: 'idle' });
  });

  it('begins with the first page where the person opened another', async () => {
    const site = reading(draft('two', { ahead: { ...ahead(1, { count: 2 }), fromStart: true } }), {
      [pageAt(1)]: pageOf('one', { url: pageAt(1), ahead: ahead(2, { count: 1 }) }),
      [pageAt(2)]: pageOf('two'),
    });
    await site.rest.readAll();
    expect(site.text()).toBe('one two');
    expect(site.shown()).toMatchObject({ url: pageAt(1), pages: 2 });
    expect(site.said).toEqual(['reading 1 of 2', 'reading 2 of 2']);
  });

  it('is taken from one page that has all of it, if it has', async () => {
    const article = draft('one', { ahead: ahead(2, { count: 1, whole: `${URL}/all` }) });
    const all = done({ draft: draft('one</p><p>two', { words: 200 }), blocks: ['one', 'two'] });
    const site = reading(article, { [`${URL}/all`]: all });
    await site.rest.readAll();
    expect(site.asked).toHaveLength(1);
    expect(site.text()).toBe('one two');
    expect(site.shown()).toMatchObject({ pages: 2, url: URL });
    const other = reading(article, {
      [`${URL}/all`]: pageOf('all our stories', { words: 900 }),
      [pageAt(2)]: pageOf('two'),
    });
    await other.rest.readAll();
    expect(other.text()).toBe('one two');
  });

  it('keeps what the person put back while the pages came', async () => {
    const note = { reason: 'x', text: 'Note', html: '<p>Note</p>', place: 0, putBack: false };
    const site = reading(draft('one', { leftOut: [note], ahead: ahead(2) }), {
      [pageAt(2)]: () => {
        site.shown().leftOut![0] = { ...note, putBack: true };
        return Promise.resolve(pageOf('two'));
      },
    });
    await site.rest.readAll();
    expect(site.shown().leftOut?.[0]).toMatchObject({ putBack: true });
  });

  it('is offered for a whole article, not for a selection', async () => {
    const site = reading(draft('one'), {});
    await site.rest.look();
    expect(site.shown().ahead).toMatchObject({ next: pageAt(2) });
    expect(site.shown().cutShort).toBe('paywall');
    const part = reading(draft('one', { part: 'selection' }), {});
    await part.rest.look();
    expect(part.shown().ahead).toBeUndefined();
  });

  it('says which rule for it found nothing', async () => {
    let shown = draft('one', { unusedRules: ['.gone'] });
    const world: PagesWorld = {
      ...NO_PAGES,
      rest: () => Promise.resolve({ ahead: null, unusedRule: '.pager a', cutShort: null }),
    };
    const show = (next: ArticleDraft): void => void (shown = next);
    await createRestModel(world, { draft: () => shown, show, onLonger: () => undefined }).look();
    expect(shown.unusedRules).toEqual(['.gone', '.pager a']);
  });
});
