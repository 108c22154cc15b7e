import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { id, row, startLibrary, wait } from './fake-library.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const three = () => [row('a'), row('b', { favourite: true }), row('c')];

describe('shelves', () => {
  test('the page opens on what is unread, with how much lies on each shelf', async () => {
    const library = startLibrary([...three(), row('d', { place: 'archive' })]);
    await wait();
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
    expect(library.model.counts.value).toEqual({ unread: 3, archive: 1, favourites: 1, all: 4 });
  });

  test('the address brings back shelf, order and search', async () => {
    const library = startLibrary(three(), '#shelf=favourites&sort=title&words=b');
    await wait();
    expect(library.shownIds()).toEqual(['b']);
    expect(library.model.typed.value).toBe('b');
    expect(library.model.query.value.sort).toBe('title');
  });

  test('an address with nonsense opens the usual list', async () => {
    const library = startLibrary(three(), '#shelf=attic&sort=random');
    await wait();
    expect(library.model.query.value).toEqual({ shelf: 'unread', sort: 'newest', words: '' });
  });

  test('another shelf is a step that Back undoes, and keeps the search', async () => {
    const library = startLibrary(three(), '#shelf=unread&words=b');
    await wait();
    library.model.goTo('archive');
    await wait();
    expect(library.shownIds()).toEqual([]);
    expect(library.hash.value).toBe('#shelf=archive&words=b');
    expect(library.hash.history).toEqual(['#shelf=unread&words=b']);
  });
});

describe('search', () => {
  test('asks once the typing pauses, and not for every letter', async () => {
    const library = startLibrary(three());
    await wait();
    library.asked.length = 0;
    for (const words of ['b', 'bb', 'b']) {
      library.model.search(words);
      await wait(50);
    }
    await wait(200);
    const searches = library.asked.filter(({ ask }) => ask === 'library/find');
    expect(searches).toHaveLength(1);
    expect(library.shownIds()).toEqual(['b']);
    expect(library.hash.value).toContain('words=b');
  });

  test('an old answer that comes late does not replace the new one', async () => {
    const library = startLibrary(three());
    library.delays['a'] = 900;
    await wait();
    library.model.searchNow('a');
    await wait(100);
    library.model.searchNow('c');
    await wait(2000);
    expect(library.shownIds()).toEqual(['c']);
  });

  test('what is said of a list is said of its own search until the next is answered, or takes long', async () => {
    const library = startLibrary([row('a'), row('b')]);
    await wait();
    library.delays['a'] = 60;
    library.delays['b'] = 400;
    const { model } = library;
    model.searchNow('a');
    expect(model.query.value.words).toBe('a');
    expect(model.answered.value.words).toBe('');
    expect(model.shelfAddress('all')).toBe('#shelf=all');
    await wait(100);
    expect(model.answered.value.words).toBe('a');
    expect(model.shelfAddress('all')).toBe('#shelf=all&words=a');
    model.searchNow('b');
    await wait(200);
    expect(model.answered.value.words).toBe('b');
  });

  test('says that it searches only when it takes a while', async () => {
    const library = startLibrary(three());
    library.delays['a'] = 400;
    library.delays['b'] = 100;
    await wait();
    library.model.searchNow('b');
    await wait(120);
    expect(library.model.slow.value).toBe(false);
    library.model.searchNow('a');
    await wait(149);
    expect(library.model.slow.value).toBe(false);
    await wait(2);
    expect(library.model.slow.value).toBe(true);
    await wait(400);
    expect(library.model.slow.value).toBe(false);
  });
});

describe('rows', () => {
  const many = () => Array.from({ length: 500 }, (_, at) => row(`n${at}`));

  test('come for what is in view, in batches', async () => {
    const library = startLibrary(many());
    await wait();
    expect(library.model.rows.value.size).toBe(60);
    library.model.need(300, 330);
    await wait();
    expect(library.model.rows.value.get(id('n315'))?.title).toBe('n315');
    expect(library.model.rows.value.has(id('n200'))).toBe(false);
  });

  test('what scrolled by while a batch was under way is not fetched', async () => {
    const library = startLibrary(many());
    await wait();
    library.model.need(100, 130);
    library.model.need(200, 230);
    library.model.need(400, 430);
    await wait();
    expect(library.model.rows.value.has(id('n210'))).toBe(false);
    expect(library.model.rows.value.has(id('n410'))).toBe(true);
  });

  test('an article that another page removed leaves the list', async () => {
    const library = startLibrary(many());
    await wait();
    library.rows = library.rows.filter((one) => one.id !== id('n100'));
    library.model.need(95, 105);
    await wait();
    expect(library.shownIds()).toHaveLength(499);
  });
});

