import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/article/parse-draft.ts';

const DRAFT = {
  url: 'https://lantern.example/rain',
  title: 'Rain tax passed',
  byline: 'Priya Okafor',
  siteName: 'The Daily Lantern',
  publishedTime: '2024-03-06',
  lang: 'en-GB',
  dir: 'ltr',
  excerpt: 'Councillors voted.',
  leadPicture: { src: 'https://img.example/a.jpg', alt: 'Asleep', width: 620, height: 372 },
  leadCaption: 'In the chamber.',
  words: 349,
  minutes: 2,
  html: '<p>Oldmere has become the first.</p>',
  leftOut: [
    {
      reason: 'comments',
      text: 'Two',
      html: '<p>Two</p>',
      place: 3,
      putBack: true,
      selector: '.c',
    },
    { reason: 'form', text: 'Name', html: '', place: 36, putBack: false, selector: '' },
  ],
  unusedRules: ['.gone'],
  part: 'selection',
  pages: 3,
  cutShort: 'paywall',
  ahead: { next: 'https://lantern.example/rain/4', whole: '', count: 2, fromStart: true },
};
const LONGEST = 2_000;

it('lets a draft pass as it is', () => {
  expect(parseDraft(DRAFT)).toEqual(DRAFT);
});

it('knows the parts that a person may point out, and no other', () => {
  expect(parseDraft({ ...DRAFT, part: 'picked' })?.part).toBe('picked');
  expect(parseDraft({ ...DRAFT, part: 'stolen' })).not.toHaveProperty('part');
});

it('takes nothing along that is no field of a draft', () => {
  const parsed = parseDraft({ ...DRAFT, id: 'x', savedAt: 1, __proto__: { evil: true } });
  expect(Object.keys(parsed ?? {}).sort()).toEqual(Object.keys(DRAFT).sort());
});

it.each([
  ['no address', { url: '' }],
  ['an address that is code', { url: 'javascript:alert(1)' }],
  ['a file', { url: 'file:///etc/passwd' }],
  ['no title', { title: '' }],
  ['no body', { html: '' }],
  ['a body that is no text', { html: ['<p>x</p>'] }],
])('refuses %s', (_what, change) => {
  expect(parseDraft({ ...DRAFT, ...change })).toBeNull();
});

it('drops a picture that is not on the web and sizes that are none', () => {
  const picture = { ...DRAFT.leadPicture, src: 'data:image/png;base64,AA' };
  expect(parseDraft({ ...DRAFT, leadPicture: picture })?.leadPicture).toBeNull();
  const odd = { ...DRAFT.leadPicture, width: -3, height: Number.NaN };
  expect(parseDraft({ ...DRAFT, leadPicture: odd })?.leadPicture).toMatchObject({
    width: 0,
    height: 0,
  });
});

describe('whatever a page sends', () => {
  const web = fc.webUrl();
  const hostile = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.string({ maxLength: 9 }),
    fc.constant('x'.repeat(100_000)),
    web,
    fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'http://', 'https://a b/'),
  );
  const anyPicture = fc.oneof(
    hostile,
    fc.record({ src: hostile, alt: hostile, width: hostile, height: hostile }),
  );
  const anyLeftOut = fc.oneof(
    hostile,
    fc.array(
      fc.oneof(
        hostile,
        fc.record({ reason: hostile, text: hostile, html: hostile, place: hostile }),
      ),
    ),
  );
  const anyAhead = fc.oneof(
    hostile,
    fc.record({ next: hostile, whole: hostile, count: fc.oneof(hostile, fc.double()) }),
  );
  const shapes: Record<string, fc.Arbitrary<unknown>> = {
    leadPicture: anyPicture,
    leftOut: anyLeftOut,
    ahead: anyAhead,
    cutShort: fc.oneof(hostile, fc.constant('paywall')),
  };
  const fields = Object.fromEntries(
    Object.keys(DRAFT).map((name) => [name, shapes[name] ?? hostile]),
  );
  const anyDraft = fc.oneof(
    hostile,
    fc.record(fields, { requiredKeys: [] }),
    fc.record({
      ...fields,
      url: web,
      title: fc.string({ minLength: 1 }),
      html: fc.string({ minLength: 1 }),
    }),
  );

  it('never throws, and gives bounded text and web addresses only', () => {
    let drafts = 0;
    fc.assert(
      fc.property(anyDraft, (value) => {
        const draft = parseDraft(value);
        if (!draft) return;
        drafts += 1;
        const {
          html,
          leadPicture,
          url,
          dir,
          words,
          minutes,
          leftOut,
          unusedRules,
          part,
          pages,
          cutShort,
          ahead,
          ...lines
        } = draft;
        expect(part === undefined || part === 'selection').toBe(true);
        expect(cutShort === undefined || cutShort === 'paywall').toBe(true);
        expect(pages === undefined || (Number.isInteger(pages) && pages > 1)).toBe(true);
        if (ahead) {
          expect(ahead.next).toMatch(/^https?:\/\//);
          expect(ahead.whole).toMatch(/^(?:https?:\/\/|$)/);
          expect(ahead.count >= 0 && ahead.count < 100).toBe(true);
        }
        for (const selector of unusedRules ?? [])
          expect(selector.length).toBeLessThanOrEqual(LONGEST);
        for (const block of leftOut ?? []) {
          expect(block.reason.length + block.text.length).toBeLessThanOrEqual(2 * LONGEST);
          expect(typeof block.html).toBe('string');
          expect(block.place >= 0 && block.place <= html.length).toBe(true);
        }
        expect(typeof html).toBe('string');
        for (const line of Object.values(lines)) {
          expect(typeof line).toBe('string');
          expect(line.length).toBeLessThanOrEqual(LONGEST);
        }
        for (const address of [url, ...(leadPicture ? [leadPicture.src] : [])]) {
          expect(address).toMatch(/^https?:\/\//);
          expect(address.length).toBeLessThanOrEqual(3 * 8_000);
        }
        if (leadPicture) {
          expect(leadPicture.alt.length).toBeLessThanOrEqual(LONGEST);
          expect(Number.isFinite(leadPicture.width) && Number.isFinite(leadPicture.height)).toBe(
            true,
          );
        }
        expect(['ltr', 'rtl']).toContain(dir);
        expect(Number.isFinite(words) && words >= 0).toBe(true);
        expect(Number.isFinite(minutes) && minutes >= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(drafts).toBeGreaterThan(50);
  }, 30_000);
});
