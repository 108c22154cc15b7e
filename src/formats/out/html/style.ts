/** How the pages look: by the system's light or dark, on paper too. */
export const STYLE = `:root { color-scheme: light dark; --paper: light-dark(#fdfcfa, #18191b); --ink: light-dark(#201e1b, #dcdad4); --quiet: light-dark(#625d55, #a09c94); --line: light-dark(#e4dfd6, #323337); --accent: light-dark(#8a3c17, #e5a47c); --raised: light-dark(#f4f1ec, #232427); }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 18px/1.6 'Iowan Old Style', Charter, 'Source Serif 4', 'Noto Serif', Georgia, serif; -webkit-text-size-adjust: none; text-size-adjust: none; }
body { max-inline-size: 40rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0.6em 0 0.2em; }
h2 { font-size: 1.3rem; margin: 1.8em 0 0.5em; }
h3 { font-size: 1.1rem; }
.about, .tags, .missing, figcaption, nav, #count, #nothing, footer { color: var(--quiet); font: 0.82rem/1.5 system-ui, sans-serif; }
.about { margin: 0 0 2em; }
img { max-width: 100%; height: auto; }
figure { margin: 1.6em 0; }
blockquote { margin: 1.2em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
pre { overflow-x: auto; padding: 0.8em 1em; border-radius: 6px; background: var(--raised); font-size: 0.85rem; }
code, kbd, samp { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.88em; }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.35em 0.6em; border: 1px solid var(--line); text-align: start; vertical-align: top; }
hr { margin: 2em auto; inline-size: 40%; border: 0; border-top: 1px solid var(--line); }
.highlights { margin-block-start: 3em; border-top: 1px solid var(--line); }
#form { position: sticky; top: 0; padding: 0.75rem 0; background: var(--paper); }
[hidden] { display: none; }
input { inline-size: 100%; min-block-size: 2.75rem; padding: 0 0.8rem; border: 1px solid var(--quiet); border-radius: 8px; background: var(--paper); color: var(--ink); font: 1rem system-ui, sans-serif; }
#count { min-block-size: 1.5em; margin: 0.25em 0 0; }
#list { list-style: none; margin: 0; padding: 0; }
#list > li { padding: 0.9rem 0; border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5rem; }
#list a { color: var(--ink); font-weight: 600; text-decoration: none; }
#list a:hover { text-decoration: underline; }
#list p { margin: 0.15em 0 0; }
.tags span { margin-inline-end: 0.8em; }
.tags span::before { content: '#'; }
@media print { nav, #form { display: none; } }
`;
