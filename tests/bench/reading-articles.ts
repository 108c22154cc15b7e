import type { View } from '../browser/driver/driver.ts';
import { png } from '../browser/driver/png.ts';
import { wordAt } from './articles.ts';
import { ASK } from './library-filling.ts';
import { seeded } from './statistics.ts';

/** An article with all that makes places hard to find again. */
export interface HardArticle {
  url: string;
  title: string;
  words: number;
  pictures: string[];
  html: string;
}

export interface HardOptions {
  seed: number;
  words: number;
  pictures: number;
}

const HAN =
  '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可';

/** Paragraphs short and very long, headings, lists, tables, code, quotations, Chinese, notes and pictures. */
export function hardArticle({ seed, words, pictures }: HardOptions): HardArticle {
  const random = seeded(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const url = `https://hard.example/${seed}-${words}`;
  const prose = (count: number): string => {
    const sentence = Array.from({ length: count }, (_, at) => {
      const word = wordAt(Math.floor(random() ** 3 * 4000));
      return at % 14 === 13 ? `${word}.` : word;
    });
    return sentence.join(' ');
  };
  const han = (count: number): string =>
    Array.from({ length: count }, (_, at) => (at % 24 === 23 ? '。' : HAN[whole(HAN.length)])).join(
      '',
    );
  const srcs: string[] = [];
  let written = 0;
  let notes = 0;
  const blocks: string[] = [];
  const picture = (): string => {
    const src = `${url}/${srcs.length}.png`;
    srcs.push(src);
    // Half of all pages do not say how large their pictures are.
    const size = srcs.length % 2 ? ' width="640" height="400"' : '';
    return `<figure><img data-picture="${src}" alt="Picture ${srcs.length}"${size}><figcaption>${prose(9)}</figcaption></figure>`;
  };
  const every = Math.max(1, Math.floor(words / Math.max(1, pictures)));
  while (written < words) {
    const kind = whole(20);
    const length = kind === 0 ? 260 + whole(400) : 20 + whole(110);
    written += length;
    if (blocks.length % 12 === 0) blocks.push(`<h2>${prose(4 + whole(10))}</h2>`);
    if (kind === 1) blocks.push(`<p lang="zh">${han(length * 2)}</p>`);
    else if (kind === 2)
      blocks.push(
        `<table><tr><th>${prose(1)}</th><th>${prose(1)}</th></tr>${Array.from({ length: 4 + whole(30) }, () => `<tr><td>${prose(2)}</td><td>${prose(1 + whole(25))}</td></tr>`).join('')}</table>`,
      );
    else if (kind === 3)
      blocks.push(
        `<ul>${Array.from({ length: 3 + whole(6) }, () => `<li>${prose(4 + whole(30))}</li>`).join('')}</ul>`,
      );
    else if (kind === 4)
      blocks.push(
        `<pre><code data-lang="javascript">${Array.from({ length: 3 + whole(14) }, (_, at) => `const ${wordAt(at + 50)} = await read('${prose(5)}', ${at}); // ${prose(whole(12))}`).join('\n')}</code></pre>`,
      );
    else if (kind === 5) blocks.push(`<blockquote><p>${prose(length)}</p></blockquote>`);
    else {
      const note =
        kind === 6
          ? `<sup><a href="#fn-${(notes += 1)}" id="fnref-${notes}">[${notes}]</a></sup>`
          : '';
      blocks.push(`<p>${prose(length)}<em>${prose(3)}</em> ${prose(5)}.${note}</p>`);
    }
    while (srcs.length < pictures && srcs.length * every <= written) blocks.push(picture());
  }
  if (notes)
    blocks.push(
      `<ol>${Array.from({ length: notes }, (_, at) => `<li id="fn-${at + 1}">${prose(14)} <a href="#fnref-${at + 1}">↩</a></li>`).join('')}</ol>`,
    );
  return { url, title: `Places ${seed}`, words: written, pictures: srcs, html: blocks.join('') };
}

const KEEP_PICTURES = `
  const [id, srcs, files] = args;
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = db.transaction(['pictures', 'albums'], 'readwrite');
  const kept = srcs.map((src, at) => {
    const bytes = Uint8Array.from(atob(files[at % files.length]), (c) => c.charCodeAt(0)).buffer;
    transaction.objectStore('pictures').put({ id, src, type: 'image/png', bytes, changedAt: 1 });
    return { src, bytes: bytes.byteLength };
  });
  transaction.objectStore('albums').put({ id, waiting: [], missing: [], kept });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();`;

/** Puts an article into the library with its pictures kept; `page` is one of ours. Answers its id. */
export async function keepHard(page: View, article: HardArticle): Promise<string> {
  const { url, title, words, html, pictures } = article;
  const [receipt] = await page
    .run<{ id: string }[]>(ASK, {
      ask: 'library/add',
      about: [
        {
          ...{ url, title, byline: '', siteName: 'Hard', lang: 'en', dir: 'ltr', words, html },
          ...{ publishedTime: '2026-03-01', excerpt: '', leadPicture: null, leadCaption: '' },
          ...{ minutes: Math.ceil(words / 220), pictures: [] },
        },
      ],
    })
    .then((answer) => (Array.isArray(answer) ? answer : (answer as { value: never }).value));
  const files = [png(640, 400, [96, 128, 150]), png(400, 560, [150, 120, 90])];
  await page.run(
    KEEP_PICTURES,
    receipt!.id,
    pictures,
    files.map((file) => file.toString('base64')),
  );
  return receipt!.id;
}
