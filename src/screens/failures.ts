import type { LibraryFailure } from '../article/library-query.ts';
import type { ReadFailure } from '../article/read-failure.ts';
import { t } from '../ui/strings.ts';

/** What the person can do about it from the popup. */
export type FailureAction = 'try-again' | 'read-anyway' | 'read-what-is-there' | 'none';

export interface FailureWords {
  title: string;
  text: string;
  action: FailureAction;
  /** There is a page, and the person may see an article in it that we did not. */
  canPick?: true;
}

/** A sentence and an action for each reason that a page gave no article. */
export function readFailureWords(reason: ReadFailure): FailureWords {
  switch (reason) {
    case 'browser-page':
      return { title: t('failBrowserPage'), text: t('failBrowserPageText'), action: 'none' };
    case 'add-on-store':
      return { title: t('failStore'), text: t('failStoreText'), action: 'none' };
    case 'extension-page':
      return { title: t('failExtensionPage'), text: t('failExtensionPageText'), action: 'none' };
    case 'pdf':
      return { title: t('failPdf'), text: t('failPdfText'), action: 'none' };
    case 'view-source':
      return { title: t('failViewSource'), text: t('failViewSourceText'), action: 'none' };
    case 'error-page':
      return { title: t('failErrorPage'), text: t('failErrorPageText'), action: 'none' };
    case 'local-file':
      return { title: t('failLocalFile'), text: t('failLocalFileText'), action: 'none' };
    case 'not-a-page':
      return { title: t('failNotAPage'), text: t('failNotAPageText'), action: 'none' };
    case 'list-page':
      return {
        title: t('failListPage'),
        text: t('failListPageText'),
        action: 'read-anyway',
        canPick: true,
      };
    case 'no-article':
      return {
        title: t('failNoArticle'),
        text: t('failNoArticleText'),
        action: 'read-anyway',
        canPick: true,
      };
    case 'asleep':
      return { title: t('failAsleep'), text: t('failAsleepText'), action: 'try-again' };
    case 'still-loading':
      return {
        title: t('failStillLoading'),
        text: t('failStillLoadingText'),
        action: 'read-what-is-there',
      };
    case 'no-answer':
      return { title: t('failNoAnswer'), text: t('failNoAnswerText'), action: 'try-again' };
    case 'too-large':
      return { title: t('failTooLarge'), text: t('failTooLargeText'), action: 'read-anyway' };
    case 'too-deep':
      return { title: t('failTooDeep'), text: t('failTooDeepText'), action: 'none' };
    case 'no-access':
      return { title: t('failNoAccess'), text: t('failNoAccessText'), action: 'none' };
    case 'broken':
      return { title: t('failBroken'), text: t('failBrokenText'), action: 'try-again' };
  }
}

/** A sentence for each reason that the library could not do what it was asked. */
export function libraryFailureText(reason: LibraryFailure | 'no-answer'): string {
  switch (reason) {
    case 'storage-full':
      return t('failStorageFull');
    case 'newer-library':
      return t('failNewerLibrary');
    case 'storage-broken':
      return t('failStorageBroken');
    case 'not-an-article':
      return t('failNotSavable');
    case 'no-answer':
      return t('failSaveNoAnswer');
  }
}
