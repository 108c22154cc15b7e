import { marksInTab } from '../../platform/marks-in-tab.ts';
import {
  type Highlighting,
  type HighlightsHandle,
  mountHighlights,
} from '../../screens/highlights/mount.tsx';
import { mountTags, type TagsHandle } from '../../screens/popup/SavedTags.tsx';
import { createTagsModel } from '../../ui/tags-model.ts';

/**
 * Highlights and tags of a saved article in the popup, and the highlights on the page that it reads. A
 * program of its own, loaded where it has a use.
 */
export const whenSaved = (
  main: HTMLElement,
  given: Highlighting,
  ...page: Parameters<typeof marksInTab>
): { highlights: HighlightsHandle; showTags: TagsHandle } => ({
  highlights: mountHighlights(main, { ...given, showOnPage: marksInTab(...page) }),
  showTags: mountTags(createTagsModel(given.send)),
});
