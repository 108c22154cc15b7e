import { make, textOf } from './vault.ts';

/** A mark in the text: `1`, `[1]`, `(a)`, `*`, `note 1`, without its white space. */
const MARK = /^[[(]?(?:[^\d\s]{0,5}\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶]{1,4})[\])]?[,;.]?$/i;
/** What addresses of notes are called; others, such as those of sections, need a raised mark. */
const NOTE_ADDRESS = /note|ftn|edn|^fn|cite|^ref|^bib|footnote/i;
const BLOCK = 'li, dd, p, div, aside, section';
/** What is never in a note but in the parts of a text that a raised number may also lead to. */
const NO_NOTE = 'h1, h2, h3, h4, img, video, iframe, article';
const LONGEST_NOTE = 6_000;
/** Notes that stand inside the sentence, shown when asked for. */
const INLINE =
  '.inline-footnote .footnoteContent, .ltx_role_footnote .ltx_note_content, .footnote-container > .footnote, .sidenote';
const INLINE_HOLDER = '.inline-footnote, .ltx_note, .footnote-container';
const INLINE_EXTRAS = '.ltx_note_mark, .ltx_tag_note, .ltx_note_type, .sidenote-number';

/** One note: where the text refers to it, and what it says. */
interface Note {
  marks: Element[];
  content: Node[];
}

/** Ids that notes and the marks that lead to them have in our pages. */
const noteId = (number: number): string => `fn-${number}`;
const markId = (number: number, use: number): string =>
  `fnref-${number}${use ? `-${use + 1}` : ''}`;

/** The notes of a page, taken out of it before Readability and set below the article after it. */
export class Footnotes {
  readonly #items: HTMLLIElement[] = [];

  constructor(copy: Document, url: string) {
    const notes = linkedNotes(copy, url);
    notes.push(...inlineNotes(copy));
    if (notes.length === 0) return;
    for (const other of copy.querySelectorAll('[id^="fn"]')) other.removeAttribute('id');
    for (const note of inOrder(notes)) this.#take(note);
  }

  #take({ marks, content }: Note): void {
    const number = this.#items.length + 1;
    const item = make(marks[0]!, 'li', ...content);
    item.id = noteId(number);
    item.value = number;
    for (const [use, mark] of marks.entries()) {
      // In brackets, for two marks side by side would read as one number, and one after a year too.
      const link = make(mark, 'a', `[${number}]`);
      link.href = `#${noteId(number)}`;
      link.id = markId(number, use);
      const isRaised = mark.parentElement?.closest('sup') ?? null;
      mark.replaceWith(isRaised ? link : make(mark, 'sup', link));
    }
    this.#items.push(item);
  }

  /** The notes that the article refers to, or null. */
  listFor(article: Element): HTMLOListElement | null {
    const used = this.#items.filter((item) => article.querySelector(`a[href="#${item.id}"]`));
    if (used.length === 0) return null;
    for (const [index, item] of used.entries()) {
      if (item.value === index + 1) item.removeAttribute('value');
      const back = make(item, 'a', '↩');
      back.href = item.id.replace('fn', '#fnref');
      lastBox(item).append(' ', back);
    }
    return make(article, 'ol', ...used);
  }
}

/** The paragraph in which a note ends. */
function lastBox(box: Element): Element {
  const last = box.lastElementChild;
  return last?.matches('p, div') && !last.nextSibling?.nodeValue?.trim() ? lastBox(last) : box;
}

/** Marks that are links to a block further down. */
function linkedNotes(copy: Document, url: string): Note[] {
  const targets = new Map<Element, Element[]>();
  for (const link of copy.querySelectorAll('a[href*="#"]')) {
    if (!MARK.test(textOf(link))) continue;
    const id = idIn(link, url);
    const isRaised =
      link.closest('sup') ?? link.querySelector('sup') ?? textOf(link).startsWith('[');
    if (!id || !(isRaised || NOTE_ADDRESS.test(id))) continue;
    const target = placeIn(copy, id);
    const follows =
      target && link.compareDocumentPosition(target) === Node.DOCUMENT_POSITION_FOLLOWING;
    if (!follows || link.closest('nav, pre')) continue;
    const marks = targets.get(target);
    if (marks) marks.push(wholeMark(link));
    else targets.set(target, [wholeMark(link)]);
  }
  const all = [...targets.keys()];
  const notes: Note[] = [];
  for (const [target, marks] of targets) {
    const content = contentOf(target, all);
    if (content) notes.push({ marks, content });
  }
  return notes;
}

const placeIn = (copy: Document, id: string): Element | undefined =>
  copy.getElementById(id) ?? copy.getElementsByName(id)[0];

