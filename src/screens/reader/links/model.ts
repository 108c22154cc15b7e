import { type ReadonlySignal, signal } from '@preact/signals';
import { type AddItem, type AddJob, isUnsettled } from '../../../article/adding.ts';
import { addressKey, type ArticleId } from '../../../article/article.ts';
import type { Send } from '../../../messages/protocol.ts';

/** How links reach the world; fakes of a few lines in tests. */
export interface LinksWorld {
  send: Send;
  job: { onChange(listener: (job: AddJob) => void): void };
  /** Asks the person to allow the site; to be called in the turn of a click. */
  allow: (url: string) => Promise<boolean>;
  readerAddress: (id: ArticleId) => string;
  /** Goes to a saved article. */
  openReader: (id: ArticleId) => void;
}

/** What there is to say of a link. */
export interface LinkAhead {
  url: string;
  /** Its address in the reader, where it is saved; null while that is not known. */
  saved: string | null;
  /** How reading it goes. */
  state: 'idle' | 'refused' | AddItem['is'];
}

export interface LinksModel {
  ahead: ReadonlySignal<LinkAhead | null>;
  /** The person is at this link; null when they are at none. */
  look(url: string | null): Promise<void>;
  /** Reads and keeps the page behind the link, and goes there when it is done; what is saved is gone to at once. */
  read(): Promise<void>;
}

/** What links of an article lead to, and the way to read it here. */
export function createLinksModel(world: LinksWorld): LinksModel {
  const ahead = signal<LinkAhead | null>(null);
  let savedAs: ArticleId | null = null;
  let asked = '';

  const tell = (url: string, state: LinkAhead['state']): void => {
    if (ahead.value?.url === url) ahead.value = { ...ahead.value, state };
  };
  world.job.onChange(({ items }) => {
    if (!asked) return;
    const item = items.findLast(({ url }) => addressKey(url) === addressKey(asked));
    if (!item) return;
    tell(asked, item.is);
    if (isUnsettled(item)) return;
    asked = '';
    if (item.id && (item.is === 'saved' || item.is === 'already')) world.openReader(item.id);
  });

  return {
    ahead,
    async look(url) {
      if (url === (ahead.value?.url ?? null)) return;
      savedAs = null;
      ahead.value = url === null ? null : { url, saved: null, state: 'idle' };
      if (url === null) return;
      const found = await world.send('article/saved-as', url);
      if (ahead.value?.url !== url || !found.ok || !found.value || found.value.waiting) return;
      savedAs = found.value.id;
      ahead.value = { ...ahead.value, saved: world.readerAddress(savedAs) };
    },
    async read() {
      const url = ahead.value?.url;
      if (!url) return;
      if (savedAs) {
        world.openReader(savedAs);
        return;
      }
      if (!(await world.allow(url))) {
        tell(url, 'refused');
        return;
      }
      asked = url;
      tell(url, 'queued');
      try {
        await world.send('add/start', { wishes: [{ url, title: '' }], read: true });
      } catch (error) {
        tell(url, 'no-answer');
        throw error;
      }
    },
  };
}

/** An address as people read it: the site, and the path without its noise. */
export function addressWords(url: string): { site: string; rest: string } {
  if (!URL.canParse(url)) return { site: url, rest: '' };
  const { protocol, host, pathname, search } = new URL(url);
  if (protocol === 'mailto:') return { site: pathname, rest: '' };
  const path = pathname === '/' && !search ? '' : pathname + search;
  return { site: host, rest: decoded(path) };
}

function decoded(path: string): string {
  try {
    // Marks of direction could write an address that is another.
    return decodeURI(path).replace(/[\p{Cc}\p{Cf}]/gu, (mark) => encodeURIComponent(mark));
  } catch {
    return path;
  }
}
