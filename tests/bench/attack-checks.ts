import { ATTRIBUTES, OWN_ATTRIBUTES, TAGS } from '../../src/article/markup.ts';

/** What one look at a view of ours found. */
export interface Looked {
  /** Calls that reached alert and its like. */
  heard: string[];
  /** Elements and attributes that have no business there. */
  markup: string[];
  /** What the policy stopped, as far as the page can tell. */
  blocked: string[];
  /** Addresses of the pictures shown. */
  pictures: string[];
}

/** Where hostile words and markup stand in a view; `stored`: no picture may have an address on the web. */
export interface Place {
  body: string;
  words: string;
  stored: boolean;
}

const ARTICLE = { body: 'main .article', words: 'main article header, main h1:not(.article *)' };
export const PLACES = {
  popup: { ...ARTICLE, stored: false },
  reader: { ...ARTICLE, stored: true },
  list: { body: 'none', words: 'li:not([role]) :is(h2, p), li:not([role]) > span', stored: true },
} satisfies Record<string, Place>;

export const LISTS = {
  tags: [...TAGS] as string[],
  everywhere: [...ATTRIBUTES] as string[],
  own: OWN_ATTRIBUTES,
};

/** Makes alert and its like tell; once a page. */
export const HOOKS = `if (!window.heardCalls) {
  window.heardCalls = [];
  const tell = (name) => (...words) => { window.heardCalls.push(name + '(' + words.map(String).join().slice(0, 80) + ')'); };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'Function', '__xss', 'xss']) window[name] = tell(name);
  for (const name of ['write', 'writeln', 'open']) document[name] = tell('document.' + name);
}
`;

const BLOCKED = `const blocked = [];
const report = ({ body }) => blocked.push([body.effectiveDirective, body.blockedURL, body.sourceFile, body.sample].join(' '));
const observer = globalThis.ReportingObserver && new ReportingObserver((reports) => reports.forEach(report), { types: ['csp-violation'], buffered: true });
observer?.observe();
`;

const MARKUP = `const markup = [];
const { place, lists } = args[0];
const say = (what, element) => markup.push(what + ' in ' + element.cloneNode(false).outerHTML.slice(0, 200));
const bodies = [...document.querySelectorAll(place.body)];
const words = [...document.querySelectorAll(place.words)];
const isOwn = (address) => address.protocol === location.protocol;
// What our own pages put on an article: a sanitizer that let one of these through would be seen by its value.
const OURS = {
  class: /^(?:wide|_[\\w-]+(?: _[\\w-]+)*)$/, tabindex: /^(?:0|-1)$/, role: /^(?:group|button)$/, 'aria-label': /^Wide /,
  'data-large': /^$/, 'data-coming': /^$/, 'data-failed': /^$/, 'data-missing': /^(?:words)?$/, 'data-frame': /^$/,
};
const isOurs = ({ name, value }) => OURS[name]?.test(value) ?? false;
const isTool = (element) => element.closest('[data-frame] > :last-child:not(pre, table, .wide)') !== null;
for (const element of document.querySelectorAll('*')) {
  const inside = !isTool(element) && bodies.some((body) => body !== element && body.contains(element));
  const name = element.localName;
  if (inside && !lists.tags.includes(name)) say('<' + name + '>', element);
  if (inside && !/^http:\\/\\/www\\.w3\\.org\\/(?:1999\\/xhtml|1998\\/Math\\/MathML)$/.test(element.namespaceURI)) say('foreign <' + name + '>', element);
  for (const attribute of element.attributes) {
    const key = attribute.name.toLowerCase();
    if (key.startsWith('on')) say(key, element);
    if (key === 'srcdoc' || key === 'srcset' || key === 'ping') say(key, element);
    const known = [...lists.everywhere, ...(lists.own[name] ?? [])];
    if (name === 'a') known.push('target', 'rel');
    if (name === 'img') known.push('referrerpolicy', 'loading');
    if (element.className === 'article-text' && bodies.includes(element.parentElement)) known.push('class');
    if (inside && !known.includes(key) && !isOurs(attribute)) say('attribute ' + key, element);
    if (!/^(?:xlink:)?href$|^(?:src|action|formaction|poster|background|cite|data)$/.test(key)) continue;
    const address = URL.canParse(attribute.value, document.baseURI) ? new URL(attribute.value, document.baseURI) : null;
    // The marks of notes lead to the notes below the text.
    if (key === 'href' && /^#fn(?:ref)?-\\d/.test(attribute.value)) continue;
    const web = /^(?:https?|mailto):$/.test(address?.protocol);
    const picture = name === 'img' && /^(?:data:image\\/(?!svg)|blob:)/.test(address?.href);
    if (!web && !picture && (inside || !address || !isOwn(address))) say(key + '=' + attribute.value.slice(0, 80), element);
    if (place.stored && name === 'img' && web) say('address of a picture', element);
    const player = !place.stored && /^(?:audio|video|source)$/.test(name);
    if (web && name !== 'img' && name !== 'a' && !player) say(key, element);
  }
}
for (const holder of words)
  for (const element of [holder, ...holder.querySelectorAll('*')])
    if (!/^(?:header|h1|h2|p|a|span|bdi|time)$/.test(element.localName)) say('among words', element);
for (const body of bodies) {
  if (!/^(?:ltr|rtl|)$/.test(body.dir)) say('dir', body);
  if (!/^[\\w-]*$/.test(body.lang)) say('lang', body);
}
const pictures = [...document.images].map((img) => img.src);
`;

