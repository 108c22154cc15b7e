import type { ArticleId, Time } from '../../article/article.ts';
import type { LibraryFailure, LibraryQuery } from '../../article/library-query.ts';
import { failed, type Result } from '../../article/result.ts';
import type { Send } from '../../messages/protocol.ts';

/** How the list of saved articles reaches the world; fakes of a few lines in tests. */
export interface LibraryWorld {
  send: Send;
  /** The page that an article is read in. */
  /** `words`: of the search that found it. */
  readerAddress: (id: ArticleId, words: string) => string;
  openReader: (id: ArticleId, words: string) => void;
  openOriginal: (url: string) => void;
  /** Opens pages of the web in tabs behind this one. */
  openTabs: (urls: readonly string[]) => void;
  openSettings: () => void;
  /** Gives the person a file to keep. */
  saveFile: (name: string, content: Blob) => void;
  /** Opens the dialog that takes articles out: those given, or what the query finds. */
  openExport: (ids: readonly ArticleId[], query: LibraryQuery) => void;
  onLibraryChange: (listener: () => void) => void;
  /** The fragment of the page's address, which remembers shelf, order and search. */
  address: {
    read: () => string;
    /** A step that Back undoes; is heard through `onChange`. */
    push: (hash: string) => void;
    replace: (hash: string) => void;
    onChange: (listener: () => void) => void;
  };
  /** The article that was selected when the person left this page and came back. */
  returnedFrom?: ArticleId | undefined;
  /** The keys that save a page from anywhere; empty when there are none. */
  saveKeys: Promise<string>;
  now: () => Time;
  /** A name that no other thing has. */
  randomId: () => string;
}

export type Trouble = LibraryFailure | 'no-answer';

/** The answer of the background; a lost one is a reason like any other. */
export async function answerOf<T>(
  asking: Promise<Result<T, LibraryFailure>>,
): Promise<Result<T, Trouble>> {
  try {
    return await asking;
  } catch {
    return failed('no-answer');
  }
}
