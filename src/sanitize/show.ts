import { ATTRIBUTES, MATH_NAMESPACE, MATH_TAGS, OWN_ATTRIBUTES, TAGS } from '../article/markup.ts';
import { hardenLinks, hardenIds } from './harden.ts';

interface SanitizerConfig {
  elements: { name: string; namespace: string; attributes: string[] }[];
  attributes: string[];
  comments: false;
  dataAttributes: false;
}
interface SettingElement extends Element {
  setHTML?: (html: string, options: { sanitizer: unknown }) => void;
}

/** 'live': the open page's own pictures, by their addresses. 'stored': a picture has no address at all. */
export type PictureSource = 'live' | 'stored';

const MATH = new Set<string>(MATH_TAGS);
const config = (pictures: PictureSource): SanitizerConfig => ({
  elements: TAGS.map((name) => ({
    name,
    namespace: MATH.has(name) ? MATH_NAMESPACE : 'http://www.w3.org/1999/xhtml',
    attributes: (OWN_ATTRIBUTES[name] ?? []).filter(
      (attribute) => pictures === 'live' || attribute !== 'src',
    ),
  })),
  attributes: [...ATTRIBUTES],
  comments: false,
  dataAttributes: false,
});

const { Sanitizer } = globalThis as { Sanitizer?: new (config: SanitizerConfig) => unknown };

/** Made when first asked for, and once: making one takes longer than using it. */
const sanitizers: Partial<Record<PictureSource, unknown>> = {};

const sanitizerFor = (pictures: PictureSource): unknown =>
  (sanitizers[pictures] ??= Sanitizer ? new Sanitizer(config(pictures)) : config(pictures));

/** Does once for nothing what takes longest the first time, while there is nothing to show yet. */
export function warmUp(pictures: PictureSource): void {
  const { setHTML } = document.createElement('div') as SettingElement;
  setHTML?.call(document.createElement('div'), '<p>', { sanitizer: sanitizerFor(pictures) });
}

/**
 * The only door from markup into our pages: fills `host` with what is harmless of `html`. The browser's
 * own sanitizer where there is one (7 to 15 ms faster), DOMPurify elsewhere. Pictures load when they
 * come near, for Chrome shows a popup only after all that began to load before. Who wants to hear that it
 * has begun gets a long text in portions, so that its first screen stands as soon as that of a short one.
 */
export async function show(
  html: string,
  host: Element,
  pictures: PictureSource,
  signal?: AbortSignal,
  onBegun?: () => void,
): Promise<void> {
  // In a template nothing is loaded yet.
  const { content } = document.createElement('template');
  const whole = content.ownerDocument.createElement('div');
  const { setHTML } = whole as SettingElement;
  if (setHTML) setHTML.call(whole, html, { sanitizer: sanitizerFor(pictures) });
  else await showPurified(html, whole, pictures);
  hardenLinks(whole);
  hardenIds(whole);
  for (const img of whole.querySelectorAll('img')) img.loading = 'lazy';
  if (signal?.aborted) return;
  const nodes = [...finestBox(whole).childNodes];
  host.replaceChildren(...nodes.splice(0, onBegun && nodes.length > LONG ? PORTION : Infinity));
  // Till then screen readers, and what looks through the text, wait.
  host.ariaBusy = nodes.length > 0 ? 'true' : null;
  onBegun?.();
  while (nodes.length > 0) {
    await afterFrame();
    if (signal?.aborted) return;
    const portion = nodes.splice(0, document.hidden ? Infinity : PORTION);
    if (nodes.length === 0) host.ariaBusy = null;
    host.append(...portion);
  }
}

/** A text of fewer blocks stands about as soon in one piece, and its bar and lines do not move once more. */
const LONG = 400;
/** So many blocks fill three screens; each frame brings as many. */
const PORTION = 40;

/** When it is drawn; in a hidden tab there are no frames. */
const afterFrame = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500);
  });

async function showPurified(html: string, host: Element, pictures: PictureSource): Promise<void> {
  const { purify } = await import('./purify.ts');
  const fragment = purify(html);
  if (pictures === 'stored')
    for (const img of fragment.querySelectorAll('img')) img.removeAttribute('src');
  host.replaceChildren(fragment);
}

/** The outermost box with more than one child, wrappers without meaning left aside. */
function finestBox(box: Element): Element {
  const only = box.childNodes.length === 1 ? box.firstElementChild : null;
  return only?.matches('div, section') && only.attributes.length === 0 ? finestBox(only) : box;
}
