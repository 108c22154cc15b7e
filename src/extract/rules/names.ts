import { Lexicon } from './lexicon.ts';

/** What the parts of a class name or an id say about a box. */
export type NameFamily =
  | 'related stories'
  | 'newsletter box'
  | 'share buttons'
  | 'comments'
  | 'byline or date, shown above'
  | 'author biography'
  | 'advertisement'
  | 'navigation'
  | 'text for screen readers'
  | 'counter';

/** Single words, and pairs of neighbouring words joined by a hyphen. */
const FAMILIES = new Lexicon<NameFamily>(
  [
    [
      'related stories',
      'nextstory nextpost relatedstories relatedlinks suggestion suggestions related relatedposts relatedcontent recirc recirculation recommended recommendations recommendation trending outbrain taboola teaser teasers promo promos crosslink crosslinks upnext nextup rollover hovercard readmore read-more read-next read-also more-stories more-news more-articles more-posts more-links more-like more-on more-from most-read most-popular most-viewed most-shared popular-posts popular-stories see-also also-like also-read also-see you-may next-story next-post next-article prev-next post-nav post-navigation latest-news latest-stories latest-posts top-stories further-reading story-list article-list post-list card-list inline-link',
    ],
    [
      'newsletter box',
      'newsletter newsletters signup optin mailchimp mailinglist subscribe subscription sign-up opt-in mc-embed email-capture paywall-message regwall donate donation membership',
    ],
    [
      'share buttons',
      'social socials share shares sharing sharebar sharedaddy addtoany addthis sharethis follow-us tweet-this like-button fb-like',
    ],
    ['comments', 'comment comments disqus livefyre respond coral openweb discussion reviews-form'],
    [
      'byline or date, shown above',
      'breadcrumbs byline dateline timestamp datetime pubdate post-meta entry-meta postmetadata postmeta postinfo entrymeta article-meta meta-data meta-info article-info posted-on posted-by submitted post-date entry-date article-date publish-date date-published published-date publication-date last-updated reading-time read-time author-name author-meta author-date post-views entry-views article-tools text-size post-author entry-author article-author entry-footer post-footer post-tags article-tags tag-list tags-list cat-links tags-links tagcloud keywords',
    ],
    [
      'author biography',
      'bio biography author-box author-info author-card author-details author-block author-description about-author about-the authorbox authorbio saboxplugin',
    ],
    [
      'advertisement',
      'ad ads advert advertisement advertising adsbygoogle adslot dfp sponsor sponsored sponsors promoted disclosure',
    ],
    [
      'navigation',
      'navbar navigation breadcrumb submenu masthead sitemap toolbar topbar pagination pager cookie cookies consent gdpr modal popup lightbox login signin sidebar skiplink skip-link copyright-notice disclaimer search-form',
    ],
    [
      'text for screen readers',
      'sr-only visually-hidden visuallyhidden screen-reader screenreader off-screen offscreen print-only',
    ],
    [
      'counter',
      'slidecount slide-count gallery-count image-counter item-count img-count photo-count',
    ],
  ],
  ' ',
);
const CAPTIONS = new Lexicon(
  [
    [
      true,
      'caption captions credit credits figcaption legend bildunterschrift copyright-holder img-desc photo-desc image-desc image-source photo-source image-text picture-text imagecaption photocaption captiontext mediacaption piccaption',
    ],
  ],
  ' ',
);
const LONGEST_NAME = 60;
const WHOLE = ['article', 'main', 'body', 'div', 'section'];
/** WordPress writes the tags and the kind of the whole article into its class. */
const OF_THE_WHOLE =
  /^(?:tag|category|post|type|status|format|author|has|is|wp|hentry|page|language)-/;

/** The parts of a box's class and id, lower-case, each alone and with its neighbour. */
function partsOf({ className, id, localName }: Element): string[] {
  if (typeof className !== 'string' || (!className && !id)) return [];
  const found: string[] = [];
  for (const name of `${className} ${id}`.split(/\s+/)) {
    if (!name || name.length > LONGEST_NAME) continue;
    const plain = inParts(name);
    const isWhole = WHOLE.includes(localName) && OF_THE_WHOLE.test(plain);
    if (isWhole && !plain.startsWith('post-') && !plain.startsWith('author-')) continue;
    const parts = plain.split(/[-_:.]+/);
    if (isWhole && Number(parts[1]) > 0) continue;
    for (let at = 0; at < parts.length; at++) {
      if (at > 0) found.push(`${parts[at - 1]}-${parts[at]}`);
      found.push(parts[at]!);
    }
  }
  return found;
}

/** A name in lower case, with hyphens in the place of its humps. */
function inParts(name: string): string {
  const lower = name.toLowerCase();
  return lower === name ? lower : name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** What names say of boxes, by the names: a page has the same ones many times over. */
const known = new Map<string, [family: NameFamily | undefined, isCaption: boolean]>();

function meaningsOf(element: Element): [family: NameFamily | undefined, isCaption: boolean] {
  const names = `${element.localName} ${element.className} ${element.id}`;
  let meanings = known.get(names);
  if (!meanings) {
    const parts = partsOf(element);
    meanings = [firstMeaning(FAMILIES, parts), firstMeaning(CAPTIONS, parts) === true];
    known.set(names, meanings);
  }
  return meanings;
}

/** The family a box's name puts it in, if any. */
export const familyOf = (element: Element): NameFamily | undefined => meaningsOf(element)[0];

export const isNamedCaption = (element: Element): boolean => meaningsOf(element)[1];

function firstMeaning<Meaning>(lexicon: Lexicon<Meaning>, parts: string[]): Meaning | undefined {
  for (const part of parts) {
    const meaning = lexicon.meaningOf(part);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}
