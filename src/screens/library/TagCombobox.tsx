import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../ui/strings.ts';
import dialog from '../../ui/dialog.module.css';
import type { TagEdit } from './tag-edit.ts';
import styles from './tags-dialog.module.css';

interface TagComboboxProps {
  edit: TagEdit;
  /** Enter in the empty field. */
  onDone: () => void;
}

/** A field that completes tags: a combobox with its list under it. Enter or a comma adds, Backspace takes off. */
export function TagCombobox({ edit, onDone }: TagComboboxProps): JSX.Element {
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const text = edit.text.value;
  const options = edit.options.value;
  const chosen = options[active];

  useLayoutEffect(() => {
    list.current!.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const add = (tag: string): void => {
    edit.add(tag);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown') setActive(active + 1 < options.length ? active + 1 : -1);
    else if (key === 'ArrowUp') setActive(active < 0 ? options.length - 1 : active - 1);
    else if (key === 'Enter' && (chosen || text.trim())) add(chosen?.tag ?? text);
    else if (key === 'Enter') onDone();
    else if (key === ',') add(text);
    else if (key === 'Escape' && (chosen || text)) {
      edit.type('');
      setActive(-1);
    } else if (key === 'Backspace' && !text) {
      const last = edit.tags.value.at(-1);
      if (last) edit.remove(last.tag);
    } else return;
    event.preventDefault();
  };

  return (
    <div class={styles['complete']}>
      <input
        class={dialog['input']}
        data-focus
        role="combobox"
        aria-label={t('listTagAdd')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
        placeholder={t('listTagAdd')}
        value={text}
        maxLength={60}
        dir="auto"
        autocomplete="off"
        onInput={(event) => {
          edit.type(event.currentTarget.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        class={styles['options']}
        role="listbox"
        aria-label={t('listTags')}
      >
        {options.map(({ tag, isNew }, index) => (
          // The field keeps the focus and hears the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={tag}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(tag)}
          >
            {isNew ? t('listTagNew', tag) : <bdi>{tag}</bdi>}
          </div>
        ))}
      </div>
    </div>
  );
}
