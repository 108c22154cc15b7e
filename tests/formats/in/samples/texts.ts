import { file, type Sample } from './sample.ts';

export const texts: Sample[] = [
  {
    format: 'onetab',
    about: 'groups of tabs',
    files: () => [
      file(
        'tabs.txt',
        'https://e.com/1 | One | two\nhttps://e.com/2 | Two\n\nhttps://e.com/3\nabout:config | Settings\n',
      ),
    ],
    entries: [
      { url: 'https://e.com/1', title: 'One | two' },
      { url: 'https://e.com/2', title: 'Two' },
      { url: 'https://e.com/3' },
    ],
    faults: ['not-a-web-address'],
  },
  {
    format: 'addresses',
    about: 'addresses as people keep them',
    files: () => [
      file('links.txt', 'https://e.com/1\n- [Two](https://e.com/2)\nexample.org/three\n'),
    ],
    entries: [
      { url: 'https://e.com/1' },
      { url: 'https://e.com/2', title: 'Two' },
      { url: 'https://example.org/three' },
    ],
  },
];
