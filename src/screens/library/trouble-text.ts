import { t } from '../../ui/strings.ts';
import { libraryFailureText } from '../failures.ts';
import type { Trouble } from './world.ts';

/** A sentence for each reason that the list could not be shown or changed. */
export const troubleText = (reason: Trouble): string =>
  reason === 'no-answer' ? t('listNoAnswer') : libraryFailureText(reason);
