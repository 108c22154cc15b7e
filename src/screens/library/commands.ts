import type { ArticleId } from '../../article/article.ts';
import type { Command } from './keys.ts';
import type { LibraryModel } from './model.ts';

/** Where the keys begin, and the field they may lead to. */
interface Page {
  place: { topRow: number };
  field: { current: HTMLInputElement | null };
}

/** What each key of the list does: to the marked articles when there are any, else to the selected one. */
export function commandsOf(
  library: LibraryModel,
  { place, field }: Page,
): Record<Command, () => void> {
  const withSubject = (action: (which: ArticleId | readonly ArticleId[]) => unknown): void => {
    const subject = library.subject();
    if (subject !== null) void action(subject);
  };
  const withSelected = (action: (id: ArticleId) => void): void => {
    if (library.selected.value) action(library.selected.value.id);
  };
  const { dialogs, marks } = library;
  return {
    next: () => library.move(1, place.topRow),
    previous: () => library.move(-1, place.topRow),
    open: () => withSelected(library.openReader),
    original: () => withSubject((which) => dialogs.openOriginals([which].flat())),
    archive: () => withSubject(library.toggleArchive),
    favourite: () => withSubject(library.toggleFavourite),
    remove: () => withSubject(library.remove),
    tags: () => withSubject((which) => dialogs.editTags([which].flat())),
    mark: () => withSelected(marks.toggle),
    'next-marking': () => library.moveMarking(1, place.topRow),
    'previous-marking': () => library.moveMarking(-1, place.topRow),
    'mark-all': () => void library.markAll(),
    'mark-none': marks.none,
    undo: () => void library.undo(),
    search: () => {
      field.current!.focus();
      field.current!.select();
    },
    keys: () => dialogs.open({ is: 'keys' }),
    'unread-shelf': () => library.goTo('unread'),
    'archive-shelf': () => library.goTo('archive'),
    'favourites-shelf': () => library.goTo('favourites'),
    'all-shelf': () => library.goTo('all'),
  };
}
