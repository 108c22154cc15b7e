import { make, textOf, type Vault, wrapperOf } from './vault.ts';

/**
 * Hosts whose frames are part of what is told, and how the address of a frame becomes that of the page
 * a person would open. The first pattern that fits counts; every other frame goes.
 */
const HOSTS: [frame: RegExp, page: string][] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,}).*/,
    'https://www.youtube.com/watch?v=$1',
  ],
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?(list=[\w-]+).*/,
    'https://www.youtube.com/playlist?$1',
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1'],
  [
    /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\/(?:embed\/video\/|player.*[?&]video=)(\w+).*/,
    'https://www.dailymotion.com/video/$1',
  ],
  [/^https?:\/\/embed\.ted\.com\/(.*)/, 'https://www.ted.com/$1'],
  [
    /^https?:\/\/(?:open\.spotify\.com)\/embed(?:-podcast)?\/([^?#]*).*/,
    'https://open.spotify.com/$1',
  ],
  [/^https?:\/\/embed\.(podcasts|music)\.apple\.com\/(.*)/, 'https://$1.apple.com/$2'],
  [/^https?:\/\/platform\.twitter\.com\/embed\/.*[?&]id=(\d+).*/, 'https://x.com/i/status/$1'],
  [
    /^https?:\/\/(?:www\.)?instagram\.com\/(p|reel|tv)\/([\w-]+).*/,
    'https://www.instagram.com/$1/$2/',
  ],
  [
    /^https?:\/\/www\.tiktok\.com\/(?:embed|player)\/(?:v\d\/)?(\d+).*/,
    'https://www.tiktok.com/@/video/$1',
  ],
  [/^(https?:\/\/[^/]+\/@[\w.@-]+\/\d+)\/embed.*/, '$1'],
  [
    /^(https?:\/\/(?:[\w-]+\.)*(?:twitter|x|bsky|threads|vimeo|twitch|ted|c-span|archive|soundcloud|mixcloud|bandcamp|deezer|tidal|audioboom|acast|libsyn|podbean|buzzsprout|simplecast|transistor|megaphone|captivate|spreaker|anchor|art19|npr|loom|wistia|bilibili|rutube|peertube|streamable|codepen|jsfiddle|codesandbox|observablehq|datawrapper|dwcdn|flourish|infogram|tableau|openstreetmap)\.(?:com|net|org|tv|fm|app|de|io|cloud|studio|be|ru)\/.*)/,
    '$1',
  ],
];
/** Players and posts that name the page they stand for in a parameter. */
const NAMED =
  /^https?:\/\/(?:w\.soundcloud\.com\/player|www\.facebook\.com\/plugins\/(?:post|video)\.php)[^?]*\?(?:.*&)?(?:url|href)=([^&]+)/;
const POST =
  /^https?:\/\/(?:[\w-]+\.)*(?:twitter|x|bsky|threads|instagram|facebook|tiktok)\.(?:com|app|net)\/|\/@[^/]+\/\d+$/;
const FRAMES = 'iframe, lite-youtube, lite-vimeo, video, audio';
const LAZY = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-original'];
/** Titles that say only what kind of frame it is. */
const BARE_TITLE =
  /^(?:youtube|vimeo)?[\s-]*(?:video|audio|embed(?:ded)?|podcast|spotify|post|tweet|media|iframe)?[\s-]*(?:player|content|embed|video|frame|post)?(?: by \w+)?$/i;
const LONGEST_CAPTION = 400;

/** Films, sound and posts of other sites: a player when the file is at hand, else a link to its page. */
export function keepMedia(copy: Document, baseUrl: string, vault: Vault): void {
  for (const frame of copy.querySelectorAll(FRAMES)) {
    if (!copy.contains(frame) || frame.closest('nav, footer, aside, [aria-hidden="true"]'))
      continue;
    const isFile = frame.matches('video, audio');
    const address = isFile ? fileOf(frame, baseUrl) : pageOf(frame, baseUrl);
    if (!address) continue;
    const title = (frame.getAttribute('title') ?? frame.getAttribute('aria-label') ?? '').trim();
    const link = make(frame, 'a', `▶ ${nameOf(address, title)}`);
    link.href = address;
    let old = wrapperOf(frame);
    const figure = old.closest('figure') ?? old.parentElement?.closest('figure');
    const caption = make(frame, 'figcaption', link);
    if (
      figure &&
      textOf(figure).length <= LONGEST_CAPTION &&
      figure.querySelectorAll(FRAMES).length === 1
    ) {
      const said = figure.querySelector('figcaption');
      if (said) caption.append(' ', ...said.childNodes);
      if (!figure.querySelector('img')) old = figure;
    }
    const card = make(frame, POST.test(address) && !isFile ? 'blockquote' : 'figure');
    if (card.matches('blockquote')) card.append(make(frame, 'p', link));
    else card.append(...(isFile ? [playerOf(frame, address, baseUrl)] : []), caption);
    vault.put(old, card);
  }
}

function pageOf(frame: Element, baseUrl: string): string {
  if (!frame.matches('iframe')) {
    const id = frame.getAttribute('videoid') ?? '';
    if (!/^[\w-]{6,20}$/.test(id)) return '';
    return frame.matches('lite-vimeo')
      ? `https://vimeo.com/${id}`
      : `https://www.youtube.com/watch?v=${id}`;
  }
  for (const name of LAZY) {
    const src = secure(
      frame.getAttribute(name)?.replace(/^\s*(?:http:)?\/\//, 'https://') ?? '',
      baseUrl,
    );
    const named = NAMED.exec(src)?.[1];
    if (named) return secure(decoded(named), baseUrl);
    const host = HOSTS.find(([pattern]) => pattern.test(src));
    if (host) return secure(src.replace(...host), baseUrl);
  }
  return '';
}

function fileOf(frame: Element, baseUrl: string): string {
  const sources = [frame, ...frame.querySelectorAll('source')];
  return sources.map((source) => secure(source.getAttribute('src'), baseUrl)).find(Boolean) ?? '';
}

/** Plays when the person asks, and fetches nothing before. */
function playerOf(frame: Element, address: string, baseUrl: string): Element {
  const player = make(frame, frame.matches('audio') ? 'audio' : 'video');
  player.setAttribute('controls', '');
  player.setAttribute('preload', 'none');
  player.setAttribute('src', address);
  const poster = secure(frame.getAttribute('poster'), baseUrl);
  if (poster) player.setAttribute('poster', poster);
  return player;
}

const nameOf = (address: string, title: string): string => {
  const host = new URL(address).hostname.replace(/^www\./, '');
  return BARE_TITLE.test(title) ? host : `${title} (${host})`;
};

/** An absolute https address, or empty. */
function secure(address: string | null, baseUrl: string): string {
  if (!address || !URL.canParse(address.trim(), baseUrl)) return '';
  const url = new URL(address.trim(), baseUrl);
  return url.protocol === 'https:' ? url.href : '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
