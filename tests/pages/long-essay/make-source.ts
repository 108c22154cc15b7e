import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUBJECTS = [
  'The surveyor',
  'Every parish',
  'A careful clerk',
  'The oldest of the mills',
  'No ferryman',
  'The winter assembly',
  'A daughter of the lock-keeper',
  'The company of carters',
  'Whoever kept the toll house',
  'The second engineer',
];
const VERBS = [
  'measured',
  'described',
  'mistrusted',
  'paid for',
  'remembered',
  'borrowed',
  'counted',
  'repaired',
  'argued over',
  'inherited',
];
const OBJECTS = [
  'the height of the spring flood',
  'a map on which the river ran backwards',
  'the stones of the lower weir',
  'three seasons of unsold barley',
  'the bell that was rung for fog',
  'a ledger bound in eel skin',
  'the towpath between the two bridges',
  'a promise made before the canal was dug',
  'the weight of an empty barge',
  'the names cut into the lock gates',
];
const TAILS = [
  'before the frost came down from the hills',
  'because nobody else had been asked',
  'and wrote the result on the back of a hymn sheet',
  'although the law of the valley forbade it on Sundays',
  'as if the water itself were waiting for an answer',
  'while the horses stood in the shade of the granary',
  'and was never thanked for the trouble',
  'which is why the figures differ by the length of a boat',
];
const CHAPTERS = [
  'Before the water',
  'Related trades',
  'The share of the millers',
  'Comments of the engineers',
  'A bridge and its shadow',
  'What the barges carried',
  'The dry years',
  'Rules for passing',
  'The last horse',
  'Afterwards',
];

/** The same page on every run: numbers follow one another by the minimal standard generator. */
export function makeSource(): string {
  let seed = 1846;
  const pick = (list: string[]): string => {
    seed = (seed * 48271) % 2147483647;
    return list[seed % list.length]!;
  };
  const sentence = (): string =>
    `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(TAILS)}.`;
  const paragraph = (): string => `<p>${Array.from({ length: 5 }, sentence).join(' ')}</p>`;
  const extras: Record<number, string> = {
    1: `<ul>\n<li>carters, who were paid by the mile;</li>\n<li>ropemakers, who were paid by the yard;</li>\n<li>and <em>listeners</em>, who were paid by the night.</li>\n</ul>`,
    2: `<blockquote><p>A mill that shares its water is a poor mill with good neighbours.</p><p><cite>Saying of the upper valley</cite></p></blockquote>`,
    3: `<pre class="language-python"><code><span class="token comment"># locks between two marks, counted upstream</span>\n<span class="token keyword">def</span> locks(fall, rise=<span class="token number">7</span>):\n    <span class="token keyword">return</span> -(-fall // rise)</code></pre>\n<p>The rule above is still painted on the wall of the pump house as <code>locks = fall / 7</code>.</p>`,
    5: `<figure class="diagram"><img src="/figures/cargo.png" width="720" height="400" alt="Cargo by year"><figcaption>Cargo by year, in boatloads. Drawn by the author.</figcaption></figure>`,
    7: `<ol start="4">\n<li>The boat that rides higher gives way.</li>\n<li>The boat that carries a bride does not.</li>\n</ol>\n<dl><dt>Winding hole</dt><dd>A wide place where a boat may turn.</dd></dl>`,
    9: `<table class="prices"><caption>Tolls in the last year</caption><thead><tr><th scope="col">Load</th><th scope="col">Pence</th></tr></thead><tbody><tr><td>Lime</td><td>9</td></tr><tr><td>Slate</td><td>14</td></tr><tr><td>Straw, loose</td><td>2</td></tr></tbody></table>`,
  };
  const chapters = CHAPTERS.map((chapter, index) =>
    [
      `<h2 id="${chapter.toLowerCase().replaceAll(' ', '-')}">${chapter}</h2>`,
      ...Array.from({ length: 6 }, paragraph),
      extras[index] ?? '',
    ].join('\n'),
  );
  const contents = CHAPTERS.map(
    (chapter) => `<li><a href="#${chapter.toLowerCase().replaceAll(' ', '-')}">${chapter}</a></li>`,
  ).join('');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A Slow History of the Arrow Canal · Towpath Quarterly</title>
<meta name="author" content="Edmund Lacey and Ruth Aldous">
<meta name="dc.date" content="2018-05">
<meta property="og:site_name" content="Towpath Quarterly">
</head>
<body>
<header class="masthead"><a href="/">Towpath Quarterly</a><nav><a href="/issues">Issues</a> <a href="/maps">Maps</a></nav></header>
<nav class="toc"><h2>Contents</h2><ol>${contents}</ol></nav>
<main>
<h1>A Slow History of the Arrow Canal</h1>
<p class="authors">Edmund Lacey and Ruth Aldous</p>
${chapters.join('\n')}
</main>
<section class="recommended"><h2>You may also like</h2><ul><li><a href="/weirs">Weirs we have known</a></li><li><a href="/eels">An accountant among the eels</a></li></ul></section>
<footer><p>Towpath Quarterly appears when the water allows.</p></footer>
</body>
</html>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('source.html', import.meta.url), makeSource());
