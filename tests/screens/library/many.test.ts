import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { id, row, startLibrary, wait } from './fake-library.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rows = (count: number) => Array.from({ length: count }, (_, at) => row(`n${at}`));
const markedOf = ({ model }: ReturnType<typeof startLibrary>) => [...model.marks.marked.value];

describe('a long list', () => {
  test('shows its first rows at once, its whole length, and then all ids', async () => {
    const library = startLibrary(rows(500), '', { firstIds: 100 });
    await wait();
    expect(library.shownIds()).toHaveLength(100);
    expect(library.model.listing.value).toMatchObject({ total: 500 });
    expect(library.asked.some(({ ask }) => ask === 'library/ids')).toBe(false);
    await wait(100);
    expect(library.shownIds()).toHaveLength(500);
  });

  test('does not shrink while it is asked for again', async () => {
    const library = startLibrary(rows(500), '', { firstIds: 100 });
    await wait(100);
    const lengths = new Set<number>();
    const stop = library.model.listing.subscribe(() => lengths.add(library.shownIds().length));
    await library.model.remove(id('n3'));
    await wait(200);
    stop();
    expect(Math.min(...lengths)).toBe(499);
  });

  test('brings back the selection of a row far down', async () => {
    const library = startLibrary(rows(500), '', { firstIds: 100, returnedFrom: 'n400' });
    await wait(100);
    expect(library.model.selected.value?.id).toBe('n400');
  });
});

describe('marking', () => {
  test('one by one, and on to another with Shift', async () => {
    const library = startLibrary(rows(9));
    await wait();
    library.model.marks.toggle(id('n2'));
    library.model.marks.reach(id('n4'));
    expect(markedOf(library)).toEqual(['n2', 'n3', 'n4']);
    library.model.marks.reach(id('n1'));
    expect(markedOf(library)).toEqual(['n2', 'n1']);
    library.model.marks.toggle(id('n8'));
    library.model.marks.reach(id('n7'));
    expect(markedOf(library)).toEqual(['n2', 'n1', 'n8', 'n7']);
  });

  test('with the keys, from the selected row on', async () => {
    const library = startLibrary(rows(5));
    await wait();
    library.model.select(id('n1'));
    library.model.moveMarking(1);
    library.model.moveMarking(1);
    library.model.moveMarking(-1);
    expect(markedOf(library)).toEqual(['n1', 'n2']);
    expect(library.model.selected.value?.id).toBe('n2');
    expect(library.model.subject()).toEqual(['n1', 'n2']);
  });

  test('all means all of the query, not only what has arrived', async () => {
    const library = startLibrary(rows(500), '', { firstIds: 100 });
    await wait();
    const marking = library.model.markAll();
    await wait(100);
    await marking;
    expect(library.model.marks.marked.value.size).toBe(500);
  });

  test('ends with another query, and lets go of what leaves the list', async () => {
    const library = startLibrary(rows(5));
    await wait();
    await library.model.markAll();
    await library.model.remove(id('n0'));
    expect(library.model.marks.marked.value.size).toBe(4);
    library.model.goTo('archive');
    await wait();
    expect(library.model.marks.marked.value.size).toBe(0);
  });
});

describe('changing many', () => {
  test('is one deed with one undo', async () => {
    const library = startLibrary(rows(5));
    await wait();
    library.model.marks.toggle(id('n1'));
    library.model.marks.toggle(id('n3'));
    await library.model.toggleArchive(library.model.subject()!);
    expect(library.shownIds()).toEqual(['n0', 'n2', 'n4']);
    expect(library.model.toast.value).toEqual({ is: 'archived', title: '', count: 2 });
    await wait(100);
    await library.model.undo();
    expect(library.shownIds()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
  });

  test('shows progress after a second, and Cancel keeps what was done', async () => {
    const library = startLibrary(rows(3000), '', { firstIds: 3000 });
    await wait();
    library.limits.portion = 400;
    await library.model.markAll();
    const removing = library.model.remove(library.model.subject()!);
    await wait(900);
    expect(library.model.work.value).toBeNull();
    await wait(200);
    expect(library.model.work.value).toEqual({ done: 600, of: 3000 });
    library.model.cancel();
    await wait(400);
    await removing;
    expect(library.model.work.value).toBeNull();
    expect(library.model.toast.value).toEqual({ is: 'removed', title: '', count: 900 });
    await wait(100);
    expect(library.shownIds()).toHaveLength(2100);
    library.limits.portion = 0;
    await library.model.undo();
    expect(library.shownIds()).toHaveLength(3000);
    expect(library.shownIds()[0]).toBe('n0');
  });

  test('what an undo did not reach can be undone after it', async () => {
    const library = startLibrary(rows(900));
    await wait();
    await library.model.markAll();
    await library.model.remove(library.model.subject()!);
    library.limits.portion = 700;
    const undoing = library.model.undo();
    await wait(100);
    library.model.cancel();
    await wait(1000);
    await undoing;
    expect(library.shownIds()).toHaveLength(300);
    library.limits.portion = 0;
    await library.model.undo();
    expect(library.shownIds()).toHaveLength(900);
  });

  test('a portion that fails keeps the earlier ones, with the reason and an undo', async () => {
    const library = startLibrary(rows(700));
    await wait();
    library.limits.portion = 10;
    await library.model.markAll();
    const removing = library.model.remove(library.model.subject()!);
    await wait(10);
    library.trouble.reason = 'storage-full';
    await wait(20);
    await removing;
    expect(library.model.toast.value).toEqual({ is: 'trouble', reason: 'storage-full' });
    library.trouble.reason = null;
    await wait(100);
    const left = library.shownIds().length;
    expect(left).toBeLessThan(700);
    const undoing = library.model.undo();
    await wait(1000);
    await undoing;
    expect(library.shownIds()).toHaveLength(700);
  });

  test('a lost answer, asked for again, still leaves an undo', async () => {
    const library = startLibrary(rows(2));
    await wait();
    library.rows = library.rows.map((one) => ({ ...one, favourite: true }));
    await library.model.toggleFavourite(id('n0'));
    await wait(100);
    await library.model.undo();
    expect(library.rows[0]?.favourite).toBe(false);
  });

  test('opens ten tabs without a word, and asks before more', async () => {
    const library = startLibrary(rows(90), '#shelf=all');
    await wait();
    const ids = library.rows.map((one) => one.id);
    await library.model.dialogs.openOriginals(ids.slice(0, 10));
    expect(library.opened).toHaveLength(10);
    await library.model.dialogs.openOriginals(ids);
    expect(library.opened).toHaveLength(10);
    expect(library.model.dialogs.dialog.value).toEqual({ is: 'open-tabs', ids });
    await library.model.dialogs.openAllTabs(ids);
    expect(library.opened.slice(10)).toEqual(library.rows.map(({ url }) => url));
  });
});
