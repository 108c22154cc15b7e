import { articleId } from '../../article/article.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import type { Result } from '../../article/result.ts';
import { announce } from '../../platform/background-link.ts';
import { drawInTab } from '../../platform/fetch-in-tab.ts';
import { ALL_SITES, hasGrants, onGrant, siteGrant } from '../../platform/grants.ts';
import { keepPictureTab, picturesPending, pictureTabOf } from '../../platform/picture-tabs.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import type { Library, SaveReceipt } from '../../store/library.ts';
import { examinePicture } from './examine-picture.ts';
import { fetchPicture } from './fetch-picture.ts';
import { giveWayInTab } from './give-way.ts';
import { createPictureKeeper, type PictureKeeper } from './keep-pictures.ts';

/** At most so often are open pages told how far it got. */
const TELL_EVERY = 300;

/** Keeps the pictures of the library: goes on where the last background was ended, and when a grant comes. */
export function startPictures(library: Library): PictureKeeper {
  const keeper = createPictureKeeper({
    albums: library.albums,
    fetch: fetchPicture,
    examine: examinePicture,
    draw: async (svg, tab) => (tab ? drawInTab(tab.tabId, svg) : null),
    tabOf: pictureTabOf,
    isGranted: (src) => hasGrants([siteGrant(src)]).then((has) => has || hasGrants([ALL_SITES])),
    pending: picturesPending,
    onChange: seldom(() => announce('pictures/changed'), TELL_EVERY),
    onThumbnail: () => announce('library/changed'),
  });
  onGrant(() => void keeper.granted());
  void keeper.resume();
  return keeper;
}

/** Saves an article; its pictures follow, through the tab that shows it as long as that is there. */
export async function saveWithPictures(
  library: Library,
  keeper: PictureKeeper,
  draft: CleanDraft,
  { tabId, replace = false }: { tabId?: number | undefined; replace?: boolean } = {},
): Promise<Result<SaveReceipt, LibraryFailure>> {
  // What is written for the pictures takes longer than the save itself.
  const receipt =
    draft.pictures.length === 0
      ? await library.save(draft, { replace })
      : await saveAndFetch(library, keeper, draft, { tabId, replace });
  if (receipt.ok && tabId !== undefined) void giveWayInTab(library, tabId, receipt.value.id);
  return receipt;
}

function saveAndFetch(
  library: Library,
  keeper: PictureKeeper,
  draft: CleanDraft,
  { tabId, replace }: { tabId: number | undefined; replace: boolean },
): Promise<Result<SaveReceipt, LibraryFailure>> {
  return keeper.during(async () => {
    const id = await articleId(draft.url);
    const [receipt] = await Promise.all([
      library.save(draft, { replace }),
      tabId !== undefined && keepPictureTab(id, tabId),
    ]);
    if (receipt.ok) keeper.add(id);
    return receipt;
  });
}

/** Calls so often at most, and once more after the last time. */
function seldom(act: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  return function called() {
    if (timer !== undefined) {
      again = true;
      return;
    }
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) called();
      again = false;
    }, milliseconds);
  };
}
