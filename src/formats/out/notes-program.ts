// Programs for notes run what they find in them: Templater `<% %>`, Dataview inline code that begins with
// `=` or `$=`, and fenced code in a language that is a plug-in's name. None of it may come out of an article.

/** Joins words and shows nothing; it parts what a program would read as one. */
const JOINER = '\u2060';

/** Languages that code is written in: any other name of a fence may be a plug-in's. */
const LANGUAGES = new Set(
  `ada asm awk bash basic bat c clojure cmake cobol cpp c++ cs csharp c# css csv cuda d dart delphi diff docker dockerfile
  elixir elm erlang f# fish fortran fsharp gherkin glsl go gradle graphql groovy haml handlebars haskell hcl html http ini
  java javascript js json json5 jsonc jsx julia kotlin kt latex less lisp lua make makefile markdown matlab md mysql nginx
  nim nix objc objectivec ocaml octave pascal perl pgsql php plaintext postgres powershell prolog protobuf ps1 py python r
  rb reason regex ruby rs rust sass scala scheme scss sh shell smalltalk solidity sql stylus svelte swift tcl terraform tex
  text toml ts tsx txt typescript vb verilog vhdl vim vue wasm x86asm xml yaml yml zig zsh`.split(
    /\s+/,
  ),
);

/** Takes the power from code in a text, in place: it reads as before. */
export function calmCode(body: Element): void {
  for (const code of body.querySelectorAll('code, kbd, samp, var, pre')) {
    const language = code.getAttribute('data-lang');
    if (language !== null && !LANGUAGES.has(language.toLowerCase()))
      code.removeAttribute('data-lang');
    if (code.closest('pre') || !/^\s*(?:\$?=|[a-z]+::)/i.test(code.textContent ?? '')) continue;
    code.prepend(JOINER);
  }
}

/** The same for what stands anywhere in a finished text. */
export const calmText = (markdown: string): string =>
  markdown.replace(/<%/g, `<${JOINER}%`).replace(/%>/g, `%${JOINER}>`);
