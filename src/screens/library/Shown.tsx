import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ArticleId, Time } from '../../article/article.ts';
import { hashOf, tagHash } from './address.ts';
import { ArticleList, type ListPlace } from './ArticleList.tsx';
import type { FoundList } from './listing.ts';
import type { LibraryModel } from './model.ts';
import { EmptyLibrary, EmptyShelf, FailedList, NoResult } from './notices.tsx';
import { TakeOut } from './TakeOut.tsx';
import type { RowActions } from './row-actions.ts';

interface ShownProps {
  library: LibraryModel;
  startAt: number;
  place: ListPlace;
}

/** The list, or why there is none. */
export function Shown({ library, startAt, place }: ShownProps): JSX.Element | null {
  const listing = library.listing.value;
  const isFirst = useRef(true);
  if (listing.is === 'waiting') return null;
  if (listing.is === 'failed')
    return (
      <FailedList reason={listing.reason} onTryAgain={() => void library.tryAgain()}>
        {listing.reason === 'newer-library' && <TakeOut takeOut={library.takeOut} />}
      </FailedList>
    );
  const { query, total } = listing;
  if (total === 0) return <Nothing library={library} query={query} />;
  const start = isFirst.current ? startAt : 0;
  isFirst.current = false;
  return (
    <Articles key={hashOf(query)} library={library} found={listing} startAt={start} place={place} />
  );
}

function Articles({
  library,
  found,
  startAt,
  place,
}: ShownProps & { found: FoundList }): JSX.Element {
  const { query, ids, total } = found;
  const actions = useMemo(() => rowActions(library), [library]);
  // Of the question that is answered here: the next one may be asked already.
  const addresses = useMemo(
    () => ({
      addressOf: (id: ArticleId) => library.readerAddress(id, query.words),
      tagAddressOf: (tag: string) => tagHash(query, tag),
    }),
    [library, query],
  );
  return (
    <ArticleList
      {...addresses}
      ids={ids}
      total={total}
      rows={library.rows.value}
      passages={library.passages.value}
      marked={library.marks.marked.value}
      selected={library.selected.value}
      now={thisMinute(library.now())}
      startAt={startAt}
      place={place}
      onNeed={library.need}
      onSelect={library.select}
      actions={actions}
    />
  );
}

function Nothing({
  library,
  query,
}: {
  library: LibraryModel;
  query: LibraryModel['query']['value'];
}): JSX.Element | null {
  if (query.words || query.minutes !== undefined)
    return (
      <NoResult
        query={query}
        onSearchAll={() => library.goTo('all')}
        onAnyTime={() => library.showWithin(undefined)}
        onClear={() => library.searchNow('')}
      />
    );
  if (query.shelf === 'all' || library.counts.value?.all === 0) {
    // Whether something was lost is known a moment later: "nothing saved yet" must not stand there first.
    if (library.lost.value === undefined) return null;
    return <EmptyLibrary saveKeys={library.saveKeys.value} lost={library.lost.value !== null} />;
  }
  return <EmptyShelf shelf={query.shelf} />;
}

const rowActions = (library: LibraryModel): RowActions => ({
  toggleArchive: (id) => void library.toggleArchive(id),
  toggleFavourite: (id) => void library.toggleFavourite(id),
  remove: (id) => void library.remove(id),
  editTags: (id) => void library.dialogs.editTags([id]),
  mark: library.marks.toggle,
  reach(id) {
    library.marks.reach(id, library.selected.value?.id);
    library.select(id);
  },
});

/** Rows say nothing finer than minutes, so they need not be drawn anew before the next. */
const thisMinute = (now: Time): Time => now - (now % 60_000);
