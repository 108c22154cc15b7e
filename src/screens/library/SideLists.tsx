import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { folded } from '../../article/folded.ts';
import type { SavedSearch, TagCount } from '../../article/library-query.ts';
import { Button } from '../../ui/Button.tsx';
import { t, uiLanguage } from '../../ui/strings.ts';
import styles from './side-lists.module.css';

interface SideListsProps {
  searches: readonly SavedSearch[];
  /** Null while they are not known. */
  tags: readonly TagCount[] | null;
  /** The address of the list that is shown. */
  here: string;
  searchAddress: (search: SavedSearch) => string;
  tagAddress: (tag: string) => string;
  onEditSearch: (search: SavedSearch) => void;
  onEditTag: (tag: TagCount) => void;
  /** A link was followed. */
  onFollow?: () => void;
}

/** More tags than these get a field to find one. */
const AT_A_GLANCE = 12;

/** The saved searches and the tags, each of which can be folded away. */
export function SideLists(props: SideListsProps): JSX.Element {
  const { searches, tags, here, onFollow } = props;
  return (
    <>
      {searches.length > 0 && (
        <details class={styles['section']} open>
          <summary>{t('listSearches')}</summary>
          <ul class={styles['entries']} role="list">
            {searches.map((search) => (
              <Entry
                key={search.id}
                name={search.name}
                address={props.searchAddress(search)}
                isHere={props.searchAddress(search) === here}
                editLabel={t('listSearchEdit', search.name)}
                onEdit={() => props.onEditSearch(search)}
                onFollow={onFollow}
              />
            ))}
          </ul>
        </details>
      )}
      <details class={styles['section']} open>
        <summary>{t('listTags')}</summary>
        {tags?.length === 0 && <p class={styles['none']}>{t('listTagsNone')}</p>}
        {tags && tags.length > 0 && <Tags {...props} tags={tags} />}
      </details>
    </>
  );
}

function Tags(props: SideListsProps & { tags: readonly TagCount[] }): JSX.Element {
  const { tags, here, tagAddress, onEditTag, onFollow } = props;
  const [sought, setSought] = useState('');
  const looked = folded(sought.trim());
  const shown = looked ? tags.filter(({ tag }) => folded(tag).includes(looked)) : tags;
  return (
    <>
      {tags.length > AT_A_GLANCE && (
        <input
          class={styles['filter']}
          type="text"
          value={sought}
          dir="auto"
          placeholder={t('listTagFilter')}
          aria-label={t('listTagFilter')}
          autocomplete="off"
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ul class={styles['entries']} role="list">
        {shown.map((tag) => (
          <Entry
            key={tag.tag}
            name={tag.tag}
            count={tag.count}
            address={tagAddress(tag.tag)}
            isHere={tagAddress(tag.tag) === here}
            editLabel={t('listTagEdit', tag.tag)}
            onEdit={() => onEditTag(tag)}
            onFollow={onFollow}
          />
        ))}
      </ul>
      {shown.length === 0 && <p class={styles['none']}>{t('listTagFilterNone')}</p>}
    </>
  );
}

interface EntryProps {
  name: string;
  count?: number;
  address: string;
  isHere: boolean;
  editLabel: string;
  onEdit: () => void;
  onFollow: (() => void) | undefined;
}

function Entry(props: EntryProps): JSX.Element {
  const { name, count, address, isHere, editLabel, onEdit, onFollow } = props;
  return (
    <li class={styles['entry']}>
      <a href={address} title={name} aria-current={isHere ? 'page' : undefined} onClick={onFollow}>
        <span class={styles['name']}>
          <bdi>{name}</bdi>
        </span>
        {count !== undefined && (
          <span class={styles['count']}>{count.toLocaleString(uiLanguage())}</span>
        )}
      </a>
      <Button label={editLabel} icon="more" iconOnly onClick={onEdit} />
    </li>
  );
}
