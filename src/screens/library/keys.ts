import type { KeyLine } from '../../ui/keys.ts';

export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'original'
  | 'archive'
  | 'favourite'
  | 'remove'
  | 'tags'
  | 'mark'
  | 'next-marking'
  | 'previous-marking'
  | 'mark-all'
  | 'mark-none'
  | 'undo'
  | 'search'
  | 'keys'
  | 'unread-shelf'
  | 'archive-shelf'
  | 'favourites-shelf'
  | 'all-shelf';

/** Every key of the list. The listener and the panel that explains them both read this. */
export const KEYS: readonly KeyLine<Command>[] = [
  { command: 'next', name: 'listKeyNext', keys: ['j', 'ArrowDown'], repeats: true },
  { command: 'previous', name: 'listKeyPrevious', keys: ['k', 'ArrowUp'], repeats: true },
  { command: 'open', name: 'listKeyOpen', keys: ['Enter'] },
  { command: 'original', name: 'listOpenOriginal', keys: ['o'] },
  { command: 'archive', name: 'listKeyArchive', keys: ['e'] },
  { command: 'favourite', name: 'listFavourite', keys: ['f'] },
  { command: 'remove', name: 'removeFromSaved', keys: ['#', 'Delete'] },
  { command: 'tags', name: 'listEditTags', keys: ['t', 'l'] },
  { command: 'mark', name: 'listKeyMark', keys: ['x'] },
  {
    command: 'next-marking',
    name: 'listKeyNextMarking',
    keys: ['Shift+j', 'Shift+ArrowDown'],
    repeats: true,
  },
  {
    command: 'previous-marking',
    name: 'listKeyPreviousMarking',
    keys: ['Shift+k', 'Shift+ArrowUp'],
    repeats: true,
  },
  { command: 'mark-all', name: 'listMarkAll', keys: ['* a', 'Ctrl+a'] },
  { command: 'mark-none', name: 'listMarkNone', keys: ['* n', 'Escape'] },
  { command: 'undo', name: 'undo', keys: ['z', 'Ctrl+z'] },
  { command: 'search', name: 'listKeySearch', keys: ['/'] },
  { command: 'unread-shelf', name: 'listUnread', keys: ['g u'] },
  { command: 'archive-shelf', name: 'listArchive', keys: ['g a'] },
  { command: 'favourites-shelf', name: 'listFavourites', keys: ['g f'] },
  { command: 'all-shelf', name: 'listAll', keys: ['g l'] },
  { command: 'keys', name: 'listKeys', keys: ['?'] },
];
