import { describe, expect, it } from 'vitest';
import { keptBody, keptHtml } from './kept-page.ts';

const linkIn = (markup: string): string =>
  keptBody(`<article><div class="embed media">${markup}</div></article>`)
    .querySelector('article > :is(figure, blockquote) a')
    ?.getAttribute('href') ?? 'none';

describe('frames become links to what they show', () => {
  it.each([
    [
      'https://www.youtube.com/embed/abc123_-xyz?rel=0',
      'https://www.youtube.com/watch?v=abc123_-xyz',
    ],
    ['//www.youtube-nocookie.com/embed/abc123_-xyz', 'https://www.youtube.com/watch?v=abc123_-xyz'],
    ['https://player.vimeo.com/video/123?h=1', 'https://vimeo.com/123'],
    ['https://open.spotify.com/embed/episode/1a?x', 'https://open.spotify.com/episode/1a'],
    [
      'https://w.soundcloud.com/player/?visual=true&url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb&x=1',
      'https://soundcloud.com/a/b',
    ],
    [
      'https://embed.podcasts.apple.com/de/podcast/a/id1',
      'https://podcasts.apple.com/de/podcast/a/id1',
    ],
    ['https://platform.twitter.com/embed/Tweet.html?id=12', 'https://x.com/i/status/12'],
    ['https://social.example/@ann/123/embed', 'https://social.example/@ann/123'],
    ['https://www.instagram.com/p/Ab1/embed/captioned', 'https://instagram.com/p/Ab1'],
    [
      'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1',
      'https://www.facebook.com/a/posts/1',
    ],
    ['https://ads.example/frame', 'none'],
    ['javascript:alert(1)//www.youtube.com/embed/abcdefg', 'none'],
    ['https://w.soundcloud.com/player/?url=javascript%3Aalert(1)', 'none'],
  ])('%s', (src, page) => {
    expect(linkIn(`<iframe src="${src.replaceAll('&', '&amp;')}"></iframe>`)).toBe(page);
  });

  it('names it as its page does, with the caption', () => {
    expect(
      keptHtml(
        '<figure><iframe title="A walk" data-src="https://www.youtube.com/embed/abc123x" src="about:blank"></iframe><figcaption>By foot.</figcaption></figure>',
      ),
    ).toBe(
      '<figure><figcaption><a href="https://www.youtube.com/watch?v=abc123x">▶ A walk (youtube.com)</a> By foot.</figcaption></figure>',
    );
  });
});

describe('films and sound', () => {
  it('are cards with their picture, which lead to the file', () => {
    expect(
      keptHtml('<video autoplay poster="p.jpg"><source src="/c.mp4" type="video/mp4">No.</video>'),
    ).toBe(
      '<figure><img src="https://notes.example/a/p.jpg" alt=""><figcaption><a href="https://notes.example/c.mp4">▶ notes.example</a></figcaption></figure>',
    );
  });

  it.each(['blob:https://a.example/1', 'http://a.example/c.mp3', ''])('not from "%s"', (src) => {
    expect(keptBody(`<audio src="${src}"></audio>`).querySelector('figure')).toBeNull();
  });
});

describe('posts', () => {
  it('keep their words, author and link', () => {
    expect(
      keptHtml(
        '<blockquote class="twitter-tweet" data-theme="x"><p lang="de">Ja.</p>— Ann (@ann) <a href="https://twitter.com/ann/status/1">1. Mai</a></blockquote>',
      ),
    ).toBe(
      '<blockquote><p lang="de">Ja.</p>— Ann (@ann) <a href="https://twitter.com/ann/status/1">1. Mai</a></blockquote>',
    );
  });

  it('lose the boxes that Instagram draws', () => {
    expect(
      keptHtml(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/A/?x=1"><div><div></div><p><a href="https://www.instagram.com/p/A/">A post by Ann</a></p></div></blockquote>',
      ),
    ).toBe(
      '<blockquote><p><a href="https://www.instagram.com/p/A/">A post by Ann</a></p></blockquote>',
    );
  });
});

it('a gallery keeps every picture with its caption', () => {
  expect(
    keptHtml(
      '<div class="gallery"><div><img src="a.jpg"><p class="caption">One</p></div><div><img src="b.jpg"><p class="caption">Two</p></div></div>',
    ),
  ).toBe(
    '<div><figure><img src="a.jpg"><figcaption>One</figcaption></figure><figure><img src="b.jpg"><figcaption>Two</figcaption></figure></div>',
  );
});

it('a row of links to stories is no gallery', () => {
  const markup =
    '<div class="carousel"><a href="/1"><img src="a.jpg">One</a><a href="/2"><img src="b.jpg">Two</a></div>';
  expect(keptHtml(markup)).toBe(markup);
});
