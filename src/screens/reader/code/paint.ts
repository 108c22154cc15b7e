import { coloured, PARTS } from './colour.ts';
import { rangesOf } from './spans.ts';
import './code.css';

/** Code is coloured when it comes this near. */
const AHEAD = '100% 0px';

/**
 * Colours the code that is in view or near, without a change of its text, so that whatever marks words in
 * it finds them as they were. What is far away again gives its colours back.
 */
export function colourCode(article: Element, signal: AbortSignal): void {
  const highlights = new Map(
    PARTS.map((part) => {
      const highlight = new Highlight();
      // Words that were found or are read aloud have their own colour.
      highlight.priority = -1;
      CSS.highlights.set(`code-${part}`, highlight);
      return [part, highlight] as const;
    }),
  );
  const known = new Map<Element, Range[]>();
  const near = new Set<Element>();
  const show = async (code: Element): Promise<void> => {
    const named = code.getAttribute('data-lang') ?? '';
    const spans = await coloured(code.textContent ?? '', named);
    if (signal.aborted || !near.has(code) || known.has(code)) return;
    const ranges = rangesOf(code, spans);
    known.set(code, ranges);
    ranges.forEach((range, at) => highlights.get(spans[at]!.part)!.add(range));
  };
  const hide = (code: Element): void => {
    for (const range of known.get(code) ?? [])
      for (const highlight of highlights.values()) highlight.delete(range);
    known.delete(code);
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          near.add(target);
          void show(target);
        } else if (near.delete(target)) hide(target);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const code of article.querySelectorAll('pre code[data-lang]')) seen.observe(code);
  signal.addEventListener('abort', () => {
    seen.disconnect();
    for (const part of PARTS) CSS.highlights.delete(`code-${part}`);
  });
}