describe('removing and archiving', () => {
  test('the row goes at once, the selection to the next, and undo brings both back', async () => {
    const library = startLibrary(three());
    await wait();
    library.model.select(id('b'));
    const turn = library.model.selected.value!.turn;
    void library.model.remove(id('b'));
    expect(library.shownIds()).toEqual(['a', 'c']);
    expect(library.model.selected.value).toEqual({ id: 'c', turn: turn + 1 });
    expect(library.model.counts.value?.all).toBe(2);
    expect(library.model.toast.value).toEqual({ is: 'removed', title: 'b' });
    await wait(100);
    await library.model.undo();
    await wait(100);
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
    expect(library.model.selected.value?.id).toBe('b');
    expect(library.model.counts.value?.all).toBe(3);
  });

  test('a slow answer after undo still brings the selection back', async () => {
    const library = startLibrary(three());
    await wait();
    library.model.select(id('b'));
    await library.model.remove(id('b'));
    await wait(100);
    library.delays[''] = 300;
    void library.model.undo();
    library.announce();
    await wait(1000);
    expect(library.model.selected.value?.id).toBe('b');
  });

  test('after the last row the selection goes to the one before, then to none', async () => {
    const library = startLibrary([row('a'), row('b')]);
    await wait();
    library.model.select(id('b'));
    await library.model.remove(id('b'));
    expect(library.model.selected.value?.id).toBe('a');
    await library.model.remove(id('a'));
    expect(library.model.selected.value).toBeNull();
  });

  test('several changes are undone one after the other, the last first', async () => {
    const library = startLibrary(three());
    await wait();
    await library.model.remove(id('a'));
    await library.model.toggleArchive(id('b'));
    await wait(100);
    await library.model.undo();
    expect(library.shownIds()).toEqual(['b', 'c']);
    await library.model.undo();
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
  });

  test('an archived article stays in All and can be moved back', async () => {
    const library = startLibrary(three(), '#shelf=all');
    await wait();
    await library.model.toggleArchive(id('a'));
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
    expect(library.model.rows.value.get(id('a'))?.place).toBe('archive');
    await library.model.toggleArchive(id('a'));
    expect(library.model.toast.value).toEqual({ is: 'unarchived', title: 'a' });
  });

  test('a star is told quietly, and with undo where it takes the row away', async () => {
    const library = startLibrary(three(), '#shelf=all');
    await wait();
    await library.model.toggleFavourite(id('a'));
    expect(library.model.toast.value).toBeNull();
    expect(library.model.said.value).toBe('favourited');
    library.model.goTo('favourites');
    await wait(100);
    await library.model.toggleFavourite(id('b'));
    expect(library.shownIds()).toEqual(['a']);
    expect(library.model.toast.value).toEqual({ is: 'unfavourited', title: 'b' });
  });

  test('the toast stays eight seconds, and as long as someone points at it', async () => {
    const library = startLibrary(three());
    await wait();
    await library.model.remove(id('a'));
    await wait(8000);
    library.model.toasts.hold();
    await wait(60_000);
    expect(library.model.toast.value).not.toBeNull();
    library.model.toasts.letGo();
    await wait(10_000);
    expect(library.model.toast.value).toBeNull();
  });

  test('what could not be kept comes back, with the reason', async () => {
    const library = startLibrary(three());
    await wait();
    library.trouble.reason = 'storage-full';
    void library.model.remove(id('a'));
    expect(library.shownIds()).toEqual(['b', 'c']);
    await wait();
    expect(library.model.toast.value).toEqual({ is: 'trouble', reason: 'storage-full' });
    library.trouble.reason = null;
    library.announce();
    await wait(100);
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
  });
});

describe('keys', () => {
  test('start at the first row in view and stop at both ends', async () => {
    const library = startLibrary(three());
    await wait();
    library.model.move(1, 1);
    expect(library.model.selected.value?.id).toBe('b');
    library.model.move(1);
    library.model.move(1);
    expect(library.model.selected.value?.id).toBe('c');
    for (let step = 0; step < 5; step += 1) library.model.move(-1);
    expect(library.model.selected.value?.id).toBe('a');
    await library.model.dialogs.openOriginals([id('a')]);
    library.model.openReader(id('a'));
    expect(library.opened).toEqual(['https://example.org/a', 'reader a']);
  });

  test('do nothing while nothing is selected', async () => {
    const library = startLibrary(three());
    await wait();
    expect(library.model.subject()).toBeNull();
    await library.model.undo();
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
  });
});

describe('changes from elsewhere', () => {
  test('a new article appears above, and the selection stays', async () => {
    const library = startLibrary(three());
    await wait();
    library.model.select(id('b'));
    library.rows = [row('new'), ...library.rows];
    library.announce();
    await wait(100);
    expect(library.shownIds()).toEqual(['new', 'a', 'b', 'c']);
    expect(library.model.selected.value?.id).toBe('b');
  });

  test('many announcements are one question', async () => {
    const library = startLibrary(three());
    await wait();
    library.asked.length = 0;
    for (let times = 0; times < 20; times += 1) library.announce();
    await wait(200);
    expect(library.asked.filter(({ ask }) => ask === 'library/find')).toHaveLength(1);
  });
});

describe('trouble', () => {
  test('the reason stands in place of the list, and trying again shows it', async () => {
    const rows = three();
    const library = startLibrary(rows, '#shelf=all');
    library.trouble.reason = 'newer-library';
    library.model.goTo('unread');
    await wait();
    expect(library.model.listing.value).toEqual({ is: 'failed', reason: 'newer-library' });
    library.trouble.reason = null;
    await library.model.tryAgain();
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
  });

  test('a background that does not answer is a reason too', async () => {
    const library = startLibrary(three(), '#shelf=all');
    library.trouble.reason = 'gone';
    library.model.goTo('unread');
    await wait();
    expect(library.model.listing.value).toEqual({ is: 'failed', reason: 'no-answer' });
  });

  test('a list that is on show stays when a refresh fails', async () => {
    const library = startLibrary(three());
    await wait();
    library.trouble.reason = 'storage-broken';
    library.announce();
    await wait(100);
    expect(library.shownIds()).toEqual(['a', 'b', 'c']);
    expect(library.model.toast.value).toEqual({ is: 'trouble', reason: 'storage-broken' });
  });
});
