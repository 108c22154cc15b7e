import { FAULT_REASONS, type FaultReason } from '../../formats/imported.ts';
import { type StringKey, t } from '../../ui/strings.ts';

const REASONS: Record<FaultReason, StringKey> = {
  'no-address': 'importFaultNoAddress',
  'not-a-web-address': 'importFaultNotAWebAddress',
  'too-many-cells': 'importFaultTooManyCells',
  'open-quote': 'importFaultOpenQuote',
  'broken-json': 'importFaultBrokenJson',
  'not-an-entry': 'importFaultNotAnEntry',
  'too-long': 'importFaultTooLong',
  'too-deep': 'importFaultTooDeep',
  'feed-item': 'importFaultFeedItem',
  empty: 'importFaultEmpty',
  'unknown-format': 'importFaultUnknownFormat',
  'cut-short': 'importFaultCutShort',
  'too-large': 'importFaultTooLarge',
  'too-many-faults': 'importFaultTooManyFaults',
  'broken-archive': 'importFaultBrokenArchive',
  'locked-archive': 'importFaultLockedArchive',
  'swelling-archive': 'importFaultSwellingArchive',
  'too-many-files': 'importFaultTooManyFiles',
  'archives-in-archives': 'importFaultArchivesInArchives',
  'missing-file': 'importFaultMissingFile',
  'broken-front-matter': 'importFaultBrokenFrontMatter',
  unreadable: 'importFaultUnreadable',
};

/** A sentence for each reason that a row or a file cannot be brought in. */
export function reasonWords(reason: string): string {
  const known = FAULT_REASONS.find((one) => one === reason);
  return t(REASONS[known ?? 'unreadable']);
}

const LOSES: Record<string, StringKey> = {
  addresses: 'importLosesAddresses',
  json: 'importLosesJson',
  table: 'importLosesTable',
  'bookmarks-html': 'importLosesBookmarksHtml',
  'firefox-bookmarks': 'importLosesFirefoxBookmarks',
  instapaper: 'importLosesInstapaper',
  karakeep: 'importLosesKarakeep',
  linkwarden: 'importLosesLinkwarden',
  markdown: 'importLosesMarkdown',
  matter: 'importLosesMatter',
  omnivore: 'importLosesOmnivore',
  onetab: 'importLosesOnetab',
  'pocket-html': 'importLosesPocketHtml',
  pocket: 'importLosesPocket',
  raindrop: 'importLosesRaindrop',
  readeck: 'importLosesReadeck',
  'readwise-reader': 'importLosesReadwiseReader',
  'wallabag-csv': 'importLosesWallabagCsv',
  wallabag: 'importLosesWallabag',
  html: 'importLosesHtml',
};

/** What does not come along from a format. */
export const losesWords = (format: string): string => {
  const key = LOSES[format];
  return key ? t('importLoses', t(key)) : '';
};
