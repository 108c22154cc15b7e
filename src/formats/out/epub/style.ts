/** Little: the reader's own type, size and colours are the person's choice. */
export const STYLE = `html.vertical {
  writing-mode: vertical-rl;
  -webkit-writing-mode: vertical-rl;
  -epub-writing-mode: vertical-rl;
}
body { line-height: 1.5; }
body.cover { margin: 0; padding: 0; text-align: center; }
body.cover p { margin: 0; }
body.cover img { max-height: 100vh; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; page-break-after: avoid; }
h1 { font-size: 1.7em; margin: 1em 0 0.3em; }
h2 { font-size: 1.3em; margin: 1.6em 0 0.5em; }
h3 { font-size: 1.1em; margin: 1.4em 0 0.4em; }
p { margin: 0.8em 0; }
img { max-width: 100%; height: auto; }
figure { margin: 1.2em 0; break-inside: avoid; page-break-inside: avoid; }
figcaption, .about, .missing { font-size: 0.85em; opacity: 0.75; }
blockquote { margin: 1em 0; padding: 0 1em; border: 0 solid; border-inline-start-width: 2px; }
pre { font-size: 0.85em; white-space: pre-wrap; overflow-wrap: anywhere; }
code, kbd, samp { font-family: monospace; }
table { border-collapse: collapse; font-size: 0.9em; margin: 1em 0; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
hr { border: 0; border-top: 1px solid; margin: 2em 25%; }
nav ol { list-style: none; padding: 0; }
nav ol ol { padding-inline-start: 1.5em; font-size: 0.9em; }
nav li { margin: 0.4em 0; }
.highlights { margin-top: 3em; border-top: 1px solid; }
`;
