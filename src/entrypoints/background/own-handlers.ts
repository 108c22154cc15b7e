import { isWebAddress } from '../../article/found-addresses.ts';
import { done } from '../../article/result.ts';
import type { Handlers, OwnRequests } from '../../messages/protocol.ts';
import { announce } from '../../platform/background-link.ts';
import { keepDraft, keptDraft } from '../../platform/drafts.ts';
import type { Library } from '../../store/library.ts';
import { bringBack, earlierVersions } from '../../store/versions.ts';
import type { Adder } from './adder.ts';
import { dataAddress, keepPictures } from './keep-pictures.ts';

/** What our own pages may ask, and who answers. Changes are told to every open page. */
export function ownHandlers(library: Library, adder: Adder): Handlers<OwnRequests> {
  const telling = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    announce('library/changed');
    return result;
  };
  return {
    'article/save': async ({ draft, tabId, replace = false }) => {
      const receipt = await telling(library.save(draft, { replace }));
      if (receipt.ok && (replace || !receipt.value.already) && tabId !== undefined) {
        void keepPictures(library, receipt.value.id, draft, tabId);
      }
      return receipt;
    },
    'article/saved-as': (url) => library.savedAs(url),
    'article/versions': (id) => earlierVersions(library, id),
    'article/bring-back': ({ id, savedAt }) => telling(bringBack(library, id, savedAt)),
    'article/get': (id) => library.article(id),
    'picture/get': async ({ id, src }) => {
      const found = await library.picture(id, src);
      return found.ok ? done(found.value && dataAddress(found.value)) : found;
    },
    'library/find': (query) => library.find(query),
    'library/ids': (query) => library.ids(query),
    'library/rows': (ids) => library.rows(ids),
    'library/passages': ({ ids, words }) => library.passages(ids, words),
    // How far an article was read changes nothing that a page shows.
    'library/do': (deeds) =>
      deeds.every(({ change }) => change.is === 'progress')
        ? library.perform(deeds)
        : telling(library.perform(deeds)),
    'library/counts': () => library.counts(),
    'tags/all': () => library.tags(),
    'tags/rename': ({ from, to }) => telling(library.renameTag(from, to)),
    'searches/all': () => library.searches(),
    'searches/keep': ({ id, search }) => telling(library.keepSearch(id, search)),
    'add/start': ({ wishes, read }) => {
      const asked = wishes.filter(({ url }) => isWebAddress(url));
      return adder.start(asked, read).then(() => true as const);
    },
    'add/stop': () => adder.stop().then(() => true as const),
    'add/again': ({ read }) => adder.again(read).then(() => true as const),
    'add/go-on': () => adder.goOn().then(() => true as const),
    'draft/keep': (draft) => keepDraft(draft),
    'draft/get': (key) => keptDraft(key),
  };
}
