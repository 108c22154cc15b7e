import { blockText, type Rule, shortText } from './rule.ts';

/** Short lines that belong to the page, not to the story; matched as a whole block. */
const LINES: [reason: string, pattern: RegExp][] = [
  [
    'advertisement label',
    /^(?:advertisement|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|reklam[ae]?|広告|广告)[:.]?$/i,
  ],
  ['presented by', /^(?:presented|sponsored|brought to you) by\b.{0,40}$/i],
  [
    'link to comments',
    /^(?:jump|skip|go) to (?:the )?comments$|^(?:\d+ )?comments?$|^(?:leave|post|add) a (?:comment|reply)$|^join the (?:discussion|conversation)$/i,
  ],
  [
    'share buttons',
    /^(?:share(?: this)?(?: (?:article|story|post))?|tweet(?: this)?|recommend|print|email|e-mail|pin it|save|more|facebook|twitter|whatsapp|linkedin)$/i,
  ],
  [
    'read more link',
    /^(?:read|see|learn|find out) more\s*[.…»>→]*$|^(?:continue|keep) reading\b.{0,40}$|^(?:click here|tap here)\b.{0,60}$/i,
  ],
  [
    'newsletter box',
    /^(?:sign up|subscribe|get) .{0,80}\b(?:newsletter|inbox|daily|weekly|briefing)\b.{0,80}$/i,
  ],
];

/** Boxes named by their class or id; only whole words, for `tag-*` and `category-*` sit on articles. */
const BOXES: [reason: string, pattern: RegExp][] = [
  ['newsletter box', /(?:^|[-_ ])(?:newsletter|mailing-?list|signup|sign-up)(?:$|[-_ ])/i],
  [
    'share buttons',
    /(?:^|[-_ ])(?:share|sharing|social|sharedaddy|addthis|addtoany|sharebar)(?:$|[-_ ](?:bar|box|buttons?|icons?|links?|list|tools?))?(?:$|[ ])/i,
  ],
  [
    'related stories',
    /(?:^|[-_ ])(?:related|recommended|outbrain|taboola|read-?more|more-?stories|also-?read|promo|teaser)(?:$|[-_ ])/i,
  ],
  [
    'author biography',
    /(?:^|[-_ ])(?:author-?bio|bio|about-?the-?author|author-?box|author-?info)(?:$|[-_ ])/i,
  ],
  [
    'comments',
    /(?:^|[-_ ])(?:comments?|disqus(?:_thread)?|respond|discussion)(?:$|[-_ ](?:area|list|section|form|box|wrapper)?)/i,
  ],
  [
    'advertisement',
    /(?:^|[-_ ])(?:ad|ads|advert|advertisement|ad-?slot|sponsor|sponsored|dfp|gpt-ad)(?:$|[-_ ])/i,
  ],
];

/** A named box with more of the article's text than this is the article itself. */
const LARGEST_SHARE = 0.35;
const BLOCKS =
  'p, div, section, aside, ul, ol, h2, h3, h4, h5, h6, span, a, form, nav, footer, label, strong';

/** Boxes and lines of the page's furniture that Readability lets pass. */
export const furniture: Rule = (article, { remover }) => {
  const whole = blockText(article).length || 1;
  // What is cheap to ask comes first: in Firefox every question to the page has its price.
  for (const box of article.querySelectorAll('div, section, aside, ul, ol, footer')) {
    const names = `${box.className} ${box.id}`;
    const named = names === ' ' ? undefined : BOXES.find(([, pattern]) => pattern.test(names));
    if (!named || !article.contains(box) || box.closest('pre, code, table')) continue;
    if (blockText(box).length / whole < LARGEST_SHARE) remover.remove(box, named[0]);
  }
  for (const box of article.querySelectorAll('form, nav')) {
    remover.remove(box, box.matches('nav') ? 'navigation' : 'form');
  }
  for (const block of article.querySelectorAll(BLOCKS)) {
    const text = shortText(block, 160);
    const line = text && LINES.find(([, pattern]) => pattern.test(text));
    if (line && article.contains(block) && !isInProse(block)) remover.remove(block, line[0]);
  }
};

/** An inline element inside a sentence is words of the story, whatever they say. */
const isInProse = (element: Element): boolean =>
  element.matches('span, a, strong, label') &&
  blockText(element.closest('p, li, blockquote, h2, h3, td') ?? element).length >
    blockText(element).length;
