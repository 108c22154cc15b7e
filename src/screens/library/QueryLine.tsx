import { Fragment, type JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../ui/strings.ts';
import styles from './library.module.css';

interface QueryLineProps {
  /** Another for each search. */
  search: string;
  /** How it goes, in a word or two. */
  status: string;
  /** Parts of the words that nothing can match. */
  unknown: readonly string[];
  /** Whether there is anything to save or to clear. */
  isNarrowed: boolean;
  onSave: () => void;
  onClear: () => void;
}

/** What a search found, what it could not understand, and a way to keep it. */
export function QueryLine(props: QueryLineProps): JSX.Element {
  const { search, status, unknown, isNarrowed, onSave, onClear } = props;
  return (
    <div class={isNarrowed ? styles['query'] : undefined}>
      <p role="status" class={styles['status']}>
        {/* A text of its own, so that a screen reader says as many results as before again. */}
        {isNarrowed && <Fragment key={search}>{status}</Fragment>}
        {isNarrowed && unknown.map((part) => <span key={part}>{unknownText(part)}</span>)}
      </p>
      {isNarrowed && (
        <p class={styles['ways']}>
          <Button label={t('listSaveSearch')} icon="save" onClick={onSave} />
          <Button label={t('listShowAll')} onClick={onClear} />
        </p>
      )}
    </div>
  );
}

function unknownText(part: string): string {
  const operator = /^-?(\p{L}+):/u.exec(part)?.[1]?.toLowerCase();
  if (operator === 'before' || operator === 'after') return t('listUnknownDate', part);
  if (operator === 'words') return t('listUnknownNumber', part);
  return t('listUnknownPart', part);
}
