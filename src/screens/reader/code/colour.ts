import hljs from 'highlight.js/lib/core';
import type { Emitter } from 'highlight.js';
import { languageNamed, loadLanguage } from './languages.ts';

/** What parts of code have a colour of their own. */
export const PARTS = ['keyword', 'string', 'number', 'comment', 'name', 'type'] as const;
export type Part = (typeof PARTS)[number];

/** A stretch of code in UTF-16 units: [start, end). */
export interface CodeSpan {
  start: number;
  end: number;
  part: Part;
}

/** Scopes of highlight.js by their first word; others look as the code does. */
const PART_OF: Record<string, Part> = {
  ...{ keyword: 'keyword', 'selector-tag': 'keyword', operator: 'keyword', section: 'keyword' },
  ...{ string: 'string', regexp: 'string', char: 'string', addition: 'string', quote: 'comment' },
  ...{ number: 'number', literal: 'number', symbol: 'number', bullet: 'number', link: 'number' },
  ...{ comment: 'comment', doctag: 'comment', meta: 'comment', deletion: 'keyword' },
  ...{ title: 'name', name: 'name', attr: 'name', attribute: 'name', property: 'name' },
  ...{
    type: 'type',
    built_in: 'type',
    class: 'type',
    variable: 'type',
    'template-variable': 'type',
  },
  ...{ 'selector-class': 'type', 'selector-id': 'type', tag: 'keyword' },
};

/** Takes the parts as they are found, where the library would write markup: no string of it is ever made. */
class SpanEmitter implements Emitter {
  readonly spans: CodeSpan[] = [];
  readonly #open: (Part | null)[] = [];
  length = 0;

  addText(text: string): void {
    const part = this.#open.findLast((one) => one !== null);
    const start = this.length;
    this.length += text.length;
    if (!part || !text.trim()) return;
    const last = this.spans.at(-1);
    if (last?.part === part && last.end === start) last.end = this.length;
    else this.spans.push({ start, end: this.length, part });
  }
  startScope(scope: string): void {
    this.#open.push(PART_OF[scope.split('.')[0]!] ?? null);
  }
  endScope(): void {
    this.#open.pop();
  }
  /** Its old names. */
  openNode(scope: string): void {
    this.startScope(scope);
  }
  closeNode(): void {
    this.endScope();
  }
  __addSublanguage(inner: SpanEmitter): void {
    for (const span of inner.spans)
      this.spans.push({
        ...span,
        start: span.start + this.length,
        end: span.end + this.length,
      });
    this.length += inner.length;
  }
  finalize(): void {}
  toHTML(): string {
    return '';
  }
}

hljs.configure({ __emitter: SpanEmitter });

/** Longer code would hold the page up, in characters. */
const LONGEST = 40_000;

/** The coloured parts of code in the language that its page names; none of an unknown one. */
export async function coloured(code: string, named: string): Promise<CodeSpan[]> {
  const language = languageNamed(named);
  if (!language || code.length > LONGEST) return [];
  if (!hljs.getLanguage(language)) hljs.registerLanguage(language, await loadLanguage(language));
  const { _emitter } = hljs.highlight(code, { language, ignoreIllegals: true });
  const { spans, length } = _emitter as unknown as SpanEmitter;
  // Else the places would be those of another text.
  return length === code.length ? spans : [];
}
