import { file, type Sample } from './sample.ts';

/** What Lectern itself writes. */
export const own: Sample[] = [
  {
    format: 'lectern',
    about: 'what we write ourselves, with an entry that is none',
    files: () => [
      file(
        'Saved articles.json',
        JSON.stringify({
          format: 'lectern',
          version: 1,
          exported: '2026-01-10T00:00:00.000Z',
          articles: [
            {
              url: 'https://e.com/1',
              title: 'T',
              byline: 'Ada',
              siteName: 'S',
              publishedTime: '2024-02-29',
              lang: 'en',
              dir: 'ltr',
              excerpt: 'E',
              leadPicture: { src: 'https://e.com/p.jpg', alt: '', width: 0, height: 0 },
              savedAt: '2024-06-05T00:00:00.000Z',
              place: 'archive',
              favourite: true,
              tags: ['a', 'b'],
              progress: { part: 0.5, block: 3 },
              highlights: [
                {
                  exact: 'Text',
                  prefix: 'so ',
                  suffix: '',
                  position: { start: 0, end: 4 },
                  colour: 'green',
                  note: 'n',
                  createdAt: '2024-06-06T00:00:00.000Z',
                },
              ],
              html: '<p>so Text</p>',
            },
            'none',
          ],
        }),
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        byline: 'Ada',
        siteName: 'S',
        publishedTime: '2024-02-29',
        lang: 'en',
        excerpt: 'E',
        leadPicture: 'https://e.com/p.jpg',
        savedAt: Date.UTC(2024, 5, 5),
        place: 'archive',
        favourite: true,
        tags: ['a', 'b'],
        progress: { part: 0.5 },
        highlights: [
          {
            exact: 'Text',
            prefix: 'so ',
            colour: 'green',
            note: 'n',
            createdAt: Date.UTC(2024, 5, 6),
          },
        ],
        text: 'body',
      },
    ],
    faults: ['not-an-entry'],
  },
];
