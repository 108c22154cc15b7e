import type { ArticleFacts } from '../../article/article.ts';
import { textOf } from '../../article/text-of.ts';
import { articleToMarkdown } from '../../formats/markdown.ts';
import { show } from '../../sanitize/show.ts';

/** The ways to take an article along in the clipboard. */
export type CopyAs = 'markdown' | 'formatted' | 'text';

/** An article as the kinds of text that a clipboard takes, by their media types. */
export async function clipboardParts(
  facts: ArticleFacts,
  html: string,
  as: CopyAs,
): Promise<Record<string, string>> {
  // In a document of its own: there a picture that gets its address back loads nothing.
  const body = document.implementation.createHTMLDocument('').createElement('div');
  await show(html, body, 'stored');
  if (as === 'markdown') return { 'text/plain': articleToMarkdown(facts, body) };
  const whole = withHead(facts, body);
  const text = `${textOf(whole.innerHTML)}\n`;
  return as === 'text'
    ? { 'text/plain': text }
    : { 'text/html': whole.outerHTML, 'text/plain': text };
}

/** The article with its title, and where it comes from. Its pictures have their addresses again. */
function withHead(facts: ArticleFacts, body: Element): Element {
  const { title, byline, siteName, publishedTime, url, lang, dir } = facts;
  for (const img of body.querySelectorAll<HTMLImageElement>('img[data-picture]')) {
    img.setAttribute('src', img.dataset['picture']!);
    for (const ours of ['data-picture', 'loading', 'referrerpolicy']) img.removeAttribute(ours);
  }
  const { ownerDocument } = body;
  const article = ownerDocument.createElement('article');
  if (lang) article.lang = lang;
  article.dir = dir;
  const heading = Object.assign(ownerDocument.createElement('h1'), { textContent: title });
  const source = ownerDocument.createElement('a');
  source.href = url;
  source.textContent = siteName || new URL(url).host;
  const about = ownerDocument.createElement('p');
  about.append(byline, byline ? ' · ' : '', source);
  if (publishedTime) about.append(` · ${publishedTime.slice(0, 10)}`);
  article.append(heading, about, ...body.childNodes);
  return article;
}
