import type { Time } from '../../article/article.ts';
import type { LibraryMark, Lost } from '../../article/library-mark.ts';
import type { Library } from '../../store/library.ts';
import { isUntouched, openDatabase } from '../../store/open-library.ts';

/** Where the mark is kept: outside of what a browser throws away with the library. */
interface MarkArea {
  load(): Promise<LibraryMark>;
  save(mark: LibraryMark): Promise<void>;
}

/** Notices that the browser lost the library: evicted, or cleared with a profile. */
export interface MarkKeeper {
  /** Opens the library, and looks before anybody writes to it. */
  open: typeof openDatabase;
  /** Writes down how many articles there are; to be called when it is quiet. */
  note(library: Pick<Library, 'counts'>): Promise<void>;
  /** What was lost, until the person has seen it. */
  lost(): Promise<Lost | null>;
  seen(): Promise<void>;
}

/** The keeper of the mark in `area`. */
export function createMarkKeeper(
  area: MarkArea,
  { open = openDatabase, now = Date.now }: { open?: typeof openDatabase; now?: () => Time } = {},
): MarkKeeper {
  const look = async (db: Awaited<ReturnType<typeof openDatabase>>): Promise<void> => {
    if (!(await isUntouched(db))) return;
    const { articles, at, lost } = await area.load();
    if (articles > 0)
      // The first loss is the one to tell of: what came after it was little.
      await area.save({ articles: 0, at: now(), lost: lost ?? { articles, at } });
  };
  return {
    async open(...how) {
      const db = await open(...how);
      // A mark that cannot be read or kept is no reason to refuse the library.
      await look(db).catch((error: unknown) => console.error(error));
      return db;
    },
    async note(library) {
      const counts = await library.counts();
      if (!counts.ok) return;
      const mark = await area.load();
      const articles = counts.value.all;
      if (articles !== mark.articles) await area.save({ ...mark, articles, at: now() });
    },
    lost: async () => (await area.load()).lost ?? null,
    async seen() {
      const { lost: _seen, ...mark } = await area.load();
      await area.save(mark);
    },
  };
}
