import { isWebAddress } from '../../article/found-addresses.ts';
import { done } from '../../article/result.ts';
import type { Handlers, OwnRequests } from '../../messages/protocol.ts';
import { browser } from '../../platform/browser.ts';
import { announce } from '../../platform/background-link.ts';
import { keepDraft, keptDraft } from '../../platform/drafts.ts';
import type { Library } from '../../store/library.ts';
import { bringBack, earlierVersions } from '../../store/versions.ts';
import type { Adder } from './adder.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import { dataAddress } from './picture-address.ts';
import { saveWithPictures } from './pictures.ts';
import { upkeepOf } from './upkeep.ts';

/** What our own pages may ask, and who answers. Changes are told to every open page. */
export function ownHandlers(
  library: Library,
  { pictures, adder }: { pictures: PictureKeeper; adder: Adder },
): Handlers<OwnRequests> {
  const tidyLater = upkeepOf(library, () => browser.runtime.getPlatformInfo());
  const telling = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    announce('library/changed');
    tidyLater();
    return result;
  };
  return {
    'article/save': ({ draft, ...how }) => telling(saveWithPictures(library, pictures, draft, how)),
    'library/add': (drafts) => telling(library.add(drafts)),
    'article/saved-as': (url) => library.savedAs(url),
    'article/versions': (id) => earlierVersions(library, id),
    'article/bring-back': ({ id, savedAt }) => telling(bringBack(library, id, savedAt)),
    'article/get': (id) => library.article(id),
    'picture/get': async ({ id, src }) => {
      const found = await library.picture(id, src);
      return found.ok ? done(found.value && dataAddress(found.value)) : found;
    },
    'pictures/state': (id) => library.albums.state(id),
    'pictures/retry': async (id) => {
      const waits = await library.albums.retry(id);
      if (waits.ok) pictures.add(id);
      announce('pictures/changed');
      return waits;
    },
    'pictures/remove': (id) => telling(library.albums.remove(id)),
    'pictures/remove-archived': (after) => telling(library.albums.removeArchived(after)),
    'storage/measure': (after) => library.measure(after),
    'library/find': (query) => library.find(query),
    'library/ids': (query) => library.ids(query),
    'library/rows': (ids) => library.rows(ids),
    'library/passages': ({ ids, words }) => library.passages(ids, words),
    'library/do': async (deeds) => {
      // How far an article was read changes nothing that a page shows.
      if (deeds.every(({ change }) => change.is === 'progress')) return library.perform(deeds);
      const undo = await telling(library.perform(deeds));
      for (const { ids, change } of deeds)
        if (change.is === 'removed' && !change.removed) ids.forEach(pictures.add);
      return undo;
    },
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
