import { isWebAddress } from '../../article/found-addresses.ts';
import { done } from '../../article/result.ts';
import type { Handlers, OwnRequests } from '../../messages/protocol.ts';
import { announce } from '../../platform/background-link.ts';
import { keepDraft, keptDraft } from '../../platform/drafts.ts';
import type { Library } from '../../store/library.ts';
import { editableArticle, editArticle } from '../../store/edits.ts';
import { backUp, backUpPictures } from '../../store/back-up.ts';
import { restoreArticles } from '../../store/restore.ts';
import { articleStamps, restorePictures, restoreSearches } from '../../store/restore-rest.ts';
import {
  allImports,
  areThere,
  beginImport,
  endImport,
  faultsOf,
  keepBatch,
} from '../../store/imports.ts';
import { undoStep } from '../../store/import-undo.ts';
import { takeOut } from '../../store/take-out.ts';
import { changeHighlights, findHighlights, highlightsOf } from '../../store/highlights.ts';
import { bringBack, earlierVersions } from '../../store/versions.ts';
import type { Adder } from './adder.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import type { MarkKeeper } from './library-mark.ts';
import { nowAndThen } from './now-and-then.ts';
import { dataAddress } from './picture-address.ts';
import { saveWithPictures } from './pictures.ts';

/** What our own pages may ask, and who answers. Changes are told to every open page. */
export function ownHandlers(
  library: Library,
  { pictures, adder, mark }: { pictures: PictureKeeper; adder: Adder; mark: MarkKeeper },
): Handlers<OwnRequests> {
  const telling = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    announce('library/changed');
    return result;
  };
  // Hundreds of batches would have the list read itself anew each time.
  const tellNowAndThen = nowAndThen(() => announce('library/changed'));
  return {
    'article/save': ({ draft, ...how }) => telling(saveWithPictures(library, pictures, draft, how)),
    'library/add': (drafts) => telling(library.add(drafts)),
    'article/saved-as': (url) => library.savedAs(url),
    'article/versions': (id) => earlierVersions(library, id),
    'article/bring-back': ({ id, savedAt }) => telling(bringBack(library, id, savedAt)),
    'article/get': (id) => library.article(id),
    'article/editable': (id) => editableArticle(library, id),
    'article/edit': (editing) => telling(editArticle(library, editing)),
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
    'highlights/of': (article) => highlightsOf(library, article),
    'highlights/do': async (deeds) => {
      const kept = await changeHighlights(library, deeds);
      announce('highlights/changed');
      return kept;
    },
    'highlights/find': ({ query, from, count }) => findHighlights(library, query, { from, count }),
    'library/counts': () => library.counts(),
    'library/take-out': (from) => takeOut(from),
    'backup/next': (from) => backUp(from),
    'backup/pictures': (keys) => backUpPictures(keys),
    'restore/stamps': (after) => articleStamps(library, after),
    'restore/articles': ({ groups, mode }) => telling(restoreArticles(library, groups, mode)),
    'restore/pictures': (packed) => restorePictures(library, packed),
    'restore/searches': (searches) => telling(restoreSearches(library, searches)),
    'library/damaged': () => library.damaged(),
    'library/lost': () => mark.lost(),
    'library/lost-seen': () => mark.seen().then(() => true as const),
    'tags/all': () => library.tags(),
    'tags/rename': ({ from, to }) => telling(library.renameTag(from, to)),
    'searches/all': () => library.searches(),
    'searches/keep': ({ id, search }) => telling(library.keepSearch(id, search)),
    'imports/begin': (job) => beginImport(library, job),
    'imports/keep': (batch) => keepBatch(library, batch).finally(tellNowAndThen),
    'imports/end': (ended) => telling(endImport(library, ended)),
    'imports/all': () => allImports(library),
    'imports/faults': (job) => faultsOf(library, job),
    'imports/there': (ids) => areThere(library, ids),
    'imports/undo': (job) => undoStep(library, job).finally(tellNowAndThen),
    'imports/fetch': (job) => adder.fetch({ import: job, position: 0 }).then(() => true as const),
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
