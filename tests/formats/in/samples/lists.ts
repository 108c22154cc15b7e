import { file, type Sample } from './sample.ts';

const json = (name: string, value: unknown, indent?: number): File[] => [
  file(name, JSON.stringify(value, null, indent)),
];

export const lists: Sample[] = [
  {
    format: 'wallabag',
    about: 'content, annotations and tags, in its newer and its older way',
    files: () =>
      json('All articles.json', [
        {
          is_archived: 1,
          is_starred: 0,
          tags: ['a', 'b'],
          is_public: false,
          id: 1,
          title: 'T "quoted" \\ \n two lines',
          url: 'https://e.com/1',
          content: '<p>Text \u{1f98a}</p>',
          created_at: '2016-09-08T11:55:58+0200',
          updated_at: '2016-09-08T11:57:16+0200',
          published_at: '2016-09-01T00:00:00+0000',
          published_by: ['Ada', 'Grace'],
          annotations: [
            {
              id: 3,
              text: 'My thought',
              quote: 'Text',
              created_at: '2016-09-09T11:55:58+0200',
              ranges: [],
            },
          ],
          mimetype: 'text/html',
          language: 'en_US',
          reading_time: 3,
          domain_name: 'e.com',
          preview_picture: 'https://e.com/p.jpg',
          http_status: '200',
          headers: { server: 'x' },
        },
        {
          is_archived: false,
          is_starred: true,
          tags: 'c,d',
          title: 'U',
          url: 'https://e.com/2',
          content: 'pdf',
          mimetype: 'application/pdf',
        },
        { is_archived: false, is_starred: false, title: 'no address' },
      ]),
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T "quoted" \\ two lines',
        byline: 'Ada, Grace',
        siteName: 'e.com',
        publishedTime: '2016-09-01T00:00:00.000Z',
        lang: 'en-US',
        leadPicture: 'https://e.com/p.jpg',
        savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
        place: 'archive',
        tags: ['a', 'b'],
        highlights: [
          { exact: 'Text', note: 'My thought', createdAt: Date.UTC(2016, 8, 9, 9, 55, 58) },
        ],
        text: 'body',
      },
      { url: 'https://e.com/2', title: 'U', favourite: true, tags: ['c', 'd'] },
    ],
    texts: { 0: '<p>Text \u{1f98a}</p>' },
    faults: ['no-address'],
  },
  {
    format: 'karakeep',
    about: 'lists in lists, and a note of one’s own',
    files: () =>
      json('bookmarks.json', {
        bookmarks: [
          {
            createdAt: 1700000000,
            title: 'T',
            tags: ['a'],
            lists: ['l2', 'l3'],
            content: { type: 'link', url: 'https://e.com/1' },
            note: 'My note\nsecond line',
            archived: true,
          },
          {
            createdAt: 1700000001,
            title: null,
            tags: [],
            content: { type: 'text', text: '# Thought\n\nwords' },
            note: null,
          },
          { createdAt: 1700000002, title: 'gone', tags: [], content: null, note: null },
        ],
        lists: [
          {
            id: 'l1',
            name: 'Dev',
            description: null,
            icon: '🚀',
            type: 'manual',
            query: null,
            parentId: null,
          },
          { id: 'l2', name: 'CSS/HTML', type: 'manual', parentId: 'l1' },
          { id: 'l3', name: 'Loop', type: 'manual', parentId: 'l3' },
        ],
      }),
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        savedAt: 1700000000000,
        tags: ['a'],
        folders: ['Dev/CSS∕HTML', Array.from({ length: 32 }, () => 'Loop').join('/')],
        note: 'My note\nsecond line',
        place: 'archive',
      },
      {
        url: 'https://file.invalid/0874f42c836848d1862b9137142ed411/note',
        savedAt: 1700000001000,
        text: 'markdown',
      },
    ],
    texts: { 1: '# Thought\n\nwords' },
    faults: ['no-address'],
  },
  {
    format: 'linkwarden',
    about: 'collections in collections and pinned links',
    files: () =>
      json('backup.json', {
        id: 1,
        name: 'Me',
        collections: [
          {
            id: 7,
            name: 'Inner',
            description: '',
            color: '#0ea5e9',
            isPublic: false,
            parentId: 8,
            links: [
              {
                id: 1,
                name: 'T',
                description: 'About it',
                url: 'https://e.com/1',
                tags: [{ id: 2, name: 'a' }],
                createdAt: '2024-05-05T10:00:00.000Z',
                importDate: '2023-01-01T00:00:00.000Z',
              },
              { id: 2, name: 'my.pdf', type: 'pdf', url: null, tags: [] },
            ],
            rssSubscriptions: [{ url: 'https://e.com/feed' }],
          },
          {
            id: 8,
            name: 'Outer',
            links: [
              {
                name: '',
                description: 'U',
                url: 'https://e.com/2',
                tags: [],
                createdAt: '2024-05-05T10:00:00.000Z',
              },
            ],
          },
          { id: 9, name: 'Unorganized', links: [] },
        ],
        pinnedLinks: [{ url: 'https://e.com/2' }],
      }),
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        excerpt: 'About it',
        tags: ['a'],
        folders: ['Outer/Inner'],
        savedAt: Date.UTC(2023, 0, 1),
      },
      {
        url: 'https://e.com/2',
        title: 'U',
        folders: ['Outer'],
        favourite: true,
        savedAt: Date.UTC(2024, 4, 5, 10),
      },
    ],
    faults: ['no-address'],
  },
  {
    format: 'readeck',
    about: 'bookmarks of its interface',
    files: () =>
      json('bookmarks.json', [
        {
          id: 'x',
          url: 'https://e.com/1',
          title: 'T',
          site: 'e.com',
          site_name: 'The Site',
          authors: ['Ada'],
          published: '2024-01-02T00:00:00Z',
          created: '2024-02-03T04:05:06Z',
          lang: 'en',
          description: 'About',
          is_marked: true,
          is_archived: true,
          labels: ['a', 'b'],
          read_progress: 40,
          resources: { image: { src: 'https://r.example/i.jpg' } },
          annotations: [
            { text: 'Words', color: 'yellow', note: 'N', created: '2024-02-04T00:00:00Z' },
          ],
        },
      ]),
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        byline: 'Ada',
        siteName: 'The Site',
        publishedTime: '2024-01-02T00:00:00.000Z',
        lang: 'en',
        excerpt: 'About',
        leadPicture: 'https://r.example/i.jpg',
        savedAt: Date.UTC(2024, 1, 3, 4, 5, 6),
        place: 'archive',
        favourite: true,
        tags: ['a', 'b'],
        progress: { part: 0.4 },
        highlights: [
          { exact: 'Words', note: 'N', colour: 'yellow', createdAt: Date.UTC(2024, 1, 4) },
        ],
      },
    ],
  },
  {
    format: 'firefox-bookmarks',
    about: 'folders, tags and microseconds',
    files: () =>
      json('bookmarks-2024.json', {
        guid: 'root________',
        title: '',
        typeCode: 2,
        type: 'text/x-moz-place-container',
        root: 'placesRoot',
        children: [
          {
            title: 'toolbar',
            type: 'text/x-moz-place-container',
            root: 'toolbarFolder',
            children: [
              {
                title: 'Dev',
                type: 'text/x-moz-place-container',
                children: [
                  {
                    title: 'T',
                    type: 'text/x-moz-place',
                    uri: 'https://e.com/1',
                    tags: 'a,b',
                    dateAdded: 1700000000000000,
                    iconUri: 'x',
                  },
                  { type: 'text/x-moz-place-separator' },
                ],
              },
              { title: 'Recent', type: 'text/x-moz-place', uri: 'place:sort=8' },
            ],
          },
          {
            title: 'tags',
            type: 'text/x-moz-place-container',
            root: 'tagsFolder',
            children: [
              {
                title: 'old',
                type: 'text/x-moz-place-container',
                children: [{ type: 'text/x-moz-place', uri: 'https://e.com/1' }],
              },
            ],
          },
        ],
      }),
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        tags: ['a', 'b'],
        folders: ['Dev'],
        savedAt: 1700000000000,
      },
      { url: 'https://e.com/1', tags: ['old'] },
    ],
    faults: ['not-a-web-address'],
  },
  {
    format: 'json',
    about: 'highlights of a clipper',
    files: () =>
      json('highlights.json', [
        {
          url: 'https://e.com/1',
          title: 'T',
          highlights: [{ text: 'Words', timestamp: '2024-02-04T00:00:00Z', notes: ['N', 'O'] }],
        },
      ]),
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        highlights: [{ exact: 'Words', note: 'N\nO', createdAt: Date.UTC(2024, 1, 4) }],
      },
    ],
  },
];
