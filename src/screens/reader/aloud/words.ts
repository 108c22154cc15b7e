import { t } from '../../../ui/strings.ts';
import { languageName } from '../language-name.ts';
import type { AloudModel, AloudTrouble } from './model.ts';

/** Why nothing is heard, and what helps. */
export function troubleText(trouble: AloudTrouble, { lang }: AloudModel): string {
  switch (trouble) {
    case 'no-voice':
      return t('aloudNoVoice');
    case 'no-voice-for-language':
      return t('aloudNoVoiceForLanguage', languageName(lang.value));
    case 'only-network':
      return t('aloudOnlyNetwork', languageName(lang.value));
    case 'silent':
      return t('aloudSilent');
    case 'network':
      return t('aloudNetworkGone');
    case 'not-allowed':
      return t('aloudNotAllowed');
    case 'voice-failed':
      return t('aloudVoiceFailed');
  }
}
