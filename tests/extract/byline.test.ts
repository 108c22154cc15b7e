import { describe, expect, it } from 'vitest';
import { pageByline } from '../../src/extract/metadata/byline.ts';
import { articleData } from '../../src/extract/metadata/json-ld.ts';
import { namesIn, withoutBy } from '../../src/extract/metadata/names.ts';
import { findStory } from '../../src/extract/metadata/story-scope.ts';
import { openPage } from '../pages/page-case.ts';

function bylineOf(head: string, body: string): string {
  const page = openPage(`<head>${head}</head><body>${body}</body>`, 'https://lantern.example/a');
  return pageByline(
    page,
    articleData(page),
    'The Daily Lantern',
    findStory(page, 'Rain tax passed'),
    page.URL,
  );
}

const inStory = (byline: string): string =>
  `<article><h1>Rain tax passed</h1>${byline}<p>Words of the story.</p></article>`;
const linked = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', author })}</script>`;

describe('namesIn', () => {
  it.each([
    ['By Ines Holloway', 'Ines Holloway'],
    ['Written by: Ines Holloway', 'Ines Holloway'],
    ['von Klara Brandt', 'Klara Brandt'],
    ['Par Élodie Marchand', 'Élodie Marchand'],
    ['Por Inés Duarte', 'Inés Duarte'],
    ['Автор: Нина Орлова', 'Нина Орлова'],
    ['作者：沈知秋', '沈知秋'],
    ['文・高梨忠', '文・高梨忠'],
    ['بقلم: ليلى الحدّاد', 'ليلى الحدّاد'],
    ['מאת נועה ברקאי', 'נועה ברקאי'],
    ['Ines Holloway, Senior Correspondent', 'Ines Holloway'],
    ['Ines Holloway | Staff Writer', 'Ines Holloway'],
    ['Dashiell Orme | Photographs by Wren Castellan', 'Dashiell Orme'],
    ['By Dr. Ines Holloway, PhD and Piet Vos, MPH', 'Dr. Ines Holloway, Piet Vos'],
    ['Ines Holloway, MS, RD, FAND', 'Ines Holloway'],
    ['Byron Vance', 'Byron Vance'],
    ['Parker Textor', 'Parker Textor'],
  ])('%s', (told, name) => {
    expect(namesIn(withoutBy(told)).join(', ')).toBe(name);
  });
});

describe('pageByline', () => {
  it('names several authors once each', () => {
    const author = [{ name: 'Priya Okafor' }, { name: 'Lewis Tannahill' }, 'Priya Okafor'];
    expect(bylineOf(linked(author), '')).toBe('Priya Okafor, Lewis Tannahill');
  });

  it('keeps a name that begins like a preposition when it is told as a name', () => {
    expect(bylineOf(linked({ name: 'Von Ellery' }), '')).toBe('Von Ellery');
  });

  it('reads the line below the headline', () => {
    expect(bylineOf('', inStory('<p class="byline">By Ines Holloway</p>'))).toBe('Ines Holloway');
  });

  it('takes neither the site, a profile address nor a system account for a person', () => {
    expect(bylineOf(linked({ name: 'The Daily Lantern' }), '')).toBe('');
    expect(bylineOf('<meta name="author" content="https://lantern.example/p/1">', '')).toBe('');
    expect(bylineOf('<meta name="author" content="admin">', '')).toBe('');
  });

  it.each([
    ['two by their line', '<p>By <a>Ines Holloway</a> and <a>Piet Vos</a></p>'],
    ['two by their marks', '<a rel="author">Ines Holloway</a>, <a rel="author">Piet Vos</a>'],
    [
      'two, and no role',
      '<p class="byline">Ines Holloway, editor</p><p class="byline">Piet Vos</p>',
    ],
  ])('names %s', (_what, line) => {
    const names = bylineOf('', inStory(`<div>${line}</div>`));
    expect(names.startsWith('Ines Holloway')).toBe(true);
    expect(names.split(', ')).not.toContain('editor');
  });

  it('names a person whose name is a word of other work', () => {
    const link = '<div><time>3 March 2021</time> <a href="/team/matt-check">Matt Check</a></div>';
    expect(bylineOf('', inStory(link))).toBe('Matt Check');
  });

  it('names no one whom the text links to', () => {
    const prose = `<p>${'It rained on the town for a week. '.repeat(8)}<a href="/team/piet-vos">Piet Vos</a></p>`;
    expect(bylineOf('', inStory(prose))).toBe('');
  });

  it('names all whom the data calls author or creator, unescaped', () => {
    const creator = ['Ines Holloway', 'Andr&eacute; Vos'];
    const data = JSON.stringify({ '@type': 'Article', author: 'Ines Holloway', creator });
    expect(bylineOf(`<script type="application/ld+json">${data}</script>`, '')).toBe(
      'Ines Holloway, André Vos',
    );
  });

  it('names whoever wrote, not who checked or photographed', () => {
    const lines =
      '<p><span>Photographed by</span> <b>Piet Vos</b></p><p><span>Written by</span> <b>Ines Holloway</b></p>';
    expect(bylineOf('', inStory(lines))).toBe('Ines Holloway');
  });

  it('reads the name behind a date', () => {
    expect(bylineOf('', inStory('<p>Posted on March 3, 2021 by Ines Holloway</p>'))).toBe(
      'Ines Holloway',
    );
  });

  it('takes no link in the text for an author', () => {
    expect(bylineOf('', inStory('<p>The kettle was made by <a>Brasswork</a>.</p>'))).toBe('');
  });

  it('finds the author that the data names elsewhere', () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', author: { '@id': '#ines' } },
        { '@type': 'Person', '@id': '#ines', name: 'Ines Holloway' },
      ],
    };
    expect(
      bylineOf(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`, ''),
    ).toBe('Ines Holloway');
  });

  it('takes no organisation for a person', () => {
    expect(bylineOf(linked({ '@type': 'Organization', name: 'Harbour Board' }), '')).toBe('');
    expect(bylineOf('<meta name="author" content="Lantern News Team">', '')).toBe('');
  });

  it('is none rather than the author of a comment or of another story', () => {
    const others =
      '<div class="related"><span class="author">Piet Vos</span></div><div class="comments"><span class="author">Rosalind</span></div>';
    expect(bylineOf('', inStory(others))).toBe('');
  });

  it('names no one below the headline of another story', () => {
    const teaser = '<div><h4><a href="/b">Twelve soups</a></h4><p>By <b>Piet Vos</b></p></div>';
    expect(bylineOf('', inStory(teaser))).toBe('');
    const box = '<div><h3 class="author-name"><a href="/v">Piet Vos</a></h3></div>';
    expect(bylineOf('', inStory(box))).toBe('Piet Vos');
  });

  it('does not carry a label over from below the headline to above it', () => {
    const page = `<main><b>Medicines</b>${inStory('').replace('<p>Words of the story.</p>', '<p>Author:</p>')}</main>`;
    expect(bylineOf('', page)).toBe('');
  });

  it('reads the line in an article classed by its topics', () => {
    const body = inStory('<span class="author">Ines Holloway</span>');
    expect(bylineOf('', body.replace('<article', '<article class="tag-comments"'))).toBe(
      'Ines Holloway',
    );
  });
});
