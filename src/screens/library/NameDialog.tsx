import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from '../../ui/dialog.module.css';

interface NameDialogProps {
  title: string;
  /** What has the name, in a line. */
  about?: string;
  name: string;
  /** What is to be known before this name is taken. */
  hintFor?: (name: string) => string;
  saveLabel: (name: string) => string;
  onSave: (name: string) => void;
  remove?: { label: string; do: () => void };
  onClose: () => void;
}

/** Asks for a name; what has one already may also be removed here. */
export function NameDialog(props: NameDialogProps): JSX.Element {
  const { title, about, hintFor, saveLabel, onSave, remove, onClose } = props;
  const [name, setName] = useState(props.name);
  const hintId = useId();
  const isNamed = name.trim() !== '';
  const save = (): void => {
    if (!isNamed) return;
    onClose();
    onSave(name);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {about && <p class={styles['text']}>{about}</p>}
        <label class={styles['label']}>
          {t('listName')}
          <input
            class={styles['input']}
            data-focus
            value={name}
            maxLength={80}
            dir="auto"
            autocomplete="off"
            aria-describedby={hintId}
            onInput={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        {hintFor && (
          <p class={styles['hint']} id={hintId} role="status">
            {hintFor(name)}
          </p>
        )}
        <div class={styles['buttons']}>
          {remove && (
            <span class={styles['apart']}>
              <Button
                label={remove.label}
                icon="remove"
                onClick={() => {
                  onClose();
                  remove.do();
                }}
              />
            </span>
          )}
          <Button label={t('cancel')} onClick={onClose} />
          <Button label={saveLabel(name)} kind="main" disabled={!isNamed} onClick={save} />
        </div>
      </form>
    </Dialog>
  );
}
