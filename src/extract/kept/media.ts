import { decoded } from '../pictures.ts';
import { make, textOf, type Vault, wrapperOf } from './vault.ts';

/**
 * Hosts whose frames are part of what is told, and how the address of a frame, without `https://www.`,
 * becomes that of the page a person would open. The first pattern that fits counts; other frames go.
 */
const HOSTS: [frame: RegExp, page: string][] = [
  [/^youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,}).*/, 'www.youtube.com/watch?v=$1'],
  [/^player\.vimeo\.com\/video\/(\d+).*/, 'vimeo.com/$1'],
  [
    /^(?:geo\.)?dailymotion\.com\/(?:embed|player).*?(?:\/|=)(x\w+).*/,
    'www.dailymotion.com/video/$1',
  ],
  [/^open\.spotify\.com\/embed(?:-podcast)?\/([^?]*).*/, 'open.spotify.com/$1'],
  [/^platform\.twitter\.com\/embed\/.*[?&]id=(\d+).*/, 'x.com/i/status/$1'],
  [/^embed\.((?:podcasts|music)\.apple|ted)\.com\/(.*)/, '$1.com/$2'],
  [/^(instagram\.com\/\w+\/[\w-]+|[^/]+\/@[\w.@-]+\/\d+)(?:\/embed.*)?$/, '$1'],
  [
    /^((?:[\w-]+\.)*(?:twitter|x|bsky|threads|tiktok|twitch|ted|archive|soundcloud|mixcloud|bandcamp|deezer|acast|libsyn|podbean|buzzsprout|simplecast|transistor|megaphone|spreaker|npr|loom|wistia|bilibili|streamable|codepen|jsfiddle|datawrapper|dwcdn|flourish|infogram|openstreetmap)\.[a-z]{2,6}\/.*)/,
    '$1',
  ],
];
/** Players and posts that name the page they stand for in a parameter. */
const NAMED =
  /^(?:w\.soundcloud\.com\/player|facebook\.com\/plugins\/(?:post|video)\.php)[^?]*\?(?:.*&)?(?:url|href)=([^&]+)/;
/** Where a frame is a post, not a film. */
const POST =
  /^https:\/\/(?:[\w-]+\.)*(?:(?:twitter|x|bsky|threads|instagram|facebook)\.[a-z]+\/|.*\/@[^/]+\/\d+$)/;
const FRAMES = 'iframe, lite-youtube, lite-vimeo, video, audio';
const LAZY = ['src', 'data-src', 'data-lazy-src'];
/** Titles that say only what kind of frame it is. */
const BARE_TITLE =
  /^(?:(?:youtube|vimeo|spotify|video|audio|media|embed(?:ded)?|podcast|player|content|frame|iframe|post|tweet|x|by)[\s-]*)*$/i;
const LONGEST_CAPTION = 400;

/** Films, sound and posts: each a card that leads to its page or file. Players would load, or ask to be let. */
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
    else card.append(...stillOf(frame, baseUrl), caption);
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
    const src = (frame.getAttribute(name) ?? '').trim().replace(/^(?:https?:)?\/\/(?:www\.)?/, '');
    const named = NAMED.exec(src)?.[1];
    if (named) return secure(decoded(named), baseUrl);
    const host = HOSTS.find(([pattern]) => pattern.test(src));
    if (host) return secure(`https://${src.replace(...host)}`, baseUrl);
  }
  return '';
}

function fileOf(frame: Element, baseUrl: string): string {
  const sources = [frame, ...frame.querySelectorAll('source')];
  return sources.map((source) => secure(source.getAttribute('src'), baseUrl)).find(Boolean) ?? '';
}

/** The picture that stands for a film. */
function stillOf(frame: Element, baseUrl: string): Element[] {
  const address = secure(frame.getAttribute('poster'), baseUrl);
  if (!address) return [];
  const still = make(frame, 'img');
  still.src = address;
  still.alt = '';
  return [still];
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
