import type { JSX } from 'preact';
import type { Passage } from '../../article/library-query.ts';

/** A stretch of text with the found words marked; never more than text. */
export function PassageText({ passage }: { passage: Passage }): JSX.Element {
  const { text, marks } = passage;
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
