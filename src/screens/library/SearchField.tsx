import type { JSX, RefObject } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { t } from '../../ui/strings.ts';
import styles from './search-field.module.css';

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  words: string;
  onInput: (words: string) => void;
  onSearchNow: (words: string) => void;
  /** The person is done here and wants to go on with the list. */
  onLeave: () => void;
  onHelp: () => void;
}

/** Finds articles while one types. Escape empties it, then leaves it. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const { field, words, onInput, onSearchNow, onLeave, onHelp } = props;
  const leave = (): void => {
    field.current!.blur();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && words) onSearchNow('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown') leave();
    else return;
    event.preventDefault();
  };
  return (
    <form
      class={styles['search']}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearchNow(words);
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        class={styles['field']}
        type="search"
        value={words}
        dir="auto"
        placeholder={t('listSearch')}
        aria-label={t('listSearch')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {words && (
        <Button
          label={t('listClearSearch')}
          icon="close"
          iconOnly
          onClick={() => {
            onSearchNow('');
            field.current!.focus();
          }}
        />
      )}
      <Button label={t('listHelp')} icon="help" iconOnly onClick={onHelp} />
    </form>
  );
}
