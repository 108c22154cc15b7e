import type { AddItem } from '../../article/adding.ts';
import { t } from '../../ui/strings.ts';

/** A word or two for what became of an address. */
export function outcomeWords(is: AddItem['is']): string {
  switch (is) {
    case 'queued':
      return t('addQueued');
    case 'reading':
      return t('addReading');
    case 'saved':
      return t('addSaved');
    case 'already':
      return t('addAlready');
    case 'kept':
      return t('addKept');
    case 'not-an-article':
      return t('addNotAnArticle');
    case 'no-answer':
      return t('addPageNoAnswer');
    case 'not-allowed':
      return t('addNotAllowed');
    case 'not-stored':
      return t('addNotStored');
    case 'cancelled':
      return t('addCancelled');
  }
}
