/** Attributes in which pages keep the address of a picture that loads late, best first. */
const LAZY_SOURCES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-original-src',
  'data-hi-res-src',
  'data-full-src',
  'data-lazy',
  'data-echo',
  'data-url',
  'data-image',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];

/** Wider than any column of ours at twice the pixels; a wider candidate only costs the person. */
const WIDEST = 1600;

const PLACEHOLDER =
  /^(data:|about:|blob:)|(?:blank|spacer|placeholder|pixel|transparent|1x1|loading)[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;
const TRACKER =
  /\b(?:pixel|beacon|counter|tracking|analytics|doubleclick|scorecardresearch|facebook\.com\/tr)\b/i;

/** What holds the backslash of TeX, and is no path of files. */
const FORMULA = /[?=/]([^?=/&.]*%5c[^?=/&.]*)$/i;

/** Gives every `<img>` under `root` its real address and drops those that only count visits. */
export function resolvePictures(root: ParentNode, baseUrl: string): void {
  for (const img of root.querySelectorAll('img')) {
    const src = bestSource(img, baseUrl);
    if (!src || isTracker(img, src)) {
      (img.closest('picture') ?? img).remove();
      continue;
    }
    for (const name of img.getAttributeNames()) {
      if (!['alt', 'width', 'height', 'class', 'title'].includes(name)) img.removeAttribute(name);
    }
    // Services that set formulas are told them in the address.
    const formula = FORMULA.exec(src)?.[1];
    if (formula && !img.alt) img.alt = decoded(formula);
    img.src = src;
    img.closest('picture')?.replaceWith(img);
  }
}

/** A lazy picture often has its plain copy in a `<noscript>` beside it: prefer that. */
export function unwrapNoscript(root: ParentNode): void {
  for (const noscript of root.querySelectorAll('noscript')) {
    // Where scripts run the content of a noscript is text, elsewhere elements.
    const markup = noscript.firstElementChild ? noscript.innerHTML : (noscript.textContent ?? '');
    if (!/<img/i.test(markup)) continue;
    const inside = new DOMParser().parseFromString(markup, 'text/html').body;
    const [picture] = inside.querySelectorAll('img');
    if (!picture || inside.textContent?.trim() || inside.querySelectorAll('img').length > 1)
      continue;
    const before = noscript.previousElementSibling;
    const lazy = before?.matches('img') ? before : before?.querySelector('img');
    if (lazy && isLate(lazy)) {
      noscript.remove();
      continue;
    }
    if (lazy && !before?.textContent?.trim()) before!.remove();
    else if (hasPicture(noscript.parentElement, noscript)) continue;
    noscript.replaceWith(noscript.ownerDocument.importNode(picture, true));
  }
}

/** Such a picture knows its own address, and often more sizes than its plain copy. */
const isLate = (img: Element): boolean =>
  [...LAZY_SOURCES, ...LAZY_SETS].some((name) => img.hasAttribute(name));

const hasPicture = (parent: Element | null, except: Element): boolean =>
  [...(parent?.children ?? [])].some((child) => child !== except && child.querySelector('img'));

function bestSource(img: HTMLImageElement, baseUrl: string): string {
  const sets = [...(img.closest('picture')?.querySelectorAll('source') ?? []), img].flatMap(
    (element) => ['srcset', ...LAZY_SETS].map((name) => element.getAttribute(name) ?? ''),
  );
  const candidates = sets.flatMap((set) => parseSrcset(set, baseUrl));
  const fitting = candidates
    .filter(({ width }) => width <= WIDEST)
    .sort((a, b) => b.width - a.width)[0];
  const smallest = candidates.sort((a, b) => a.width - b.width)[0];
  const plain = ['src', ...LAZY_SOURCES]
    .map((name) => img.getAttribute(name) ?? '')
    .filter((src) => src && !PLACEHOLDER.test(src));
  const lazy = plain.length > 1 ? plain[1] : plain[0];
  return absolute(fitting?.src ?? smallest?.src ?? '', baseUrl) || absolute(lazy ?? '', baseUrl);
}

/** The candidates of a srcset with their widths; densities count from 800 pixels. */
export function parseSrcset(set: string, baseUrl: string): { src: string; width: number }[] {
  const found = [...set.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)];
  return found.flatMap(([, address = '', amount, unit]) => {
    const src = PLACEHOLDER.test(address) ? '' : absolute(address, baseUrl);
    const number = Number(amount ?? 1);
    return src ? [{ src, width: unit === 'w' ? number : number * 800 }] : [];
  });
}

/** Absolute http(s) address, or empty. */
export function absolute(address: string, baseUrl: string): string {
  if (!address || !URL.canParse(address.trim(), baseUrl)) return '';
  const url = new URL(address.trim(), baseUrl);
  return /^https?:$/.test(url.protocol) ? url.href : '';
}

function isTracker(img: HTMLImageElement, src: string): boolean {
  const [width, height] = [sizeOf(img, 'width'), sizeOf(img, 'height')];
  if ((width > 0 && width <= 3) || (height > 0 && height <= 3)) return true;
  return TRACKER.test(src) && !/\.(?:jpe?g|png|webp|avif)(?:$|\?)/i.test(src);
}

/** A size attribute in pixels, 0 when it is missing or relative. */
export function sizeOf(img: Element, name: 'width' | 'height'): number {
  const value = img.getAttribute(name) ?? '';
  return /^\d+(?:px)?$/.test(value.trim()) ? Number.parseInt(value, 10) : 0;
}

export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
