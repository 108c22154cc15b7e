import { make, type Vault } from './vault.ts';

/** What typesetters build round a formula: the boxes whose MathML inside is the formula's only copy. */
const BOXES =
  '.katex-display, .katex, mjx-container, .MathJax_Display, .MathJax, .MathJax_SVG, .MathJax_CHTML, .mjx-chtml, .mwe-math-element, .ltx_Math';
const BLOCK =
  '.katex-display, .MathJax_Display, [display="true"], .mwe-math-element-block, .MathJax_SVG_Display, .MJXc-display';
const LONGEST_TEX = 4_000;

/**
 * Every formula becomes one `<math>` with its TeX in `alttext`. One that its page would only typeset
 * later is shown as the TeX that it is.
 */
export function keepMath(copy: Document, vault: Vault): void {
  if (!copy.querySelector(`math, script[type^="math/"], ${BOXES}`)) return;
  for (const box of copy.querySelectorAll(BOXES)) {
    if (!copy.contains(box)) continue;
    const math = box.querySelector('math') ?? fromAttribute(box);
    if (!math) continue;
    if (box.matches(BLOCK) || box.querySelector(BLOCK)) math.setAttribute('display', 'block');
    box.replaceWith(math);
  }
  for (const script of copy.querySelectorAll('script[type^="math/"]')) fromScript(script);
  for (const left of copy.querySelectorAll('.MathJax_Preview, .MJX_Assistive_MathML'))
    left.remove();
  for (const math of copy.querySelectorAll('math')) {
    simplify(math);
    vault.putInline(math);
  }
}

/** MathJax 2 may keep the markup in an attribute. It is parsed in a document where nothing runs. */
function fromAttribute(box: Element): Element | null {
  const holder = box.matches('[data-mathml]') ? box : box.querySelector('[data-mathml]');
  return holder ? parse(holder.getAttribute('data-mathml') ?? '', box) : null;
}

const parse = (markup: string, near: Element): Element | null => {
  const math = new DOMParser().parseFromString(markup, 'text/html').querySelector('math');
  return math ? near.ownerDocument.importNode(math, true) : null;
};

function fromScript(script: Element): void {
  const source = (script.textContent ?? '').replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim();
  const type = script.getAttribute('type') ?? '';
  const before = script.previousElementSibling;
  const set = before?.matches('math') ? before : before?.querySelector('math');
  if (set && !/asciimath/.test(type)) {
    if (/tex/.test(type)) set.setAttribute('alttext', source.slice(0, LONGEST_TEX));
    return script.remove();
  }
  if (/mml/.test(type)) return script.replaceWith(parse(source, script) ?? '');
  if (!source) return script.remove();
  const code = make(script, 'code', source.slice(0, LONGEST_TEX));
  code.setAttribute('data-lang', /tex/.test(type) ? 'tex' : 'asciimath');
  const isBlock = /mode\s*=\s*display/.test(type) && !script.closest('p');
  script.replaceWith(isBlock ? make(script, 'p', code) : code);
}

/** The formula itself without the notes on it, the TeX of which goes into an attribute. */
function simplify(math: Element): void {
  const tex = math.querySelector('annotation[encoding*="tex" i]')?.textContent?.trim();
  if (tex) math.setAttribute('alttext', tex.slice(0, LONGEST_TEX));
  for (const note of math.querySelectorAll('annotation, annotation-xml')) note.remove();
  for (const box of math.querySelectorAll('semantics')) box.replaceWith(...box.childNodes);
  // Its page may hide it behind a picture of it.
  math.removeAttribute('style');
  math.removeAttribute('aria-hidden');
  math.removeAttribute('hidden');
  math.removeAttribute('class');
}
