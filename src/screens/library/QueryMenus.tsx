import type { JSX } from 'preact';
import { type Sort, SORTS } from '../../article/library-query.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { type StringKey, t } from '../../ui/strings.ts';
import { TIMES } from './address.ts';
import styles from './library.module.css';

interface SortMenuProps {
  sort: Sort;
  /** There are words that an article may fit better or worse. */
  hasWords: boolean;
  onSort: (sort: Sort) => void;
}

const NAMES: Record<Sort, StringKey> = {
  best: 'listSortBest',
  newest: 'listSortNewest',
  oldest: 'listSortOldest',
  shortest: 'listSortShortest',
  longest: 'listSortLongest',
  title: 'listSortTitle',
  site: 'listSortSite',
};

/** The order of the list. */
export function SortMenu({ sort, hasWords, onSort }: SortMenuProps): JSX.Element {
  const offered = SORTS.filter((name) => name !== 'best' || hasWords);
  return (
    <Menu icon="sort" label={t('listSort')} value={sort} isSet={false} onChange={onSort}>
      {offered.map((name) => [name, t(NAMES[name])])}
    </Menu>
  );
}

interface TimeMenuProps {
  minutes: number | undefined;
  onTime: (minutes: number | undefined) => void;
}

/** How much time the person has. */
export function TimeMenu({ minutes, onTime }: TimeMenuProps): JSX.Element {
  return (
    <Menu
      icon="clock"
      label={t('listTime')}
      value={String(minutes ?? '')}
      isSet={minutes !== undefined}
      onChange={(value) => onTime(value ? Number(value) : undefined)}
    >
      {[['', t('listTimeAny')], ...TIMES.map((time) => [String(time), t('listTimeUpTo', time)])]}
    </Menu>
  );
}

interface MenuProps<Value extends string> {
  icon: IconName;
  label: string;
  value: Value;
  /** It leaves something out of the list, which should be seen even where its words are not. */
  isSet: boolean;
  onChange: (value: Value) => void;
  children: string[][];
}

function Menu<Value extends string>(props: MenuProps<Value>): JSX.Element {
  const { icon, label, value, isSet, onChange, children } = props;
  return (
    <div class={isSet ? `${styles['choice']} ${styles['set']}` : styles['choice']}>
      <Icon name={icon} />
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {children.map(([name, words]) => (
          <option key={name} value={name} selected={name === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
