import { expect, it } from 'vitest';
import { readPage } from '../../src/extract/read-page.ts';
import { openPage } from '../pages/page-case.ts';

const LONG = 'The gates of the weir are opened by hand, and the hand is always the same one. ';

function excerptOf(article: string, head = ''): string {
  const html = `<head><title>The Keeper of the Weir</title>${head}</head><body><article><h1>The Keeper of the Weir</h1>${article}</article></body>`;
  const answer = readPage(openPage(html, 'https://weir.example/keeper'));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.draft.excerpt;
}

it('is what the page says of itself, where that is a sentence', () => {
  const said = 'How one person came to open the gates of a whole valley.';
  expect(excerptOf(`<p>${LONG.repeat(9)}</p>`, `<meta name="description" content="${said}">`)).toBe(
    said,
  );
});

it('is the beginning of the paragraphs, with a space between two', () => {
  const list = '<ol><li>The gates</li><li>The log</li></ol>';
  expect(excerptOf(`${list}<p>It began in spring.</p><p>${LONG.repeat(9)}</p>`)).toMatch(
    /^It began in spring\. The gates of the weir are opened by hand/,
  );
});
