import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import type { SavedSearch, TagCount } from '../../article/library-query.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import { hashOf, queryOf, tagHash } from './address.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import dialogStyles from '../../ui/dialog.module.css';
import type { OpenDialog } from './dialogs.ts';
import { KeysPanel } from '../../ui/KeysPanel.tsx';
import type { KeysModel } from '../../ui/keys-model.ts';
import type { Command } from './keys.ts';
import type { LibraryModel } from './model.ts';
import { NameDialog } from './NameDialog.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { SideLists } from './SideLists.tsx';
import { TagsDialog } from './TagsDialog.tsx';

interface DialogHostProps {
  library: LibraryModel;
  keys: KeysModel<Command>;
}

/** The dialog that is open, if any. */
export function DialogHost({ library, keys }: DialogHostProps): JSX.Element | null {
  const open = library.dialogs.dialog.value;
  return open && <Opened key={open.is} open={open} library={library} keys={keys} />;
}

function Opened({ open, library, keys }: DialogHostProps & { open: OpenDialog }): JSX.Element {
  const { close } = library.dialogs;
  switch (open.is) {
    case 'keys':
      return <KeysPanel keys={keys} onClose={close} />;
    case 'search-help':
      return <SearchHelp onClose={close} />;
    case 'lists':
      return (
        <Dialog title={t('listLists')} onClose={close}>
          <Lists library={library} onFollow={close} />
        </Dialog>
      );
    case 'save-search':
      return (
        <NameDialog
          title={t('listSaveSearch')}
          about={t('listSaveSearchText')}
          name={library.query.value.words}
          saveLabel={() => t('save')}
          onSave={(name) => void library.searches.save(name, library.query.value)}
          onClose={close}
        />
      );
    case 'search':
      return <EditSearch search={open.search} library={library} />;
    case 'tag':
      return <EditTag tag={open.tag} library={library} />;
    case 'open-tabs':
      return (
        <Dialog title={tCount('listOpenTabs', open.ids.length)} onClose={close}>
          <div class={dialogStyles['form']}>
            <p class={dialogStyles['text']}>{t('listOpenTabsText')}</p>
            <div class={dialogStyles['buttons']}>
              <Button label={t('cancel')} onClick={close} />
              <Button
                label={t('listOpenTabsYes')}
                kind="main"
                onClick={() => void library.dialogs.openAllTabs(open.ids)}
              />
            </div>
          </div>
        </Dialog>
      );
    case 'edit-tags':
      return (
        <TagsDialog
          edit={open.edit}
          title={open.title}
          count={open.ids.length}
          isPartial={open.isPartial}
          onSave={() => {
            const { add, remove } = open.edit.changes();
            close();
            const which = open.ids.length === 1 ? open.ids[0]! : open.ids;
            if (add.length + remove.length > 0) void library.tag(which, add, remove);
          }}
          onClose={close}
        />
      );
  }
}

function EditSearch({
  search,
  library,
}: {
  search: SavedSearch;
  library: LibraryModel;
}): JSX.Element {
  return (
    <NameDialog
      title={t('listSearchRename')}
      name={search.name}
      saveLabel={() => t('listRename')}
      onSave={(name) => void library.searches.rename(search, name)}
      remove={{
        label: t('listSearchRemove'),
        do: () => void library.searches.remove(search),
      }}
      onClose={library.dialogs.close}
    />
  );
}

function EditTag({ tag, library }: { tag: TagCount; library: LibraryModel }): JSX.Element {
  const { tags } = library;
  const hintFor = (name: string): string => {
    const other = tags.mergesWith(tag.tag, name);
    return other ? t('listTagMerge', other.tag, tCount('listArticles', other.count)) : '';
  };
  return (
    <NameDialog
      title={t('listTagRename')}
      about={tCount('listTagOn', tag.count)}
      name={tag.tag}
      hintFor={hintFor}
      saveLabel={(name) => (tags.mergesWith(tag.tag, name) ? t('listTagUnite') : t('listRename'))}
      onSave={(name) => void tags.rename(tag.tag, name)}
      remove={{
        label: tCount('listTagRemove', tag.count),
        do: () => void tags.remove(tag.tag),
      }}
      onClose={library.dialogs.close}
    />
  );
}

/** The saved searches and the tags of the library. */
export function Lists({
  library,
  onFollow,
}: {
  library: LibraryModel;
  onFollow?: () => void;
}): JSX.Element {
  const { dialogs, query } = library;
  const { searches } = library.searches;
  const { tags, isLoaded } = library.tags;
  // Both are texts, so that a search that is none of the entries draws none of them anew.
  const anyTag = useComputed(() => tagHash({ ...query.value, shelf: 'all' }, 'any'));
  const searchAddress = (search: SavedSearch): string => hashOf(search.query);
  const tagAddress = (tag: string): string => tagHash(queryOf(anyTag.value), tag);
  const addresses = useComputed(
    () =>
      new Set([
        ...searches.value.map(searchAddress),
        ...tags.value.map(({ tag }) => tagAddress(tag)),
      ]),
  );
  const here = useComputed(() => {
    const hash = hashOf(query.value);
    return addresses.value.has(hash) ? hash : '';
  });
  return (
    <SideLists
      searches={searches.value}
      tags={isLoaded.value ? tags.value : null}
      here={here.value}
      searchAddress={searchAddress}
      tagAddress={tagAddress}
      onEditSearch={(search) => dialogs.open({ is: 'search', search })}
      onEditTag={(tag) => dialogs.open({ is: 'tag', tag })}
      {...(onFollow && { onFollow })}
    />
  );
}
