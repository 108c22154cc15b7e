import type { KeyLine } from '../../ui/keys.ts';

export type Command =
  | 'archive'
  | 'favourite'
  | 'remove'
  | 'undo'
  | 'original'
  | 'larger'
  | 'smaller'
  | 'look'
  | 'outline'
  | 'find'
  | 'highlight'
  | 'note'
  | 'listen'
  | 'aids'
  | 'copy'
  | 'edit'
  | 'back'
  | 'keys';

/** Every key of the reader. The listener and the panel that explains them both read this. */
export const KEYS: readonly KeyLine<Command>[] = [
  { command: 'archive', name: 'listKeyArchive', keys: ['e'] },
  { command: 'favourite', name: 'listFavourite', keys: ['f'] },
  { command: 'remove', name: 'removeFromSaved', keys: ['#', 'Delete'] },
  { command: 'undo', name: 'undo', keys: ['z', 'Ctrl+z'] },
  { command: 'original', name: 'openOriginal', keys: ['o'] },
  { command: 'larger', name: 'textLarger', keys: ['+', '='], repeats: true },
  { command: 'smaller', name: 'textSmaller', keys: ['-'], repeats: true },
  { command: 'look', name: 'look', keys: ['d'] },
  { command: 'outline', name: 'outline', keys: ['c'] },
  { command: 'find', name: 'findOpen', keys: ['/'] },
  { command: 'highlight', name: 'markOne', keys: ['h'] },
  { command: 'note', name: 'markNote', keys: ['n'] },
  { command: 'listen', name: 'aloud', keys: ['l'] },
  { command: 'aids', name: 'aids', keys: ['a'] },
  { command: 'copy', name: 'copyMarkdown', keys: ['y'] },
  { command: 'edit', name: 'edit', keys: ['i'] },
  { command: 'back', name: 'savedArticles', keys: ['u', 'Escape'] },
  { command: 'keys', name: 'listKeys', keys: ['?'] },
];
