import type { JSX } from 'preact';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import { t } from '../../ui/strings.ts';
import type { TakeAlongModel } from './take-along.ts';

interface MoreMenuProps {
  takeAlong: TakeAlongModel;
  /** Null where nothing is saved. */
  onExport: (() => void) | null;
  /** Null where there is nothing to correct. */
  onEdit: (() => void) | null;
  onKeys: () => void;
  /** What has no room in the bar of a narrow window. */
  folded: readonly (readonly [label: string, act: () => void])[];
}

/** What is needed now and then while reading. */
export function MoreMenu({
  takeAlong,
  onExport,
  onEdit,
  onKeys,
  folded,
}: MoreMenuProps): JSX.Element {
  const one = (label: string, to: (() => void) | null | undefined): MenuItem[] =>
    to ? [{ label, to }] : [];
  return (
    <Menu
      id="more-panel"
      icon="more"
      label={t('more')}
      items={[
        ...folded.map(([label, to]) => ({ label, to, isFolded: true })),
        ...one(t('edit'), onEdit),
        ...one(t('copyMarkdown'), () => void takeAlong.copy('markdown')),
        ...one(t('copyFormatted'), () => void takeAlong.copy('formatted')),
        ...one(t('copyText'), () => void takeAlong.copy('text')),
        ...one(t('share'), takeAlong.share),
        ...one(t('exportOne'), onExport),
        ...one(t('print'), takeAlong.print),
        ...one(t('listKeys'), onKeys),
      ]}
    />
  );
}
