import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { cleanTag, tagKey } from '../article/library-change.ts';
import { Button } from './Button.tsx';
import { t } from './strings.ts';
import styles from './tag-field.module.css';

interface TagFieldProps {
  tags: readonly string[];
  /** The tags in use, offered while one types; asked for when the person begins to. */
  known: readonly string[];
  onKnown: () => void;
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

/** The tags of an article, each with a way out, and a field for the next. A comma or Enter ends one. */
export function TagField({ tags, known, onKnown, onAdd, onRemove }: TagFieldProps): JSX.Element {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  // The person has just asked for it.
  useEffect(() => field.current?.focus(), [isOpen]);
  const there = new Set(tags.map(tagKey));
  const add = (typed: string): void => {
    for (const tag of typed.split(',').map(cleanTag))
      if (tag && !there.has(tagKey(tag))) onAdd(tag);
    setText('');
  };
  const open = (): void => {
    setOpen(true);
    onKnown();
  };
  return (
    <div class={styles['tags']} role="group" aria-label={t('tags')}>
      {tags.map((tag) => (
        <span key={tag} class={styles['tag']}>
          <bdi>{tag}</bdi>
          <Button label={t('tagRemove', tag)} icon="close" iconOnly onClick={() => onRemove(tag)} />
        </span>
      ))}
      {isOpen ? (
        <>
          <input
            class={styles['field']}
            aria-label={t('tagField')}
            placeholder={t('tagField')}
            list={list}
            value={text}
            maxLength={200}
            dir="auto"
            ref={field}
            onInput={({ currentTarget: { value } }) => {
              if (value.endsWith(',')) add(value);
              else setText(value);
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Enter') add(text);
              else if (event.key === 'Escape') {
                event.currentTarget.value = '';
                setOpen(false);
              } else if (event.key === 'Backspace' && !text && tags.length > 0)
                onRemove(tags.at(-1)!);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
            onBlur={({ currentTarget }) => {
              add(currentTarget.value);
              setOpen(false);
            }}
          />
          <datalist id={list}>
            {known
              .filter((tag) => !there.has(tagKey(tag)))
              .map((tag) => (
                <option key={tag}>{tag}</option>
              ))}
          </datalist>
        </>
      ) : (
        <Button label={t('tagAdd')} onClick={open} />
      )}
    </div>
  );
}
