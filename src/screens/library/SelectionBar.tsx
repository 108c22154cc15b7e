import type { JSX } from 'preact';
import { Button } from '../../ui/Button.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { t, tCount } from '../../ui/strings.ts';
import type { State } from './actions.ts';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  count: number;
  total: number;
  state: State;
  /** Something is being done to them. */
  isBusy: boolean;
  onArchive: () => void;
  onFavourite: () => void;
  onTags: () => void;
  onOpen: () => void;
  onExport: () => void;
  onRemove: () => void;
  onAll: () => void;
  onClear: () => void;
}

/** How many articles are marked, and what can be done to all of them. */
export function SelectionBar(props: SelectionBarProps): JSX.Element {
  const { count, total, state, isBusy } = props;
  return (
    <div class={styles['place']}>
      {count > 0 && (
        <div class={styles['bar']} role="toolbar" aria-label={t('listSelection')}>
          <p class={styles['count']}>{tCount('listSelected', count)}</p>
          {count < total && (
            <span class={styles['all']}>
              <Button label={t('listMarkAll')} onClick={props.onAll} />
            </span>
          )}
          <span class={styles['line']} />
          <Act
            label={state.archived ? t('listToUnread') : t('listToArchive')}
            icon={state.archived ? 'unarchive' : 'archive'}
            disabled={isBusy}
            onClick={props.onArchive}
          />
          <Act
            label={state.favourite ? t('listUnfavourite') : t('listFavourite')}
            icon="star"
            disabled={isBusy}
            onClick={props.onFavourite}
          />
          <Act label={t('listTags')} icon="tag" disabled={isBusy} onClick={props.onTags} />
          <Act label={t('listOpenOriginals')} icon="tab" disabled={isBusy} onClick={props.onOpen} />
          <Act label={t('exportAct')} icon="out" disabled={isBusy} onClick={props.onExport} />
          <Act
            label={t('removeFromSaved')}
            icon="remove"
            disabled={isBusy}
            onClick={props.onRemove}
          />
          <Button label={t('listMarkNone')} icon="close" iconOnly onClick={props.onClear} />
        </div>
      )}
      <p class={styles['said']} role="status">
        {count > 0 && tCount('listSelected', count)}
      </p>
    </div>
  );
}

interface ActProps {
  label: string;
  icon: IconName;
  disabled: boolean;
  onClick: () => void;
}

/** An icon with its word, which a narrow window leaves to the tooltip. */
function Act({ label, icon, disabled, onClick }: ActProps): JSX.Element {
  return (
    <span class={styles['act']} title={label}>
      <Button label={label} icon={icon} disabled={disabled} onClick={onClick}>
        <span class={styles['word']} aria-hidden="true">
          {label}
        </span>
      </Button>
    </span>
  );
}
