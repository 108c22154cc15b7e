import { t } from '../../ui/strings.ts';

/** Why a block was left out, in the person's words; a reason without words of its own gets a general sentence. */
export function leftOutWords(reason: string): string {
  switch (reason) {
    case 'advertisement':
    case 'advertisement label':
    case 'presented by':
      return t('leftOutAdvertisement');
    case 'comments':
    case 'link to comments':
      return t('leftOutComments');
    case 'share buttons':
      return t('leftOutShare');
    case 'newsletter box':
      return t('leftOutNewsletter');
    case 'related stories':
    case 'read more link':
      return t('leftOutRelated');
    case 'author biography':
      return t('leftOutAuthor');
    case 'navigation':
    case 'row of links':
      return t('leftOutLinks');
    case 'form':
      return t('leftOutForm');
    case 'rule for this site':
      return t('leftOutRule');
    default:
      return t('leftOutOther');
  }
}
