import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import dialog from '../../ui/dialog.module.css';
import type { EditedTag, TagEdit } from './tag-edit.ts';
import { TagCombobox } from './TagCombobox.tsx';
import styles from './tags-dialog.module.css';

interface TagsDialogProps {
  edit: TagEdit;
  /** Of one article; empty for many. */
  title: string;
  count: number;
  isPartial: boolean;
  onSave: () => void;
  onClose: () => void;
}

/** The tags of one article, or of many. Nothing is kept before Save. */
export function TagsDialog(props: TagsDialogProps): JSX.Element {
  const { edit, title, count, isPartial, onSave, onClose } = props;
  const tags = edit.tags.value;
  return (
    <Dialog title={t('listTags')} onClose={onClose}>
      <div class={dialog['form']}>
        <p class={dialog['about']} dir="auto">
          {title || tCount('listArticles', count)}
        </p>
        {tags.length > 0 && (
          <ul class={styles['chips']} role="list" aria-label={t('listTags')}>
            {tags.map((tag) => (
              <Chip key={tag.tag} tag={tag} of={count} isPartial={isPartial} edit={edit} />
            ))}
          </ul>
        )}
        {isPartial && <p class={dialog['text']}>{t('listTagsPartial')}</p>}
        <TagCombobox edit={edit} onDone={onSave} />
        <div class={dialog['buttons']}>
          <Button label={t('cancel')} onClick={onClose} />
          <Button label={t('save')} kind="main" onClick={onSave} />
        </div>
      </div>
    </Dialog>
  );
}

interface ChipProps {
  tag: EditedTag;
  of: number;
  isPartial: boolean;
  edit: TagEdit;
}

function Chip({ tag, of, isPartial, edit }: ChipProps): JSX.Element {
  const { tag: name, count, isOnAll } = tag;
  const isOnSome = !isOnAll || (isPartial && count < of);
  return (
    <li class={isOnSome ? `${styles['chip']} ${styles['some']}` : styles['chip']}>
      <bdi class={styles['name']}>{name}</bdi>
      {!isOnAll && (
        <>
          {!isPartial && <span class={styles['count']}>{t('listTagOnSome', count, of)}</span>}
          <Button
            label={t('listTagAddToAll', name)}
            icon="add"
            iconOnly
            onClick={() => edit.add(name)}
          />
        </>
      )}
      <Button
        label={t('listTagTakeOff', name)}
        icon="close"
        iconOnly
        onClick={() => edit.remove(name)}
      />
    </li>
  );
}