const EVENTS = [
  'click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave wheel',
  'pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel pointerrawupdate gotpointercapture lostpointercapture',
  'touchstart touchend touchmove touchcancel dragstart drag dragenter dragover dragleave drop dragend',
  'focus blur focusin focusout keydown keypress keyup input beforeinput change select selectstart selectionchange submit reset invalid formdata',
  'copy cut paste beforecopy beforecut beforepaste toggle beforetoggle beforematch cancel close command scroll scrollend scrollsnapchange',
  'animationstart animationend animationiteration animationcancel transitionstart transitionend transitionrun transitioncancel',
  'load error abort loadstart loadend progress readystatechange begin end repeat repeatEvent beginEvent endEvent start finish bounce',
  'canplay play pause ended loadeddata loadedmetadata timeupdate volumechange seeking waiting stalled emptied durationchange',
  'resize message hashchange popstate afterscriptexecute beforescriptexecute contentvisibilityautostatechange fullscreenchange slotchange webkitanimationend webkittransitionend',
]
  .join(' ')
  .split(' ');

/** Links to the web and to our own pages stay where they are; any other may go, and be heard. */
const DISPATCH = `const stay = (event) => {
  const link = event.target.closest?.('a');
  if (link && /^(?:https?|mailto|chrome-extension|moz-extension):$/.test(link.protocol)) event.preventDefault();
};
for (const type of ['click', 'auxclick']) window.addEventListener(type, stay, true);
const kinds = [[/click|^context|^mouse/, MouseEvent], [/pointer/, PointerEvent], [/^key/, KeyboardEvent], [/^dr[ao]/, DragEvent],
  [/^focus|^blur/, FocusEvent], [/^wheel/, WheelEvent], [/input/, InputEvent], [/toggle/, globalThis.ToggleEvent ?? Event]];
const options = { bubbles: true, cancelable: true, composed: true, key: 'Unidentified' };
const targets = new Set([...bodies, ...words].flatMap((holder) => [holder, ...holder.querySelectorAll('*')]));
for (const target of targets) {
  // The list draws anew meanwhile; what is out of the page is nobody's to click, and we would not hear it.
  if (!target.isConnected) continue;
  for (const type of ${JSON.stringify(EVENTS)}) {
    const Kind = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? Event;
    target.dispatchEvent(new Kind(type, options));
  }
  target.focus?.();
}
for (const link of [...targets].filter((target) => target.localName === 'a' && target.isConnected)) link.click();
await new Promise((resolve) => setTimeout(resolve, 40));
for (const type of ['click', 'auxclick']) window.removeEventListener(type, stay, true);
observer?.takeRecords().forEach(report);
observer?.disconnect();
const heard = window.heardCalls.splice(0);
return { heard, markup: [...new Set(markup)], blocked, pictures };`;

/** The body of the function that looks; its argument is `{ place, lists }`. */
export const LOOK = HOOKS + BLOCKED + MARKUP + DISPATCH;
