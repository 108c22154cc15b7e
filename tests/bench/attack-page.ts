/** What the server says of an attacked page: everything it asks for by itself is stopped, so what is asked for is ours. */
export const PAGE_HEADERS = {
  'content-security-policy': "default-src 'none'; connect-src http:",
};

/** The same where the page would go elsewhere by itself; its `<noscript>` is then read as elements. */
export const HELD_HEADERS = {
  'content-security-policy': `${PAGE_HEADERS['content-security-policy']}; sandbox allow-same-origin`,
};

/** A picture that runs and asks whatever it can, were it opened as a document. */
export const HOSTILE_SVG = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="300" onload="__xss(1)">
<script>__xss(1)</script><image xlink:href="http://from-svg.test/a" width="9" height="9"/><style>@import "http://from-svg.test/b";</style></svg>`;

const PROSE = [
  'The ferry left at six, as it had on every working day for forty years, and the people who took it knew each other by the coats they wore, the papers they read, and the places they stood.',
  'Nobody spoke until the lighthouse was behind them, which was a rule without an author, and then everybody spoke at once, about the weather, the harbour, the price of rope and the bakery.',
  'On the far side the town was still asleep, its windows dark, its one café lit, and the smell of bread came down to the water long before the ramp was lowered and the first bicycle rolled off.',
  'It would be easy to call such mornings ordinary, and the captain did, though he wrote each of them down in a book, with the wind, the tide, the number of passengers and one word of his own.',
];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** The picture that the page shares: kept at a save, and not shown above where the body has it too. */
export const sharedPicture = (payload: string): string => `${payload}.o`;

/**
 * A story with the payload in every place that we read: as markup in its body, and as words in its title,
 * byline, site name, language, direction, date, description and picture addresses.
 */
export function attackPage(payload: string): string {
  const words = escaped(payload);
  const meta = (key: string, value = words): string => `<meta ${key} content="${value}">`;
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: payload,
    author: { '@type': 'Person', name: payload },
    publisher: { '@type': 'Organization', name: payload },
    datePublished: payload,
    image: payload,
  }).replace(/</g, '\\u003c');
  const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="${words}" dir="${words}"><head><meta charset="utf-8">
<title>${words}</title><link rel="icon" href="data:,"><link rel="canonical" href="${words}">
${meta('property="og:title"')}${meta('name="author"')}${meta('property="article:author"')}
${meta('property="og:site_name"')}${meta('property="og:image"', sharedPicture(words))}
${meta('property="article:published_time"')}${meta('name="description"', `${words} and so the story of the ferry is told again`)}
<script type="application/ld+json">${data}</script></head>
<body><article><h1>${words}</h1><p class="byline">By ${words}</p>
${paragraphs}
<p><img src="/kept.png" width="400" height="300" alt="${words}"></p>
<p><img src="/trap.svg" width="400" height="300" alt=""></p>
<figure><img src="${words}" width="400" height="300" alt="${words}"><figcaption>${words}</figcaption></figure>
<p><a href="${words}" title="${words}">The timetable</a> hung beside the door, and nobody had read it in years.</p>
<p>The captain read it aloud, ${payload} and the passengers nodded, as they always did, and looked out.</p>
${paragraphs}
</article></body></html>`;
}
