/** What a template may name. */
export const TEMPLATE_NAMES = [
  'title',
  'url',
  'byline',
  'site',
  'published',
  'saved',
  'date',
  'tags',
  'place',
  'lang',
  'words',
  'minutes',
  'progress',
  'excerpt',
  'properties',
  'text',
  'highlights',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
/** A file's name has no room for these. */
const LONG: readonly TemplateName[] = ['properties', 'text', 'highlights', 'excerpt'];
export const FILE_NAMES = TEMPLATE_NAMES.filter((name) => !LONG.includes(name));

type Piece = string | { name: TemplateName } | { when: TemplateName; pieces: Piece[] };

/** A template as it was typed, or the first thing in it that means nothing, as it was typed. */
export type Template = { ok: true; pieces: Piece[] } | { ok: false; wrong: string };

const MARK = /\{\{\s*([#/]?)\s*([^{}]*?)\s*\}\}/g;

/**
 * Reads a template: `{{name}}` is what the article has of that name; what stands between `{{#name}}` and
 * `{{/name}}` is written only where it has something. Nothing else has a meaning, and what is filled in is
 * never read again.
 */
export function parseTemplate(
  typed: string,
  names: readonly TemplateName[] = TEMPLATE_NAMES,
): Template {
  const whole: Piece[] = [];
  const open: { name: TemplateName; pieces: Piece[]; typed: string }[] = [];
  let at = 0;
  for (const { 0: mark, 1: sign, 2: given, index } of typed.matchAll(MARK)) {
    const pieces = open.at(-1)?.pieces ?? whole;
    if (index > at) pieces.push(typed.slice(at, index));
    at = index + mark.length;
    const name = names.find((known) => known === given!.toLowerCase());
    if (!name) return { ok: false, wrong: mark };
    if (sign === '#') open.push({ name, pieces: [], typed: mark });
    else if (sign === '/') {
      const ended = open.pop();
      if (ended?.name !== name) return { ok: false, wrong: mark };
      (open.at(-1)?.pieces ?? whole).push({ when: name, pieces: ended.pieces });
    } else pieces.push({ name });
  }
  const left = open.at(-1);
  if (left) return { ok: false, wrong: left.typed };
  if (at < typed.length) whole.push(typed.slice(at));
  return { ok: true, pieces: whole };
}

/** The template with an article's own words in it. */
export const fillTemplate = (
  pieces: readonly Piece[],
  valueOf: (name: TemplateName) => string,
): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('name' in piece) return valueOf(piece.name);
      return valueOf(piece.when) ? fillTemplate(piece.pieces, valueOf) : '';
    })
    .join('');

export const DEFAULT_FILE_NAME = '{{title}}';
export const DEFAULT_TEMPLATE = `---
{{properties}}
---

# {{title}}

{{text}}
{{#highlights}}

## Highlights

{{highlights}}
{{/highlights}}
`;
