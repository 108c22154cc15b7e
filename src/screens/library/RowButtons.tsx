import type { JSX } from 'preact';
import type { ArticleRow } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/Icon.tsx';
import { t } from '../../ui/strings.ts';
import styles from './article-list.module.css';
import type { RowActions } from './row-actions.ts';

/** What can be done to one article, in the last line of its row. */
export function RowButtons({
  row,
  actions,
}: {
  row: ArticleRow;
  actions: RowActions;
}): JSX.Element {
  const { id, place, favourite, url } = row;
  return (
    <div class={styles['actions']}>
      <Button
        label={place === 'archive' ? t('listToUnread') : t('listToArchive')}
        icon={place === 'archive' ? 'unarchive' : 'archive'}
        iconOnly
        onClick={() => actions.toggleArchive(id)}
      />
      <Button label={t('listEditTags')} icon="tag" iconOnly onClick={() => actions.editTags(id)} />
      <a
        class={controls['button']}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('listOpenOriginal')}
        title={t('listOpenOriginal')}
      >
        <Icon name="tab" />
      </a>
      <Button
        label={t('removeFromSaved')}
        icon="remove"
        iconOnly
        onClick={() => actions.remove(id)}
      />
      <Button
        label={t('listFavourite')}
        icon="star"
        iconOnly
        pressed={favourite}
        filled={favourite}
        onClick={() => actions.toggleFavourite(id)}
      />
    </div>
  );
}
