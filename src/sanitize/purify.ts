import DOMPurify, { type Config } from 'dompurify';
import { ATTRIBUTES, LINK_PROTOCOL, OWN_ATTRIBUTES, TAGS } from '../article/markup.ts';

const CONFIG: Config = {
  ALLOWED_TAGS: [...TAGS],
  ALLOWED_ATTR: [...ATTRIBUTES, ...Object.values(OWN_ATTRIBUTES).flat()],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: LINK_PROTOCOL,
  ADD_URI_SAFE_ATTR: [],
};

/** Hostile markup as a harmless fragment; nodes, so that nothing is parsed a second time. */
export function purify(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { ...CONFIG, RETURN_DOM_FRAGMENT: true });
}
