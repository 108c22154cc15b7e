import DOMPurify, { type Config } from 'dompurify';
import {
  ATTRIBUTES,
  LINK_PROTOCOL,
  MATH_NAMESPACE,
  OWN_ATTRIBUTES,
  TAGS,
} from '../article/markup.ts';
import { hardenAddresses, hardenIds } from './harden.ts';

const ALL_ATTRIBUTES = [...ATTRIBUTES, ...Object.values(OWN_ATTRIBUTES).flat()];
const ADDRESSES = /^(?:href|src|data-picture)$/;

const CONFIG: Config = {
  ALLOWED_TAGS: [...TAGS],
  ALLOWED_ATTR: ALL_ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: LINK_PROTOCOL,
  // Else a value such as `rtl` or `2` would have to look like an address.
  ADD_URI_SAFE_ATTR: ALL_ATTRIBUTES.filter((name) => !ADDRESSES.test(name)),
};

const KNOWN = new Map<string, ReadonlySet<string>>(
  TAGS.map((name) => [name, new Set([...ATTRIBUTES, ...(OWN_ATTRIBUTES[name] ?? [])])]),
);

/** Hostile markup as a harmless fragment; nodes, so that nothing is parsed a second time. */
export function purify(html: string): DocumentFragment {
  const purified = DOMPurify.sanitize(html, { ...CONFIG, RETURN_DOM_FRAGMENT: true });
  // Its types do not say so, but markup that makes a page without a body (a frameset) gives null.
  const fragment = (purified as DocumentFragment | null) ?? document.createDocumentFragment();
  // DOMPurify has one list for all elements: an attribute of another element is still there.
  for (const element of fragment.querySelectorAll('*'))
    for (const attribute of element.getAttributeNames())
      if (!KNOWN.get(element.localName)?.has(attribute)) element.removeAttribute(attribute);
  // Formulas hold formulas only: other markup in them is where parsers come to differ.
  for (const inside of fragment.querySelectorAll('math *'))
    if (inside.namespaceURI !== MATH_NAMESPACE) inside.replaceWith(...inside.childNodes);
  hardenAddresses(fragment);
  hardenIds(fragment);
  return fragment;
}
