import { expect, it } from 'vitest';
import {
  parseSiteRules,
  ruleFor,
  type SiteRule,
  withContainer,
  withKept,
  withRule,
} from '../../src/article/site-rules.ts';

const rule = (host: string, part: Partial<SiteRule> = {}): SiteRule => ({
  host,
  keep: ['.note'],
  drop: [],
  container: '',
  next: '',
  ...part,
});

it('finds the rule of the nearest host', () => {
  const rules = [rule('review.example'), rule('letters.review.example')];
  expect(ruleFor(rules, 'https://www.review.example/a')?.host).toBe('review.example');
  expect(ruleFor(rules, 'http://letters.review.example/')?.host).toBe('letters.review.example');
  expect(ruleFor(rules, 'https://blog.review.example/')?.host).toBe('review.example');
  expect(ruleFor(rules, 'https://preview.example/')).toBeUndefined();
  expect(ruleFor(rules, '')).toBeUndefined();
});

it('keeps a selector on a site, and forgets the rule with its last one', () => {
  const url = 'https://www.review.example/clock';
  const kept = withKept([], url, '.letters', true);
  expect(kept).toEqual([rule('review.example', { keep: ['.letters'] })]);
  expect(withKept(kept, url, '.letters', true)).toEqual(kept);
  expect(withKept(kept, url, '.letters', false)).toEqual([]);
});

it('names the container of a site and forgets it, and leaves the rest of the rule', () => {
  const url = 'https://www.review.example/clock';
  const named = withContainer([], url, '.told');
  expect(named).toEqual([rule('review.example', { keep: [], container: '.told' })]);
  expect(withContainer(named, url, '')).toEqual([]);
  const rules = [rule('review.example')];
  expect(withContainer(rules, url, '.told')).toEqual([
    rule('review.example', { container: '.told' }),
  ]);
});

it('no longer drops what is to be kept', () => {
  const rules = [rule('review.example', { keep: [], drop: ['.letters', 'aside'] })];
  expect(withKept(rules, 'https://review.example/', '.letters', true)).toEqual([
    rule('review.example', { keep: ['.letters'], drop: ['aside'] }),
  ]);
});

it('changes one rule and leaves the others where they are', () => {
  const rules = [rule('a.example'), rule('b.example')];
  expect(withRule(rules, rule('a.example', { container: 'main' }))).toEqual([
    rule('a.example', { container: 'main' }),
    rule('b.example'),
  ]);
});

it.each([
  ['nothing', null],
  ['no list', { host: 'a.example' }],
  ['a host that is none', [rule('a.example/path')]],
  ['no selectors', [{ host: 'a.example', keep: ['', 4], drop: 'aside' }]],
  ['a selector without end', [rule('a.example', { keep: ['a'.repeat(201)] })]],
])('takes no rule from %s', (_what, stored) => expect(parseSiteRules(stored)).toEqual([]));

it('keeps a rule that names the link to the next page alone', () => {
  const [parsed] = parseSiteRules([{ host: 'review.example', next: ' .pager a ' }]);
  expect(parsed).toEqual(rule('review.example', { keep: [], next: '.pager a' }));
  expect(parseSiteRules([{ host: 'review.example', next: 7 }])).toEqual([]);
});
