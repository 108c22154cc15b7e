import { file, type Sample } from './sample.ts';

const lines = (...all: string[]): string => all.join('\n');

export const tables: Sample[] = [
  {
    format: 'pocket',
    about: 'a part of 2025',
    files: () => [
      file(
        'part_000000.csv',
        lines(
          'title,url,time_added,tags,status',
          '"A, b",https://e.com/x,1717546443,web dev|css,unread',
          'https://e.com/y,https://e.com/y,1600000000,,archive',
          '"Two\nlines ""quoted""",https://e.com/z,1500000000,日本|🦊,archive',
        ),
      ),
    ],
    entries: [
      { url: 'https://e.com/x', title: 'A, b', savedAt: 1717546443000, tags: ['web dev', 'css'] },
      { url: 'https://e.com/y', savedAt: 1600000000000, place: 'archive' },
      {
        url: 'https://e.com/z',
        title: 'Two lines "quoted"',
        savedAt: 1500000000000,
        tags: ['日本', '🦊'],
        place: 'archive',
      },
    ],
  },
  {
    format: 'pocket',
    about: 'the columns of 2024, a byte order mark and carriage returns',
    files: () => [
      file(
        'export (1).txt',
        '\uFEFFtitle,url,time_added,cursor,tags,status\r\nA,https://e.com/x,1717546443,MTIz,css,unread\r\n',
      ),
    ],
    entries: [{ url: 'https://e.com/x', title: 'A', savedAt: 1717546443000, tags: ['css'] }],
  },
  {
    format: 'instapaper',
    about: 'four columns',
    files: () => [
      file(
        'instapaper-export.csv',
        lines(
          'URL,Title,Selection,Folder',
          'https://e.com/1,One,Some words,Unread',
          'https://e.com/2,Two,,Starred',
          'https://e.com/3,Three,,Archive',
          'https://e.com/4,Four,,"Work, later"',
        ),
      ),
    ],
    entries: [
      { url: 'https://e.com/1', title: 'One', excerpt: 'Some words' },
      { url: 'https://e.com/2', title: 'Two', favourite: true },
      { url: 'https://e.com/3', title: 'Three', place: 'archive' },
      { url: 'https://e.com/4', title: 'Four', folders: ['Work, later'] },
    ],
  },
  {
    format: 'instapaper',
    about: 'six columns',
    files: () => [
      file(
        'i.csv',
        lines(
          'URL,Title,Selection,Folder,Timestamp,Tags',
          'https://e.com,T,,Archive,1700000000,"[""a"",""b, c""]"',
          'https://e.com/2,T,,Unread,1700000001,[]',
        ),
      ),
    ],
    entries: [
      {
        url: 'https://e.com/',
        title: 'T',
        place: 'archive',
        savedAt: 1700000000000,
        tags: ['a', 'b, c'],
      },
      { url: 'https://e.com/2', title: 'T', savedAt: 1700000001000 },
    ],
  },
  {
    format: 'readwise-reader',
    about: 'all locations and shares',
    files: () => [
      file(
        'reader.csv',
        lines(
          'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
          `T,https://e.com/1,01gm,"['a', ""it's"", 'b\\'c']",2022-11-06 04:33:50+00:00,0.4,new,True`,
          'T,https://e.com/2,01gn,,2022-11-06 04:33:50.123+02:00,100,archive,True',
          'T,https://e.com/3,01go,[],2022-11-06 04:33:50+00:00,0,shortlist,False',
          'T,https://e.com/4,01gp,[],2022-11-06 04:33:50+00:00,0.0,feed,False',
          'T,https://e.com/5,01gq,[],,1,later,False',
        ),
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        tags: ['a', "it's", "b'c"],
        savedAt: Date.UTC(2022, 10, 6, 4, 33, 50),
        progress: { part: 0.4 },
      },
      {
        url: 'https://e.com/2',
        title: 'T',
        savedAt: Date.UTC(2022, 10, 6, 2, 33, 50, 123),
        progress: { part: 1 },
        place: 'archive',
      },
      {
        url: 'https://e.com/3',
        title: 'T',
        savedAt: Date.UTC(2022, 10, 6, 4, 33, 50),
        progress: { part: 0 },
        tags: ['shortlist'],
      },
      { url: 'https://e.com/5', title: 'T', progress: { part: 1 } },
    ],
    faults: ['feed-item'],
  },
  {
    format: 'wallabag-csv',
    about: 'semicolons, markup and a day before its month',
    files: () => [
      file(
        'wallabag.csv',
        lines(
          'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"',
          '"A; b";https://e.com/1;"<p>Some ""text""</p>\n<p>more; yes</p>";"x, y";text/html;fr_FR;"25/12/2020 18:30:00"',
        ),
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'A; b',
        tags: ['x', 'y'],
        lang: 'fr-FR',
        savedAt: Date.UTC(2020, 11, 25, 18, 30),
        text: 'body',
      },
    ],
    texts: { 0: '<p>Some "text"</p>\n<p>more; yes</p>' },
  },
  {
    format: 'raindrop',
    about: 'folders, highlights and a star',
    files: () => [
      file(
        'raindrop.csv',
        lines(
          'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
          '1,T,My note,x,https://e.com/1,Dev/CSS,"a, b",2025-02-09T10:00:00.000Z,https://e.com/c.png,"Highlight:First words\nNote:Why\nHighlight:Second\nwords",true',
          '2,T,,,https://e.com/2,Unsorted,,2025-02-09T10:00:00.000Z,,"Words alone\n\nMore words",false',
        ),
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        note: 'My note',
        excerpt: 'x',
        folders: ['Dev/CSS'],
        tags: ['a', 'b'],
        savedAt: Date.UTC(2025, 1, 9, 10),
        leadPicture: 'https://e.com/c.png',
        favourite: true,
        highlights: [{ exact: 'First words', note: 'Why' }, { exact: 'Second\nwords' }],
      },
      {
        url: 'https://e.com/2',
        title: 'T',
        savedAt: Date.UTC(2025, 1, 9, 10),
        highlights: [{ exact: 'Words alone' }, { exact: 'More words' }],
      },
    ],
  },
  {
    format: 'raindrop',
    about: 'an older one, without id and favorite',
    files: () => [
      file(
        'r.csv',
        'title,note,excerpt,url,folder,tags,created,cover,highlights\nT,,,https://e.com/1,A,b,1629980125,,',
      ),
    ],
    entries: [
      { url: 'https://e.com/1', title: 'T', folders: ['A'], tags: ['b'], savedAt: 1629980125000 },
    ],
  },
  {
    format: 'matter',
    about: 'in the queue and out of it',
    files: () => [
      file(
        'matter.csv',
        lines(
          'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id',
          'T,Ada L.,The Paper,https://e.com/1,a;b c,1200,False,True,True,3,2023-04-05 06:07:08,x1',
          'U,,,https://e.com/2,,10,True,False,False,0,,x2',
        ),
      ),
    ],
    entries: [
      {
        url: 'https://e.com/1',
        title: 'T',
        byline: 'Ada L.',
        siteName: 'The Paper',
        tags: ['a', 'b c'],
        place: 'archive',
        favourite: true,
        progress: { part: 1 },
        savedAt: Date.UTC(2023, 3, 5, 6, 7, 8),
      },
      { url: 'https://e.com/2', title: 'U' },
    ],
  },
  {
    format: 'table',
    about: 'a table of one’s own, with tabs and old letters',
    files: () => [
      file(
        'mine.tsv',
        new Uint8Array(
          [...'Link\tTitle\tFolder\nhttps://e.com/1\tcaf\xe9\tA/B'].map((sign) =>
            sign.charCodeAt(0),
          ),
        ),
      ),
    ],
    entries: [{ url: 'https://e.com/1', title: 'café', folders: ['A/B'] }],
  },
];
