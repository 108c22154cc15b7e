import { make, textOf, wrapperOf } from './vault.ts';

/** Where the code itself stands, the narrowest first, in what highlighters and editors build round it. */
const SOURCE = '.cm-content, .CodeMirror-code, .view-lines, td.code pre, .rouge-code pre, code';
const GUTTER =
  'button, [class*="copy" i], [class*="line-number" i], [class*="linenumber" i], [class*="lineno"], [class*="gutter"], .blob-num, .hljs-ln-numbers, .linenos';
const TABLE =
  'table.rouge-table, table.highlighttable, table.lntable, table.hljs-ln, .highlight table, .blob-wrapper table, .syntaxhighlighter table, code > table';
const LANGUAGE =
  /(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source|text)-|brush:\s*|sourceCode\s+|src-|hljs\s+(?!language))([a-z][\w+#-]{0,19})/i;
const NO_LANGUAGE = /^(?:none|plain|plaintext|text|txt|nohighlight|undefined|highlight|hljs)$/i;
const LINES = 'div, li, p, tr, code, [class*="line" i]';
const LONGEST_LABEL = 24;

/** Code becomes `<pre><code data-lang>` with plain text inside, whatever the page's highlighter made. */
export function keepCode(copy: Document): void {
  if (!copy.querySelector('pre, code table, table.hljs-ln, .blob-wrapper')) return;
  for (const table of copy.querySelectorAll(TABLE)) {
    if (copy.contains(table)) settle(table.closest('pre, code, figure.highlight') ?? table, table);
  }
  for (const pre of copy.querySelectorAll('pre')) {
    if (copy.contains(pre) && !pre.querySelector('img, pre') && !pre.hasAttribute('data-code'))
      settle(pre, pre);
  }
}

function settle(old: Element, holder: Element): void {
  const language = languageOf(holder);
  for (const part of holder.querySelectorAll(GUTTER)) part.remove();
  for (const part of holder.querySelectorAll('[style*="user-select"]'))
    if (/^\d*$/.test(textOf(part))) part.remove();
  const sources = [...holder.querySelectorAll(SOURCE)].filter(
    (source) => !source.querySelector('table') && textOf(source),
  );
  const source = sources.length === 1 || sources[0]?.matches(':not(code)') ? sources[0]! : holder;
  const label = source === holder ? '' : labelIn(holder, source);
  const lang = language || label;
  const text = codeText(source)
    .replace(/^\s*\n/, '')
    .replace(/\s+$/, '');
  if (!text) return;
  const isMarked = source.matches('code') || lang || old.matches('table') || /\n/.test(text);
  const code = make(old, 'code', text);
  if (lang) code.setAttribute('data-lang', lang.toLowerCase());
  const pre = make(old, 'pre', isMarked ? code : text);
  pre.setAttribute('data-code', '');
  old.replaceWith(pre);
  dropLabels(pre, lang);
  const wrapper = wrapperOf(pre);
  if (wrapper !== pre) wrapper.replaceWith(pre);
}

/** The text with its line breaks: as it stands, or a line an element where only they make lines. */
function codeText(source: Element): string {
  for (const line of source.querySelectorAll('br')) line.replaceWith('\n');
  const text = (source.textContent ?? '').replace(/\u00a0/g, ' ');
  const lines = [...source.querySelectorAll(LINES)].filter((line) => !line.querySelector(LINES));
  // Between elements that are lines a line break is only the markup's; inside of them it is the code's.
  const isBroken = lines.length < 2 || text.trim().split('\n').length >= lines.length;
  if (isBroken && !source.querySelector('tr')) return text;
  return lines.map((line) => (line.textContent ?? '').replace(/\n$/, '')).join('\n');
}

function languageOf(holder: Element): string {
  let element: Element | null = holder.querySelector('code') ?? holder;
  for (let level = 0; element && level < 6; level += 1, element = element.parentElement) {
    if (element.matches('body, article, main')) break;
    const told =
      element.getAttribute('data-lang') ??
      element.getAttribute('data-language') ??
      LANGUAGE.exec(element.className)?.[1] ??
      '';
    if (told && /^[\w+#.-]{1,20}$/.test(told) && !NO_LANGUAGE.test(told)) return told;
  }
  return '';
}

/** What an editor writes above its code, when it is a name like that of a language. */
function labelIn(holder: Element, source: Element): string {
  const rest = textOf(holder).replace(textOf(source), '');
  return /^[A-Za-z][\w+#.-]{0,15}$/.test(rest) ? rest : '';
}

/** The bar above the code that names its language and offers to copy it. */
function dropLabels(pre: Element, lang: string): void {
  let box: Element = pre;
  for (let level = 0; level < 3 && box.parentElement; level += 1, box = box.parentElement) {
    if (box.parentElement.matches('body, article, main, section, li')) return;
    const bar = box.previousElementSibling;
    if (!bar) continue;
    for (const part of bar.querySelectorAll('button, [role="button"], select')) part.remove();
    const words = (bar.textContent ?? '').trim().toLowerCase();
    const isLabel =
      words.length <= LONGEST_LABEL && (words === lang.toLowerCase() || words === 'copy');
    if (
      !bar.matches('p, h1, h2, h3, h4, h5, h6, img, figure') &&
      (!words || isLabel) &&
      !bar.querySelector('img')
    )
      bar.remove();
  }
}
