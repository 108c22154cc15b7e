import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { TagField } from '../../ui/TagField.tsx';
import type { TagsModel } from '../../ui/tags-model.ts';

/** Shows the tags of a saved article in `host`, with a field for more. */
export function mountTags(model: TagsModel): TagsHandle {
  let shown: ArticleId | null = null;
  return (host, id, tags) => {
    // After "Undo" and another save they are still as the person left them.
    if (shown !== id) model.show(id, tags);
    shown = id;
    render(<SavedTags model={model} />, host);
  };
}

export type TagsHandle = (host: Element, id: ArticleId, tags: readonly string[]) => void;

const SavedTags = ({ model }: { model: TagsModel }) => (
  <TagField
    tags={model.tags.value}
    known={model.known.value}
    onKnown={model.askKnown}
    onAdd={model.add}
    onRemove={model.remove}
  />
);
