import { expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/article/article.ts';
import type { SiteRule } from '../../src/article/site-rules.ts';
import { selectorOf } from '../../src/extract/by-hand/site-rule.ts';
import { readPage } from '../../src/extract/read-page.ts';
import { openPage } from '../pages/page-case.ts';

const prose = `<p>${'The keeper of the weir opens its gates by hand at the turn of every tide. '.repeat(8)}</p>`;
const PAGE = `<head><title>The Keeper of the Weir</title></head><body>
<main><article>${prose}${prose}<p class="tool-line">Share this story</p><p class="aside-note">A note on the lock.</p>${prose}</article></main>
<div class="other"><p>Only a short word beside it.</p></div></body>`;

function read(part: Partial<SiteRule>): ArticleDraft {
  const rule = { host: 'weir.example', keep: [], drop: [], container: '', next: '', ...part };
  const answer = readPage(openPage(PAGE, 'https://weir.example/keeper'), { rule });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.draft;
}

it('keeps what the rule keeps, and drops what it drops', () => {
  const draft = read({ keep: ['.tool-line'], drop: ['.aside-note', '.tool-line'] });
  expect(draft.html).toContain('Share this story');
  expect(draft.html).not.toContain('A note on the lock');
  expect(draft.leftOut).toMatchObject([
    { reason: 'rule for this site', text: 'A note on the lock.', selector: '.aside-note' },
  ]);
  expect(draft.unusedRules).toBeUndefined();
});

it('reads the container that the rule names', () => {
  expect(read({ container: '.other' }).html).toContain('Only a short word beside it.');
  expect(read({ container: '.other' }).words).toBeLessThan(10);
});

it('says which selectors match nothing, and survives those that are none', () => {
  const draft = read({ container: '#gone', keep: ['.tool-line', 'p[[['], drop: ['.lost'] });
  expect(draft.unusedRules).toEqual(['#gone', 'p[[[', '.lost']);
  expect(draft.words).toBeGreaterThan(300);
});

it('names a block by what other pages have too', () => {
  const { body } = openPage(
    '<body><p id="letters" class="x"></p><p id="post-41" class="tool-line p4 wide"></p><p>',
    'https://weir.example/',
  );
  expect([...body.children].map(selectorOf)).toEqual(['#letters', '.tool-line.wide', '']);
});
