import type { NoBackup } from '../../formats/backup/read.ts';
import { t } from '../../ui/strings.ts';
import type { MakeFailure } from './make.ts';

/** Why there is no backup, or none that can be restored, and what may help. */
export function whyNot(why: MakeFailure | NoBackup | 'unreadable'): string {
  switch (why) {
    case 'unreadable':
      return t('importUnreadable');
    case 'not-a-backup':
      return t('backupNotOne');
    case 'newer-backup':
      return t('backupNewer');
    case 'storage-full':
    case 'not-written':
      return t('backupNoRoom');
    case 'cancelled':
      return t('backupCancelled');
    case 'newer-library':
    case 'storage-broken':
    case 'not-an-article':
    case 'no-answer':
      return t('backupNoAnswer');
  }
}
