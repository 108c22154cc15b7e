import type { JSX } from 'preact';
import type { ReadOptions } from '../../article/read-failure.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../ui/strings.ts';
import type { FailureWords } from '../failures.ts';

interface FailureNoticeProps {
  words: FailureWords;
  onPick: () => void;
  onReadAgain: (options: ReadOptions) => void;
}

/** Why there is no article, and what may help. */
export function FailureNotice({
  words: { title, text, action, canPick },
  onPick,
  onReadAgain,
}: FailureNoticeProps): JSX.Element {
  const again = {
    'try-again': t('tryAgain'),
    'read-anyway': t('readAnyway'),
    'read-what-is-there': t('readWhatIsThere'),
  };
  const isAnyway = action === 'read-anyway';
  return (
    <Notice title={title} text={text}>
      {action !== 'none' && (
        <Button
          label={again[action]}
          kind="main"
          onClick={() =>
            onReadAgain({ evenIfLoading: true, evenIfLarge: isAnyway, evenIfNoArticle: isAnyway })
          }
        />
      )}
      {canPick && (
        <Button
          label={t('pickByHand')}
          icon="pick"
          kind={action === 'none' ? 'main' : 'quiet'}
          onClick={onPick}
        />
      )}
    </Notice>
  );
}
