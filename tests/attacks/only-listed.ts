import { expect } from 'vitest';
import {
  ATTRIBUTES,
  LINK_PROTOCOL,
  MATH_NAMESPACE,
  MATH_TAGS,
  NOTE_ID,
  OWN_ATTRIBUTES,
  TAGS,
} from '../../src/article/markup.ts';

/** What in the markup is outside the lists of an article, told one by one; empty when all is well. */
export function strangersIn(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const strangers: string[] = [];
  for (const element of page.querySelectorAll('head *, body *')) {
    const name = element.localName;
    if (
      !(TAGS as readonly string[]).includes(name) ||
      element.namespaceURI !==
        ((MATH_TAGS as readonly string[]).includes(name) ? MATH_NAMESPACE : page.body.namespaceURI)
    )
      strangers.push(`<${name}>`);
    const known: readonly string[] = [...ATTRIBUTES, ...(OWN_ATTRIBUTES[name] ?? [])];
    for (const { name: key, value } of element.attributes) {
      if (!known.includes(key) || key === 'src') strangers.push(`${name} ${key}`);
      if (key === 'id' && !NOTE_ID.test(value)) strangers.push(`id ${value}`);
      if (key === 'href' && !LINK_PROTOCOL.test(value)) strangers.push(`link ${value}`);
      if (key === 'data-picture' && !/^https?:/i.test(value)) strangers.push(`picture ${value}`);
    }
  }
  for (const element of [page.documentElement, page.body])
    for (const { name } of element.attributes) strangers.push(`${element.localName} ${name}`);
  return strangers;
}

export function expectOnlyListed(html: string): void {
  expect(strangersIn(html), html.slice(0, 500)).toEqual([]);
}
