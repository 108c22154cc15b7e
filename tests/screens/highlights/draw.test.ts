// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { HighlightId } from '../../../src/article/highlight.ts';
import { draw, wipe } from '../../../src/screens/highlights/draw.ts';
import type { PlacedHighlight } from '../../../src/screens/highlights/model.ts';
import { mapText } from '../../../src/ui/text-map.ts';

const MARKUP =
  '<p>One <em>hand</em> and <a href="https://a.example/">a link</a>.</p><table><tbody><tr> <td>left</td> <td>right</td> </tr></tbody></table><p><ruby>時<rt>とき</rt></ruby>計 of the tower</p>';

function hostOf(): HTMLElement {
  const { body } = new DOMParser().parseFromString(MARKUP, 'text/html');
  const host = document.createElement('div');
  host.append(...body.childNodes);
  document.body.replaceChildren(host);
  return host;
}
const highlight = (id: string, text: string, from: string, to = from): PlacedHighlight =>
  ({
    id: id as HighlightId,
    colour: 'yellow',
    note: '',
    createdAt: Number(id),
    place: { start: text.indexOf(from), end: text.indexOf(to) + to.length },
  }) as PlacedHighlight;
const marked = (host: Element): string =>
  [...host.querySelectorAll('mark')]
    .map((mark) => `${mark.dataset['highlight']}:${mark.textContent}`)
    .join('|');

it('marks words through elements, cells and ruby, and takes the marks off again', () => {
  const host = hostOf();
  const before = host.cloneNode(true);
  const { text } = mapText(host);
  draw(mapText(host), [
    highlight('1', text, 'hand', 'a link'),
    highlight('2', text, 'left', '時計 of'),
  ]);
  expect(marked(host)).toBe('1:hand|1: and |1:a link|2:left|2:right|2:時|2:計 of');
  expect(mapText(host).text).toBe(text);
  expect(host.querySelectorAll('mark[tabindex]')).toHaveLength(2);
  wipe(host);
  expect(host.isEqualNode(before)).toBe(true);
});

it('marks what lies over each other once, with all that lie there', () => {
  const host = hostOf();
  const { text } = mapText(host);
  draw(mapText(host), [highlight('1', text, 'One', 'and'), highlight('2', text, 'hand', 'a')]);
  const over = highlight('3', text, 'of the');
  wipe(host);
  draw(mapText(host), [
    highlight('1', text, 'of the tower'),
    { ...over, colour: 'pink', note: 'Why?' },
  ]);
  expect(marked(host)).toBe('1 3:of the|1: tower');
  const mark = host.querySelector('mark')!;
  expect(mark.dataset['colour']).toBe('pink');
  expect(mark.getAttribute('aria-description')).toBe('Why?');
});
