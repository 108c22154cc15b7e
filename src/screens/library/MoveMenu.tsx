import type { JSX } from 'preact';
import { Menu } from '../../ui/Menu.tsx';
import { t } from '../../ui/strings.ts';

/** The pages that articles come in and go out by. */
export interface MoveAddresses {
  import: string;
  backup: string;
}

/** Everything about moving in and out. */
export const MoveMenu = ({
  addresses,
  onExport,
}: {
  addresses: MoveAddresses;
  onExport: () => void;
}): JSX.Element => (
  <Menu
    id="move-panel"
    icon="move"
    label={t('moveMenu')}
    items={[
      { label: t('importTitle'), to: addresses.import },
      { label: t('exportTitle'), to: onExport },
      { label: t('optionsBackupOpen'), to: addresses.backup },
    ]}
  />
);
