import type { Handlers, OwnRequests } from '../../messages/protocol.ts';
import { announce } from '../../platform/background-link.ts';
import { keepDraft, keptDraft } from '../../platform/drafts.ts';
import type { Library } from '../../store/library.ts';

/** What our own pages may ask, and who answers. Changes are told to every open page. */
export function ownHandlers(library: Library): Handlers<OwnRequests> {
  const telling = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    announce('library/changed');
    return result;
  };
  return {
    'article/save': (draft) => telling(library.save(draft)),
    'article/saved-as': (url) => library.savedAs(url),
    'article/get': (id) => library.article(id),
    'article/change': ({ ids, change }) => telling(library.change(ids, change)),
    'article/remove': (ids) => telling(library.remove(ids)),
    'article/restore': (ids) => telling(library.restore(ids)),
    'library/find': (query) => library.find(query),
    'library/rows': (ids) => library.rows(ids),
    'library/counts': () => library.counts(),
    'draft/keep': (draft) => keepDraft(draft),
    'draft/get': (key) => keptDraft(key),
  };
}
