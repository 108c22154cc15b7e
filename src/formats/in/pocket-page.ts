import { article } from './entry.ts';
import type { Format } from './format.ts';
import { entriesInMarkup } from './markup-entries.ts';

/** `ril_export.html` of older years: a list under "Unread", and one under "Read Archive". */
export const pocketPage: Format = {
  id: 'pocket-html',
  name: 'Pocket (HTML)',
  loses: ['the text, highlights and favourites, which Pocket does not write down'],
  recognise: ({ head }) =>
    /<title>\s*Pocket Export\s*<\/title>/i.test(head) ||
    /<a\b[^>]{1,9000}\btime_added\s*=/i.test(head)
      ? 0.95
      : 0,
  read: (part, { now }) =>
    entriesInMarkup(part, (tell) => {
      let heading: string | null = null;
      let place: 'unread' | 'archive' = 'unread';
      let link: { attributes: ReadonlyMap<string, string>; title: string } | null = null;
      let row = 0;
      const close = (): void => {
        if (!link) return;
        const { attributes, title } = link;
        link = null;
        const found = {
          url: attributes.get('href'),
          title,
          saved: attributes.get('time_added'),
          tags: (attributes.get('tags') ?? '').split(','),
          place,
        };
        tell(article({ file: part.path, row: ++row }, found, now));
      };
      return {
        open(name, attributes) {
          if (name === 'a') {
            close();
            link = { attributes, title: '' };
          } else if (name === 'h1') heading = '';
        },
        text(text) {
          if (link) link.title = (link.title + text).slice(0, 5_000);
          else if (heading !== null) heading = (heading + text).slice(0, 200);
        },
        close(name) {
          if (name === 'a') close();
          else if (name === 'h1' && heading !== null) {
            place = /archive/i.test(heading) ? 'archive' : 'unread';
            heading = null;
          }
        },
        ended: close,
      };
    }),
};
