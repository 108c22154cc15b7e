import type { TextPosition, TextQuote } from '../../article/text-quote.ts';
import { QuoteFinder } from '../../article/text-quote.ts';
import { mapText } from '../../ui/text-map.ts';

/** What `platform/marks-in-tab` left in the page for this script, where the page's own scripts see nothing. */
interface Left {
  __lecternSought?: { quote: TextQuote; position: TextPosition; name: string }[];
  __lecternMarks?: () => boolean[];
}

const page = globalThis as Left;

/** Draws what was left for it over the words of the page, which itself stays as it is; for each whether it was found. */
page.__lecternMarks = () => {
  const { __lecternSought: sought = [] } = page;
  delete page.__lecternSought;
  const map = mapText(document.body);
  const finder = new QuoteFinder(map.text);
  const ranges = new Map<string, Range[]>();
  const found = sought.map(({ quote, position, name }) => {
    const place = finder.find(quote, position);
    if (place) ranges.set(name, [...(ranges.get(name) ?? []), map.range(place.start, place.end)]);
    return place !== null;
  });
  for (const { name } of sought) CSS.highlights.delete(name);
  for (const [name, those] of ranges) CSS.highlights.set(name, new Highlight(...those));
  const [first] = [...ranges.values()].flat();
  first?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return found;
};
