/** A page of one article has at least so many characters of it in one place. */
const FEWEST_CHARACTERS = 600;
/** Who found so many has found the article; looking elsewhere takes a millisecond. */
const ENOUGH = 3_000;

/**
 * Whether a frame of the same origin or an open shadow tree holds more text than the `found` characters
 * that the page itself gave: then the article stands there.
 */
export function hasMoreElsewhere(page: Document, found: number): boolean {
  if (found > ENOUGH) return false;
  const enough = Math.max(FEWEST_CHARACTERS, found * 1.5);
  for (const frame of page.querySelectorAll<HTMLIFrameElement>('iframe, frame'))
    if (lengthOf(frameBody(frame)) > enough) return true;
  return shadowHosts(page, found < FEWEST_CHARACTERS).some(
    (host) => flatLength(host.shadowRoot!) > enough,
  );
}

/**
 * Copies what is in `body` as the person sees it: shadow trees with what is slotted into them, and the
 * bodies of same-origin frames, stand where their hosts do.
 */
export function copyFlat(body: Element, into: Element): void {
  for (const name of body.getAttributeNames()) into.setAttribute(name, body.getAttribute(name)!);
  appendFlat(body.childNodes, into);
}

/** Copies nodes in the same way to the end of an element. */
export function appendFlat(nodes: Iterable<Node>, into: Element): void {
  for (const node of nodes) {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null;
    if (!element) into.append(into.ownerDocument.importNode(node));
    else if (element.localName === 'slot') appendFlat(slotted(element as HTMLSlotElement), into);
    else if (element.shadowRoot || frameBody(element)) into.append(boxOf(element, into));
    else {
      const copied = into.ownerDocument.importNode(element);
      makeAbsolute(copied, element);
      into.append(copied);
      appendFlat(element.childNodes, copied);
    }
  }
}

/** A box in the place of a host, with its names, for Readability judges by them. */
function boxOf(host: Element, into: Element): Element {
  const box = into.ownerDocument.createElement('div');
  box.id = host.id;
  box.className = host.getAttribute('class') ?? '';
  appendFlat((host.shadowRoot ?? frameBody(host)!).childNodes, box);
  return box;
}

function slotted(slot: HTMLSlotElement): Node[] {
  const assigned = slot.assignedNodes();
  return assigned.length > 0 ? assigned : [...slot.childNodes];
}

/** The body in a frame of the page's own origin, or null. */
export function frameBody(element: Element): Element | null {
  if (!/^i?frame$/.test(element.localName)) return null;
  try {
    return (element as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null;
  }
}

/** Elements with an open shadow tree: those with a name of their own, or any when there is little to lose. */
function shadowHosts(page: Document, any: boolean): Element[] {
  const names = any ? '//*' : '//*[contains(local-name(.), "-")]';
  const found = page.evaluate(names, page, null, 7);
  const hosts: Element[] = [];
  for (let at = 0; at < found.snapshotLength; at += 1) {
    const element = found.snapshotItem(at) as Element;
    if (element.shadowRoot) hosts.push(element);
  }
  return hosts;
}

/** Characters below a shadow root, with those of the trees inside it and of what it is given to show. */
function flatLength(root: ShadowRoot): number {
  let length = textLength(root);
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) length += flatLength(element.shadowRoot);
    if (element.localName === 'slot') length += textLength(root.host);
  }
  return length;
}

/** Characters of text, without those of styles and scripts. */
function textLength(root: ParentNode & Node): number {
  const machinery = [...root.querySelectorAll('style, script')];
  return machinery.reduce((left, part) => left - lengthOf(part), lengthOf(root));
}

const lengthOf = (node: Node | null): number => node?.textContent?.trim().length ?? 0;

/** Addresses in a frame are relative to the frame. */
function makeAbsolute(copied: Element, { baseURI, ownerDocument }: Element): void {
  if (!ownerDocument.defaultView?.frameElement) return;
  for (const name of ['href', 'src', 'poster']) {
    const address = copied.getAttribute(name);
    if (address && URL.canParse(address, baseURI))
      copied.setAttribute(name, new URL(address, baseURI).href);
  }
}