/** The id that a link leads to on the page itself. */
function idIn(link: Element, url: string): string {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  const path = href.slice(0, at).split('?')[0]!;
  const own = url.split(/[?#]/)[0]!;
  if (path && !own.endsWith(path.replace(/^\.?\//, '/'))) return '';
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return '';
  }
}

/**
 * Links to places that the page has not, by which its scripts open notes on the words of the text, are these
 * words: Readability and the rules would take them for ways elsewhere.
 */
export function unlinkWords(copy: Document, url: string): void {
  for (const link of copy.querySelectorAll('p a[href*="#"]:not([href*="?"])')) {
    const id = idIn(link, url);
    if (id && !placeIn(copy, id)) link.replaceWith(...link.childNodes);
  }
}

/** A mark with the brackets and boxes that are only round it. */
function wholeMark(link: Element): Element {
  const bare = (element: Element): string => textOf(element).replace(/[[\]()]/g, '');
  let mark = link;
  for (
    let box = link.parentElement;
    box?.matches('sup, span, small, cite, b');
    box = box.parentElement
  ) {
    if (bare(box) !== bare(link)) break;
    mark = box;
  }
  return mark;
}

/** What a note says, taken out of the page, or null when the target is no note. */
function contentOf(target: Element, targets: Element[]): Node[] | null {
  const block = target.matches(BLOCK) && textOf(target) ? target : target.closest(BLOCK);
  if (!block || block.querySelector(NO_NOTE) || textOf(block).length > LONGEST_NOTE) return null;
  const inside = targets.filter((other) => other !== block && block.contains(other));
  const nodes = inside.length > 1 ? partOf(block, target, inside) : [...block.childNodes];
  const content = stripped(block, nodes);
  if (!content) return null;
  removeEmpty(block);
  return content;
}

/** Of several notes in one block, the nodes from one anchor to the next. */
function partOf(block: Element, target: Element, targets: Element[]): Node[] {
  const topOf = (element: Element): Node => {
    let node: Node = element;
    while (node.parentNode && node.parentNode !== block) node = node.parentNode;
    return node;
  };
  const ends = new Set(targets.filter((other) => other !== target).map(topOf));
  const part: Node[] = [];
  for (let node: Node | null = topOf(target); node && !ends.has(node); node = node.nextSibling)
    part.push(node);
  return part;
}

/** The nodes of a note without the mark before it and the ways back; null when nothing is left. */
function stripped(near: Element, nodes: Node[]): Node[] | null {
  const holder = make(near, 'div', ...nodes);
  for (const part of holder.querySelectorAll('.mw-cite-backlink')) part.remove();
  for (const link of holder.querySelectorAll('a[href*="#"], a:not([href])')) {
    const words = textOf(link);
    const isBack =
      words.length > 5
        ? /^(?:back|return|jump|zurück)/i.test(words)
        : !/[a-z\d]/i.test(words) || MARK.test(words.replace(/[.:)]$/, ''));
    if (isBack) link.remove();
  }
  for (const part of holder.querySelectorAll('sup, span, b')) if (!textOf(part)) part.remove();
  dropLeadingMark(holder);
  while (holder.lastChild && !holder.lastChild.textContent?.trim()) holder.lastChild.remove();
  return textOf(holder) ? [...holder.childNodes] : null;
}

function dropLeadingMark(holder: Element): void {
  let node: Node | null = holder.firstChild;
  while (node && !node.textContent?.trim()) {
    const next: Node | null = node.nextSibling;
    (node as ChildNode).remove();
    node = next;
  }
  if (!node) return;
  if (node.nodeType === Node.TEXT_NODE)
    node.nodeValue = (node.nodeValue ?? '').replace(
      /^\s*(?:[[(]?\d{1,3}[\])][.:]?|\d{1,3}[.:](?=\s|$)|\^|[*†‡]+)?\s*/,
      '',
    );
  else if (node instanceof Element) {
    if (!/^[[(]?(?:\d{1,3}|[*†‡]+)[\])]?[.:]?$/.test(textOf(node))) {
      if (node.matches('p, div')) dropLeadingMark(node);
    } else if (node.nextSibling) {
      node.remove();
      dropLeadingMark(holder);
    }
  }
}

/** Notes inside the sentence. */
function inlineNotes(copy: Document): Note[] {
  const notes: Note[] = [];
  for (const mark of copy.querySelectorAll('.ltx_role_footnotemark .ltx_note_outer')) mark.remove();
  for (const element of copy.querySelectorAll(INLINE)) {
    const holder = element.closest(INLINE_HOLDER) ?? element;
    for (const extra of element.querySelectorAll(INLINE_EXTRAS)) extra.remove();
    for (const before of [
      holder.previousElementSibling,
      holder.previousElementSibling?.previousElementSibling,
    ])
      if (before?.matches('input, label.margin-toggle, .sidenote-number')) before.remove();
    const content = stripped(element, [...element.childNodes]);
    if (content) notes.push({ marks: [holder], content });
  }
  return notes;
}

/** Removes what a note has left empty, and the heading or rule that stood above nothing else. */
function removeEmpty(block: Element): void {
  let box: Element | null = block;
  while (box && !textOf(box) && !box.matches('body, article, main')) {
    const parent: Element | null = box.parentElement;
    const before = box.previousElementSibling;
    const after = box.nextElementSibling;
    box.remove();
    const isAlone = !after || after.matches('h1, h2, h3, hr');
    if (
      before &&
      isAlone &&
      (before.matches('h2, h3, h4, h5, h6, hr') || before.matches('.mw-heading'))
    )
      before.remove();
    box = parent;
  }
}

/** Notes as their first marks follow one another. */
const inOrder = (notes: Note[]): Note[] =>
  notes.sort((a, b) =>
    a.marks[0]!.compareDocumentPosition(b.marks[0]!) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
