import { oneLine } from './meta-tags.ts';

/** Boxes whose names and dates belong to other stories or to readers. */
const ELSEWHERE =
  'aside, nav, footer, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="teaser" i], [class*="sidebar" i]';

/** The part of the page that holds the headline and what stands with it; the body when unknown. */
function storyScope(document: Document, title: string): Element {
  const heading = [...document.querySelectorAll('h1, h2')].find(
    (element) => oneLine(element.textContent ?? '') === title,
  );
  return (
    heading?.closest('article, main') ?? heading?.parentElement?.parentElement ?? document.body
  );
}

/** The elements of the story itself that match, in the order of the page. */
export function inStory(document: Document, title: string, selector: string): Element[] {
  const scope = storyScope(document, title);
  return [...scope.querySelectorAll(selector)].filter((place) => {
    const box = place.closest(ELSEWHERE);
    // The scope itself may be classed by its topics.
    return !box || box.contains(scope);
  });
}
