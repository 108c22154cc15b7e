import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AlbumState } from '../../article/album.ts';
import type { ArticleId } from '../../article/article.ts';
import type { Send } from '../../messages/protocol.ts';

/** Grants to fetch from sites, as the browser keeps them. */
export interface ReaderGrants {
  /** Asks the person; in the turn of their click. Answers whether there is such a grant now. */
  askForSites: (addresses: string[]) => Promise<boolean>;
  askForAll: () => Promise<boolean>;
}

interface PicturesWorld {
  send: Send;
  onLibraryChange: (listener: () => void) => void;
  onPicturesChange: (listener: () => void) => void;
  grants: ReaderGrants;
}

export interface PicturesModel {
  /** Null as long as it is not known, or there are none. */
  album: ReadonlySignal<AlbumState | null>;
  /** Addresses of those that are missing. */
  missing: ReadonlySignal<ReadonlySet<string>>;
  /** Fetches the missing ones, after asking for their sites where that is wanting. */
  tryAgain(): Promise<void>;
  /** The same, after asking for all sites. */
  keepOfAllSites(): Promise<void>;
}

/** The pictures of a saved article: what is there, what is missing, and the ways to it. */
export function createPicturesModel(
  id: ArticleId | null,
  { send, onLibraryChange, onPicturesChange, grants }: PicturesWorld,
): PicturesModel {
  const album = signal<AlbumState | null>(null);
  const missing = computed(
    () => new Set((album.value?.missing ?? []).map(({ src }) => src)) as ReadonlySet<string>,
  );
  const load = async (): Promise<void> => {
    const found = id && (await send('pictures/state', id));
    if (found && found.ok) album.value = found.value;
  };
  const retry = async (): Promise<void> => {
    if (id) await send('pictures/retry', id);
    await load();
  };
  onLibraryChange(() => void load());
  onPicturesChange(() => void load());
  void load();
  return {
    album,
    missing,
    async tryAgain() {
      const wanting = (album.value?.missing ?? []).filter(({ reason }) => reason === 'no-grant');
      // A grant that is there is answered without a question. Refused, the tab may still be there.
      if (wanting.length > 0) await grants.askForSites(wanting.map(({ src }) => src));
      await retry();
    },
    async keepOfAllSites() {
      if (await grants.askForAll()) await retry();
    },
  };
}
