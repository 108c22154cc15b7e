import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ArticleId } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { t, tCount } from '../../ui/strings.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import sheet from '../../ui/sheet.module.css';
import styles from './add.module.css';
import { AddedList } from './AddedList.tsx';
import type { AddModel, AddTrouble } from './model.ts';

interface AddScreenProps {
  add: AddModel;
  libraryAddress: string;
  readerAddress: (id: ArticleId) => string;
  /** The person asked for the tabs: they come first. */
  tabsFirst: boolean;
}

/** Adding many articles at once: from a list of addresses, and from the tabs of the window. */
export function AddScreen({
  add,
  libraryAddress,
  readerAddress,
  tabsFirst,
}: AddScreenProps): JSX.Element {
  useEffect(() => {
    document.title = `${t('addTitle')} – ${t('appName')}`;
  }, []);
  const list = <FromList key="list" add={add} isMain={!tabsFirst} />;
  const tabs = <FromTabs key="tabs" add={add} isMain={tabsFirst} />;
  return (
    <Sheet title={t('addTitle')} libraryAddress={libraryAddress}>
      {add.trouble.value && (
        <p class={sheet['trouble']} role="alert">
          {troubleWords(add.trouble.value)}
        </p>
      )}
      {add.items.value.length > 0 && (
        <AddedList
          items={add.items.value}
          settled={add.settled.value}
          readerAddress={readerAddress}
          onStop={() => void add.stop()}
          onReadAgain={() => void add.readAgain()}
          onKeepRest={() => void add.keepRest()}
        />
      )}
      {tabsFirst ? [tabs, list] : [list, tabs]}
    </Sheet>
  );
}

interface PartProps {
  add: AddModel;
  isMain: boolean;
}

function FromList({ add, isMain }: PartProps): JSX.Element {
  const count = add.found.value.length;
  return (
    <section aria-labelledby="from-list">
      <h2 id="from-list">{t('addList')}</h2>
      <p id="about-list">{t('addListText')}</p>
      <textarea
        class={styles['addresses']}
        aria-label={t('addAddresses')}
        aria-describedby="about-list"
        dir="ltr"
        rows={6}
        spellcheck={false}
        autocomplete="off"
        value={add.text.value}
        onInput={({ currentTarget }) => (add.text.value = currentTarget.value)}
      />
      <p class={styles['found']} role="status">
        {count > 0 ? tCount('addFound', count) : add.text.value.trim() && t('addNone')}
      </p>
      <div class={sheet['actions']}>
        <Button
          label={t('addRead')}
          {...(isMain && { kind: 'main' as const })}
          disabled={count === 0}
          onClick={() => void add.read()}
        />
        <Button label={t('addKeep')} disabled={count === 0} onClick={() => void add.keep()} />
      </div>
      {count > 0 && <p class={styles['note']}>{t('addPermission')}</p>}
    </section>
  );
}

function FromTabs({ add, isMain }: PartProps): JSX.Element {
  return (
    <section aria-labelledby="from-tabs">
      <h2 id="from-tabs">{t('addTabs')}</h2>
      <p>{t('addTabsText')}</p>
      <div class={sheet['actions']}>
        <Button
          label={t('addTabsSave')}
          {...(isMain && { kind: 'main' as const })}
          onClick={() => void add.saveTabs()}
        />
      </div>
    </section>
  );
}

function troubleWords(trouble: AddTrouble): string {
  switch (trouble) {
    case 'refused':
      return t('addRefused');
    case 'tabs-refused':
      return t('addTabsRefused');
    case 'no-tabs':
      return t('addTabsNone');
    case 'no-answer':
      return t('addNoAnswer');
  }
}
